import type { BenchPrecision } from './contest.ts';
import { benchModel } from './models/specs.ts';
import type { Backend } from './report/row.ts';
import type { BaselineName, Ground } from './suites/pair.ts';
import type { Care } from './suites/sweep.ts';

/** What is measured on one ground, with contestants that are opened once for all of it. */
export interface Entry {
  readonly ground: Ground;
  readonly baselines: readonly BaselineName[];
  /** Prefixes of the sweeps. */
  readonly prefixes: readonly number[];
  readonly care: Care;
  readonly single: boolean;
  readonly scoring: boolean;
  readonly growth: boolean;
}

type Rest = Partial<Omit<Entry, 'ground' | 'prefixes'>>;

function entry(
  id: string,
  precision: BenchPrecision,
  [backend, threads]: readonly [Backend, number],
  prefixes: readonly number[],
  rest: Rest = {},
): Entry {
  return {
    ground: { model: benchModel(id), precision, backend, threads },
    baselines: backend === 'wasm' ? ['transformers.js', 'llama.cpp'] : ['transformers.js'],
    prefixes,
    care: { rounds: 1, whole: false },
    single: false,
    scoring: false,
    growth: false,
    ...rest,
  };
}

const node = ['node', 2] as const;
const wasm = ['wasm', 2] as const;
const oneThread = ['wasm', 1] as const;

/** A few minutes: the bundled model in Node and in the browser, and the sweep by which the engine is judged. */
export const quick: readonly Entry[] = [
  entry('lab-base-4m', 'fp32', node, [1000], { single: true, scoring: true }),
  entry('lab-base-4m', 'fp32', wasm, [1000], { single: true }),
  entry('llama-85m', 'fp32', node, [1000]),
];

/** Everything: about an hour on two cores. */
export const full: readonly Entry[] = [
  entry('llama-85m', 'fp32', node, [200, 1000, 1500], {
    care: { rounds: 3, whole: false },
    single: true,
    scoring: true,
    growth: true,
  }),
  entry('lab-base-4m', 'fp32', node, [200, 1000, 1500], {
    care: { rounds: 2, whole: false },
    single: true,
    scoring: true,
  }),
  entry('lab-base-4m', 'q4', node, [1000], { single: true }),
  entry('llama-85m', 'q4', node, [1000], { single: true }),
  entry('wide-vocabulary', 'fp32', node, [200]),
  entry('smollm2-135m-shape', 'fp32', node, [1000], { single: true }),
  entry('smollm2-135m-shape', 'q4', node, [1000]),
  entry('lab-base-4m', 'fp32', wasm, [200, 1000, 1500], { single: true }),
  entry('lab-base-4m', 'q4', wasm, [1000]),
  entry('lab-base-4m', 'fp32', oneThread, [1000]),
  entry('llama-85m', 'fp32', wasm, [200, 1000], { single: true }),
  entry('llama-85m', 'q4', wasm, [1000]),
  entry('llama-85m', 'fp32', oneThread, [1000]),
  entry('smollm2-135m-shape', 'fp32', wasm, [1000]),
];
