import { expect, it } from 'vitest';
import { draws } from '../testing/draws.ts';
import { floats, integers, open, type Data } from '../testing/run.ts';
import type { LlamaConfig } from './config.ts';
import { inductionStart } from './induction-start.ts';
import { initialParameters } from './parameters.ts';
import { buildTrainingStep } from './training.ts';

const config: LlamaConfig = {
  vocabSize: 200,
  hiddenSize: 128,
  layers: 2,
  heads: 4,
  kvHeads: 4,
  intermediateSize: 64,
  normEpsilon: 1e-5,
  ropeTheta: 10000,
  tiedHead: true,
  contextLength: 64,
};
const half = 24;
const [batch, length] = [4, 2 * half];
const count = batch * length;

/** Random sequences said twice, and how much each prediction counts: only the second saying does. */
function saidTwice(seed: number): { ids: number[]; labels: number[]; weights: number[] } {
  const { integer } = draws(seed);
  const rows = Array.from({ length: batch }, () => {
    const once = Array.from({ length: half }, () => integer(config.vocabSize));
    return [...once, ...once, 0];
  });
  return {
    ids: rows.flatMap((row) => row.slice(0, -1)),
    labels: rows.flatMap((row) => row.slice(1)),
    weights: Array.from({ length: count }, (_, i) => Number(i % length >= half)),
  };
}

/** Loss on second sayings (nats a token) of sequences never seen, after some steps of Muon. */
async function lossAfter(steps: number, start: Float32Array): Promise<number> {
  const settings = { weightDecay: 0, beta1: 0.9, beta2: 0.95, epsilon: 1e-8, clipNorm: 1 };
  const muon = { rate: 6, momentum: 0.95, weightDecay: 0 };
  const run = await open(buildTrainingStep(config, { batch, length, ...settings, muon }).bytes);
  const n = start.length;
  const zeros = floats([n], new Float32Array(n));
  let state: Data[] = [floats([n], start), zeros, zeros];
  let loss = NaN;
  for (let step = 1; step <= steps; step++) {
    const { ids, labels, weights } = saidTwice(step);
    const [parameters, moment1, moment2] = state as [Data, Data, Data];
    const got = await run({
      ids: integers([batch, length], ids),
      labels: integers([count, 1], labels),
      weights: floats([count, 1], weights),
      parameters,
      moment1,
      moment2,
      learningRate: floats([], [0.003]),
      correction1: floats([], [1 - 0.9 ** step]),
      correction2: floats([], [1 - 0.95 ** step]),
    });
    loss = got['loss']?.values[0] as number;
    state = ['nextParameters', 'nextMoment1', 'nextMoment2'].map((name) => got[name] as Data);
  }
  return loss;
}

it('makes copying a matter of some steps', { timeout: 120_000 }, async () => {
  const guess = Math.log(config.vocabSize);
  expect(await lossAfter(80, initialParameters(config, 1))).toBeGreaterThan(guess * 0.8);
  expect(await lossAfter(80, inductionStart(config, 1))).toBeLessThan(guess / 2);
});

it('is decided by the seed', () => {
  expect(inductionStart(config, 4)).toEqual(inductionStart(config, 4));
  expect(inductionStart(config, 4)).not.toEqual(inductionStart(config, 5));
});

it.each([{ heads: 2, kvHeads: 2 }, { kvHeads: 2 }, { layers: 1 }])('refuses %j', (change) => {
  expect(() => inductionStart({ ...config, ...change }, 1)).toThrow(/induction start needs/);
});
