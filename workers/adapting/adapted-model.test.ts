import { Tensor } from 'onnxruntime-common';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { defaultDecoding } from '../../src/domain/decoding.ts';
import { factorSpecs } from '../../src/onnx/adapters/factors.ts';
import { withAdapter } from '../../src/onnx/adapters/with-adapter.ts';
import { linearLayers } from '../../src/onnx/adapters/linear-layers.ts';
import { flatLength } from '../../src/onnx/graph/flat.ts';
import { draws } from '../../src/onnx/testing/draws.ts';
import { BatchEngine } from '../batch/batch-engine.ts';
import { TinyModel } from '../batch/testing/tiny.ts';
import { generate } from '../decoding/generate.ts';
import type { Serving } from '../loading/serving.ts';
import type { GenerationJob, ScoringJob } from '../protocol.ts';
import { DecoderHost } from '../runtime/decoder-host.ts';
import { TurnQueue } from '../runtime/queue.ts';
import { Given } from '../runtime/testing/given.ts';
import { batchScoring } from '../scoring/batch-scoring.ts';
import { plainScoring } from '../scoring/plain-scoring.ts';
import { AdaptedModel } from './adapted-model.ts';
import type { KnownLayers, OtherWeights } from './adapter-format.ts';
import { replacementChange, type Change } from './change.ts';
import { knownLayers } from './known-layers.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const limits = { rows: 6, positions: 300, branch: 2, longer: 4, prefixBytes: 200_000 };
const random = draws(5);
let tiny: TinyModel;
let known: KnownLayers;
let weights: Record<string, OtherWeights>;
let opened = 0;

const factors = (rank: number): OtherWeights => {
  const shape = { sites: known.sites, rank, scale: 2 };
  const values = Float32Array.from(random.vector(flatLength(factorSpecs(shape)), 0.2));
  return { kind: 'adapter', shape, values };
};

beforeAll(async () => {
  tiny = await TinyModel.open();
  known = knownLayers(tiny.file);
  weights = { a: factors(4), b: factors(4), c: factors(2) };
});
afterAll(() => tiny.release());

/** Sessions with or without other weights, served on either path. */
async function serve(path: 'shared-prefix' | 'plain', change: Change | null): Promise<Serving> {
  opened += 1;
  const queue = new TurnQueue();
  const common = { path: { kind: path, reason: '' }, memory: () => null };
  if (path === 'plain') {
    const open = () => tiny.openPlain(new Given(), change);
    const host = new DecoderHost(queue, await open(), open);
    return {
      ...common,
      generate: (job, options) => generate(host, tiny.model, job, options),
      score: plainScoring(host, tiny.model),
      forget: () => undefined,
      release: () => host.release(),
    };
  }
  const open = () => tiny.openBatch('memory', new Given(), change);
  const host = new DecoderHost(queue, await open(), open);
  const engine = new BatchEngine(host, tiny.model, limits);
  return {
    ...common,
    generate: (job, options) => engine.generate(job, options),
    score: batchScoring(host, tiny.model, limits),
    forget: () => engine.forget(),
    release: () => host.release(),
  };
}

async function adapted(path: 'shared-prefix' | 'plain', roomy = true) {
  const released: string[] = [];
  const base = await serve(path, null);
  const noted = (name: string, serving: Serving): Serving => ({
    ...serving,
    release: () => {
      released.push(name);
      return serving.release();
    },
  });
  const model = new AdaptedModel({
    base: noted('base', base),
    roomy,
    weightsOf: async (name) => {
      const found = weights[name];
      if (!found) throw new Error(`no ${name}`);
      return found;
    },
    open: async (change) => noted('adapter', await serve(path, change)),
    replace: (values) => Promise.resolve(replacementChange(known.specs(), values)),
    up: (values) => new Tensor('float32', values, [values.length]),
  });
  return { model, released };
}

const waiting = { signal: new AbortController().signal, tell: () => undefined };
const job = (i: number, adapter?: string): GenerationJob => ({
  promptTokens: [20, 30, 40, 50, 60 + (i % 3), 70],
  decoding: { ...defaultDecoding, temperature: i % 2, seed: i, maxNewTokens: 8 },
  key: `run ${i}`,
  adapter,
});
const text = (i: number, adapter?: string): ScoringJob => ({
  promptTokens: [20, 30, 40 + i],
  tokens: [11, 12, 13, 14],
  adapter,
});

