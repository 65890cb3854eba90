import type { LlamaConfig } from '../../../../src/onnx/llama/config.ts';

/** A model that is measured: one that the page brings, or a random one of some size. */
export type BenchModel = { readonly id: string; readonly label: string } & (
  | { readonly kind: 'bundled'; readonly folder: string }
  | { readonly kind: 'random'; readonly config: LlamaConfig; readonly seed: number }
);

/** SmolLM2-135M's shape. */
const smol: LlamaConfig = {
  vocabSize: 49152,
  hiddenSize: 576,
  layers: 30,
  heads: 9,
  kvHeads: 3,
  intermediateSize: 1536,
  normEpsilon: 1e-5,
  ropeTheta: 100_000,
  tiedHead: true,
  contextLength: 2048,
};

export const benchModels: readonly BenchModel[] = [
  {
    kind: 'bundled',
    id: 'lab-base-4m',
    label: 'the bundled model, 4 M',
    folder: 'public/models/lab-base-4m',
  },
  {
    kind: 'random',
    id: 'llama-85m',
    label: 'a random Llama, 85 M',
    config: { ...smol, layers: 8, tiedHead: false },
    seed: 1,
  },
  {
    kind: 'random',
    id: 'wide-vocabulary',
    label: 'random weights, Qwen2.5-0.5B’s width and vocabulary in 6 of its 24 layers',
    config: {
      ...smol,
      vocabSize: 151_936,
      hiddenSize: 896,
      layers: 6,
      heads: 14,
      kvHeads: 2,
      intermediateSize: 4864,
    },
    seed: 1,
  },
  {
    kind: 'random',
    id: 'smollm2-135m-shape',
    label: 'random weights in SmolLM2-135M’s shape',
    config: smol,
    seed: 1,
  },
];

/** @throws an error that lists what there is */
export function benchModel(id: string): BenchModel {
  const found = benchModels.find((model) => model.id === id);
  if (found) return found;
  const ids = benchModels.map((model) => model.id).join(', ');
  throw new Error(`There is no bench model “${id}”; there are ${ids}.`);
}
