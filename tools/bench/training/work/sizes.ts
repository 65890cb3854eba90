import type { LlamaConfig } from '../../../../src/onnx/llama/config.ts';
import { benchModel } from '../../engine/models/specs.ts';
import { readConfig } from '../../engine/models/config.ts';

/** A size that trainings are measured at. */
export interface Size {
  readonly id: string;
  readonly label: string;
  readonly config: LlamaConfig;
  /** Where the weights come from: drawn, or a model that the page brings. */
  readonly folder: string | null;
  readonly batch: number;
  readonly length: number;
  readonly learntFrom: number;
  /** Rank of the factors beside all layers' projections, whose weights then are of 4 bits. */
  readonly rank: number | null;
}

const small = { normEpsilon: 1e-5, ropeTheta: 10_000, tiedHead: true, contextLength: 2048 };
const bundled = benchModel('lab-base-4m');
const smol = benchModel('smollm2-135m-shape');

export const sizes = {
  'llama-0.4m': {
    id: 'llama-0.4m',
    label: 'a random Llama, 0.4 M',
    config: {
      ...small,
      vocabSize: 256,
      hiddenSize: 128,
      layers: 2,
      heads: 4,
      kvHeads: 4,
      intermediateSize: 344,
    },
    folder: null,
    batch: 8,
    length: 128,
    learntFrom: 1,
    rank: null,
  },
  'llama-2m': {
    id: 'llama-2m',
    label: 'a random Llama, 2 M',
    config: {
      ...small,
      vocabSize: 2048,
      hiddenSize: 192,
      layers: 4,
      heads: 6,
      kvHeads: 2,
      intermediateSize: 512,
    },
    folder: null,
    batch: 4,
    length: 256,
    learntFrom: 1,
    rank: null,
  },
  'lab-base-4m': {
    id: 'lab-base-4m',
    label: bundled.label,
    config: readConfig(bundled),
    folder: 'public/models/lab-base-4m',
    batch: 4,
    length: 256,
    learntFrom: 1,
    rank: null,
  },
  'smollm2-135m-q4-lora': {
    id: 'smollm2-135m-q4-lora',
    label: `${smol.label}, 4 bits, factors of rank 8`,
    config: readConfig(smol),
    folder: null,
    batch: 1,
    length: 128,
    learntFrom: 65,
    rank: 8,
  },
} as const satisfies Record<string, Size>;

export type SizeId = keyof typeof sizes;