/** By a graph that holds the factors as constants. */
async function expected(name: string, { promptTokens, tokens }: ScoringJob): Promise<number[]> {
  const given = weights[name];
  if (given?.kind !== 'adapter') throw new Error('no factors');
  const change: Change = {
    change: (model, original) =>
      withAdapter(model, linearLayers(original), given.shape, given.values),
    feeds: () => ({}),
  };
  const decoder = await tiny.openPlain(new Given(), change);
  const host = new DecoderHost(new TurnQueue(), decoder, () => Promise.resolve(decoder));
  const [score] = await plainScoring(host, tiny.model)(
    { jobs: [{ promptTokens, tokens }], alternatives: 0 },
    waiting,
  );
  await host.release();
  return score?.logProbabilities ?? [];
}

describe.each(['shared-prefix', 'plain'] as const)('a model with adapters, %s', (path) => {
  it('answers without one to the last bit as if there were none', async () => {
    const alone = await serve(path, null);
    const plain = await Promise.all([1, 2, 3].map((i) => alone.generate(job(i), waiting)));
    const { model } = await adapted(path);
    for (let round = 0; round < 2; round++) {
      const jobs = [job(1), job(7, 'a'), job(2), job(8, 'b'), job(3), job(9, 'a')];
      model.forget();
      const given = await Promise.all(jobs.map((each) => model.generate(each, waiting)));
      const base = given.filter((_, i) => jobs[i]?.adapter === undefined);
      expect(base.map(({ logProbabilities }) => logProbabilities)).toEqual(
        plain.map(({ logProbabilities }) => logProbabilities),
      );
      // the same job under other weights
      const [one, other] = await Promise.all(
        ['a', 'b'].map((name) => model.generate(job(2, name), waiting)),
      );
      expect(one?.logProbabilities).not.toEqual(other?.logProbabilities);
    }
  });

  it('judges texts under the weights that each names', async () => {
    const { model } = await adapted(path);
    const names = ['a', undefined, 'c', 'a', 'b'];
    const jobs = names.map((name, i) => text(i, name));
    const told: number[] = [];
    const scores = await model.score(
      { jobs, alternatives: 0 },
      { ...waiting, tell: ({ done, total }) => told.push(done / total) },
    );
    const plain = await (
      await serve(path, null)
    ).score({ jobs: [text(1)], alternatives: 0 }, waiting);
    expect(scores[1]?.logProbabilities).toEqual(plain[0]?.logProbabilities);
    for (const [i, name] of names.entries()) {
      if (name === undefined) continue;
      const wanted = await expected(name, text(i));
      wanted.forEach((value, at) => expect(scores[i]?.logProbabilities[at]).toBeCloseTo(value, 4));
    }
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  it('opens one session for adapters of one shape, and closes others where there is no room', async () => {
    const spacious = await adapted(path);
    opened = 0;
    for (const name of ['a', 'b', 'a', 'c', undefined])
      await spacious.model.generate(job(1, name), waiting);
    expect(opened).toBe(2);
    expect(spacious.released).toEqual(['adapter']);
    const narrow = await adapted(path, false);
    for (const name of ['a', 'b', undefined, 'a'])
      await narrow.model.generate(job(1, name), waiting);
    expect(narrow.released).toEqual(['base', 'base', 'adapter', 'base']);
  });

  it('sees what a training has made of its weights meanwhile, and all weights replaced', async () => {
    const { model } = await adapted(path);
    weights['training:t'] = weights['a'] as OtherWeights;
    const before = await model.generate(job(1, 'training:t'), waiting);
    weights['training:t'] = weights['b'] as OtherWeights;
    const after = await model.generate(job(1, 'training:t'), waiting);
    const b = await model.generate(job(1, 'b'), waiting);
    expect(after.logProbabilities).toEqual(b.logProbabilities);
    expect(before.logProbabilities).not.toEqual(b.logProbabilities);
    const size = flatLength(known.specs());
    const values = Float32Array.from(random.vector(size, 0.3));
    weights['all'] = { kind: 'all', values };
    const replaced = await model.generate(job(1, 'all'), waiting);
    const plain = await model.generate(job(1), waiting);
    expect(replaced.logProbabilities).not.toEqual(plain.logProbabilities);
  });

  it('tells those who name weights that are not there, and nobody else', async () => {
    const { model } = await adapted(path);
    const [lost, found] = await Promise.allSettled([
      model.generate(job(1, 'x'), waiting),
      model.generate(job(1, 'a'), waiting),
    ]);
    expect(lost.status).toBe('rejected');
    expect(found.status).toBe('fulfilled');
  });
});
