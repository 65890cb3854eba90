import { describe, expect, it } from 'vitest';
import { genaiModel, type GenaiOptions } from '../testing/hub/genai.ts';
import {
  golden,
  goldenIds,
  GoldenWeights,
  summary,
  type GoldenCase,
} from '../testing/hub/golden.ts';
import { goldenLogits, goldenRun } from '../testing/hub/golden-run.ts';
import type { HubModel } from '../testing/hub/hub-writer.ts';
import { fusedGpt2Model } from '../testing/hub/fused-gpt2.ts';
import { plainGpt2Model } from '../testing/hub/plain-gpt2.ts';
import { fusedNeoxModel, plainNeoxModel } from '../testing/hub/plain-neox.ts';
import { plainLlamaModel } from '../testing/hub/plain-llama.ts';
import { logitsOf } from '../testing/hub-run.ts';
import type { Data } from '../testing/run.ts';
import { readDecoder } from './decoder.ts';

type Layout = (weights: GoldenWeights) => HubModel;
const genai =
  (options: GenaiOptions = {}): Layout =>
  (weights) =>
    genaiModel(weights, options);

/** In which layouts the hub has each family. */
const layouts: Readonly<Record<string, Readonly<Record<string, Layout>>>> = {
  llama: { plain: plainLlamaModel, genai: genai(), 'genai, packed': genai({ packed: true }) },
  qwen2: { plain: plainLlamaModel, genai: genai(), 'genai, packed': genai({ packed: true }) },
  qwen3: {
    plain: plainLlamaModel,
    genai: genai({ headNorms: 'before' }),
    'genai, norms within': genai({ headNorms: 'within' }),
  },
  gemma: { plain: plainLlamaModel, genai: genai({ gemma: true }) },
  gpt2: { plain: plainGpt2Model, fused: fusedGpt2Model },
  neox: { plain: plainNeoxModel, fused: fusedNeoxModel },
};

/** Layouts that onnxruntime's CPU kernels do not run, and one of the same model that they do. */
const runnable: Readonly<Record<string, Layout>> = {
  'genai, norms within': genai({ headNorms: 'before' }),
};

const cases = golden.cases.flatMap((each) =>
  Object.entries(layouts[each.name] ?? {}).map(
    ([layout, write]) =>
      [
        `${each.name}, ${each.quantized ? '4-bit' : 'float32'}, ${layout}`,
        each,
        write,
        runnable[layout] ?? write,
      ] as const,
  ),
);

/** The largest difference of a gradient's summary, as a part of its length (and wave of theirs). */
function distance(got: Data | undefined, expected: readonly number[]): number {
  const found = summary(got);
  const length = (expected[0] ?? 0) + 1e-4;
  return Math.max(...expected.map((value, i) => Math.abs(value - (found[i] ?? NaN)) / length));
}

function check(got: Record<string, Data>, of: GoldenCase, weights: boolean): void {
  expect(got.loss?.values[0]).toBeCloseTo(of.loss, 4);
  for (const { name, gradients } of of.adapters)
    ['A', 'B'].forEach((factor, i) =>
      expect(
        distance(got[`d ${name} ${factor}`], gradients[i] as number[]),
        `${name} ${factor}`,
      ).toBeLessThan(1e-4),
    );
  if (weights)
    for (const { name, gradient } of of.parameters)
      expect(distance(got[`d ${name}`], gradient), name).toBeLessThan(1e-4);
}

describe.each(cases)('%s', { timeout: 60_000 }, (_, of, write, original) => {
  const weights = new GoldenWeights(of);
  const hub = write(weights);

  it('gives the original’s logits', async () => {
    const got = await goldenLogits(hub);
    const expected = await logitsOf(original(weights).model, goldenIds, [
      golden.batch,
      golden.length,
    ]);
    expect(got).toHaveLength(expected.length);
    expected.forEach((value, i) => expect(got[i]).toBeCloseTo(value, 4));
  });

  it('has a site for each adapter, by PEFT’s names', () => {
    const names = readDecoder(hub.model).sites.map(({ name }) => name);
    expect(names.toSorted()).toEqual(of.adapters.map(({ name }) => name).toSorted());
  });

  it('has PyTorch’s loss and gradients of adapters beside frozen weights', async () => {
    check(await goldenRun(hub, weights, 'adapters'), of, false);
  });

  it('has PyTorch’s gradients of all weights', async () => {
    check(await goldenRun(hub, weights, 'all weights'), of, true);
  });
});
