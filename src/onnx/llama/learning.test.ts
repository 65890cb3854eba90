import { expect, it } from 'vitest';
import { floats, integers, open, type Data } from '../testing/run.ts';
import type { MuonSettings } from '../optimizer/muon.ts';
import type { LlamaConfig } from './config.ts';
import { initialParameters } from './parameters.ts';
import { buildTrainingStep } from './training.ts';

const config: LlamaConfig = {
  vocabSize: 16,
  hiddenSize: 32,
  layers: 1,
  heads: 4,
  kvHeads: 2,
  intermediateSize: 48,
  normEpsilon: 1e-5,
  ropeTheta: 10000,
  tiedHead: true,
  contextLength: 64,
};
const [batch, length] = [4, 16];
const count = batch * length;
const optimizer = { clipNorm: 1, weightDecay: 0.1, beta1: 0.9, beta2: 0.95, epsilon: 1e-8 };

/** Rows that count upwards by a step of their own: predictable from the second token on. */
const sequence = (offset: number) =>
  Array.from({ length: count }, (_, i) => {
    const [row, at] = [Math.floor(i / length), i % length];
    return (row + (at + offset) * (row + 1)) % config.vocabSize;
  });

async function train(
  steps: number,
  muon?: MuonSettings,
): Promise<{ losses: number[]; parameters: ArrayLike<number> }> {
  const built = buildTrainingStep(config, { batch, length, ...optimizer, muon });
  const n = built.parameterCount;
  const run = await open(built.bytes);
  const zeros = floats([n], new Float32Array(n));
  let state: Data[] = [floats([n], initialParameters(config, 1)), zeros, zeros];
  const losses: number[] = [];
  for (let step = 1; step <= steps; step++) {
    const [parameters, moment1, moment2] = state as [Data, Data, Data];
    const got = await run({
      ids: integers([batch, length], sequence(0)),
      labels: integers([count, 1], sequence(1)),
      weights: floats([count, 1], new Float32Array(count).fill(1)),
      parameters,
      moment1,
      moment2,
      learningRate: floats([], [0.01]),
      correction1: floats([], [1 - optimizer.beta1 ** step]),
      correction2: floats([], [1 - optimizer.beta2 ** step]),
    });
    losses.push(got.loss?.values[0] as number);
    state = ['nextParameters', 'nextMoment1', 'nextMoment2'].map((name) => got[name] as Data);
  }
  return { losses, parameters: state[0]?.values ?? [] };
}

it('learns a pattern, and twice the same way to the last bit', { timeout: 60_000 }, async () => {
  const first = await train(40);
  expect(first.losses[0]).toBeCloseTo(Math.log(config.vocabSize), 0);
  expect(first.losses.at(-1)).toBeLessThan(0.5);
  const second = await train(40);
  expect(second).toEqual(first);
});

it('learns it with Muon on the matrices of the layers', { timeout: 60_000 }, async () => {
  const { losses } = await train(40, { rate: 2, momentum: 0.95, weightDecay: 0.02 });
  expect(losses.at(-1)).toBeLessThan(0.5);
});
