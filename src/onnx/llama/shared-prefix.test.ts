import { describe, expect, it } from 'vitest';
import { hidden } from '../composites/attention.ts';
import { createGraph } from '../ops/registry.ts';
import { draws } from '../testing/draws.ts';
import { floats, full, integers, open, openGraph, type Data, type Run } from '../testing/run.ts';
import { headSize, type LlamaConfig } from './config.ts';
import { cutParameters, llamaForward } from './forward.ts';
import { initialParameters } from './parameters.ts';
import { writeSharedPrefixDecoder } from './shared-prefix.ts';

const config = (tiedHead: boolean, kvHeads: number): LlamaConfig => ({
  vocabSize: 50,
  hiddenSize: 64,
  layers: 2,
  heads: 4,
  kvHeads,
  intermediateSize: 96,
  normEpsilon: 1e-5,
  ropeTheta: 10000,
  tiedHead,
  contextLength: 32,
});

/** Larger than fresh ones, so that attention is not flat and every weight matters. */
const parametersOf = (c: LlamaConfig) =>
  initialParameters(c, 1).map((value) => (value === 1 ? 1 : 8 * value));

const random = draws(4);
const tokens = (length: number): number[] => Array.from({ length }, () => random.integer(50));

/** Logits after the last token of one row, by the forward that training uses. */
async function lastLogits(c: LlamaConfig, flat: Float32Array, row: number[]): Promise<number[]> {
  const g = createGraph();
  const pieces = cutParameters(g, c, g.input('parameters', 'float32', [flat.length]));
  g.output('logits', llamaForward(g, c, pieces, g.input('ids', 'int64', [1, row.length])));
  const run = await openGraph(g);
  const { logits } = await run({
    ids: integers([1, row.length], row),
    parameters: floats([flat.length], flat),
  });
  return Array.from((logits as Data).values).slice(-c.vocabSize);
}

type Cache = Record<string, Data>;

/** Caches by a new kind of name, such as what was present as the next run's past. */
const renamed = (c: LlamaConfig, results: Cache, from: string, to: string): Cache =>
  Object.fromEntries(
    Array.from({ length: c.layers }, (_, layer) =>
      ['key', 'value'].map((part) => [
        `${to}_${part}.${layer}`,
        results[`${from}_${part}.${layer}`] as Data,
      ]),
    ).flat(),
  );

function empty(c: LlamaConfig, kind: string, rows: number): Cache {
  const none = floats([rows, c.kvHeads, 0, headSize(c)], []);
  return Object.fromEntries(
    Array.from({ length: c.layers }, (_, layer) =>
      ['key', 'value'].map((part) => [`${kind}_${part}.${layer}`, none]),
    ).flat(),
  );
}

/** Reads prefixes, padded on the right, and gives them as prefix caches with their bias. */
async function readPrefixes(run: Run, c: LlamaConfig, prefixes: number[][]): Promise<Cache> {
  const [rows, length] = [prefixes.length, Math.max(...prefixes.map((p) => p.length))];
  const places = Array.from({ length }, (_, i) => i);
  const padded = prefixes.map((p) => places.map((i) => p[i] ?? 0));
  const results = await run({
    ids: integers([rows, length], padded.flat()),
    positions: integers([rows, length], prefixes.map(() => places).flat()),
    bias: floats(
      [1, 1, length, length],
      places.flatMap((i) => places.map((j) => (j > i ? hidden : 0))),
    ),
    prefix_bias: floats([rows, 1, 1, 0], []),
    ...empty(c, 'prefix', rows),
    ...empty(c, 'past', rows),
  });
  return {
    ...renamed(c, results, 'present', 'prefix'),
    prefix_bias: floats(
      [rows, 1, 1, length],
      prefixes.flatMap((p) => places.map((i) => (i < p.length ? 0 : hidden))),
    ),
  };
}

/** Feeds suffixes, padded on the left, in two runs: all but the last token, then that one. */
async function readSuffixes(
  run: Run,
  c: LlamaConfig,
  prefix: Cache,
  rows: { prefixLength: number; suffix: number[] }[],
): Promise<Data> {
  const length = Math.max(...rows.map(({ suffix }) => suffix.length));
  const places = Array.from({ length }, (_, i) => i);
  const pad = (row: { suffix: number[] }) => length - row.suffix.length;
  const feeds = (from: number, to: number) => {
    const part = places.slice(from, to);
    const shape = [rows.length, part.length];
    return {
      ...prefix,
      ids: integers(
        shape,
        rows.flatMap((row) => part.map((i) => row.suffix[i - pad(row)] ?? 0)),
      ),
      positions: integers(
        shape,
        rows.flatMap((row) => part.map((i) => row.prefixLength + Math.max(0, i - pad(row)))),
      ),
      bias: floats(
        [rows.length, 1, part.length, to],
        rows.flatMap((row) =>
          part.flatMap((i) => places.slice(0, to).map((j) => (j > i || j < pad(row) ? hidden : 0))),
        ),
      ),
    };
  };
  const first = await run({ ...feeds(0, length - 1), ...empty(c, 'past', rows.length) });
  const past = renamed(c, first, 'present', 'past');
  const { logits } = await run({ ...feeds(length - 1, length), ...past });
  return logits as Data;
}

function expectClose(got: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(got.length).toBe(expected.length);
  for (let i = 0; i < got.length; i++)
    expect(Math.abs((got[i] as number) - (expected[i] as number))).toBeLessThan(1e-4);
}

const suffixes = [tokens(5), tokens(2), tokens(7)];
const cases: { name: string; prefixes: number[][] }[] = [
  { name: 'one prefix for all rows', prefixes: [tokens(9)] },
  { name: 'a prefix for each row', prefixes: [tokens(4), tokens(11), tokens(8)] },
];

describe.each([
  { tied: true, kvHeads: 2 },
  { tied: false, kvHeads: 4 },
  { tied: true, kvHeads: 1 },
])('shared-prefix decoder, tied $tied, $kvHeads key/value heads', ({ tied, kvHeads }) => {
  const c = config(tied, kvHeads);
  const flat = parametersOf(c);

  it.each(cases)('gives the plain forward’s logits with $name', { timeout: 60_000 }, async (it) => {
    const run = await open(writeSharedPrefixDecoder(c, flat));
    const prefixes = await readPrefixes(run, c, it.prefixes);
    const prefixOf = (row: number) => it.prefixes[row % it.prefixes.length] as number[];
    const logits = await readSuffixes(
      run,
      c,
      prefixes,
      suffixes.map((suffix, row) => ({ prefixLength: prefixOf(row).length, suffix })),
    );
    expect(logits.shape).toEqual([suffixes.length, c.vocabSize]);
    for (const [row, suffix] of suffixes.entries())
      expectClose(
        Array.from(logits.values).slice(row * c.vocabSize, (row + 1) * c.vocabSize),
        await lastLogits(c, flat, [...prefixOf(row), ...suffix]),
      );
  });
});

it('refuses a vector of the wrong length', () => {
  expect(() => writeSharedPrefixDecoder(config(true, 2), full([10], 0))).toThrow(/has 10/);
});
