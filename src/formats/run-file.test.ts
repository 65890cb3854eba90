import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../domain/problem.ts';
import { problemOf } from '../domain/testing/problem-of.ts';
import { sampleRun, sampleRuns } from '../domain/testing/sample-run.ts';
import type { Run } from '../domain/run.ts';
import { readRunFile, writeRunFiles } from './run-file.ts';

const file = (...parts: string[]) => new File(parts, 'lesson.json');
const written = (runs: readonly Run[]) => writeRunFiles(runs, '0.1.0').map((p) => file(...p));
const withRun = (index: number, change: (run: Run) => unknown) => {
  const runs: unknown[] = sampleRuns(5).map((run, i) => (i === index ? change(run) : run));
  const head = {
    format: 'incontext-lab/runs',
    version: 1,
    app: '0',
    exportedAt: '2025-01-01T00:00:00Z',
  };
  return file(JSON.stringify({ ...head, runs }));
};

/** Any run that the schema allows in its free parts: texts, numbers, tokens, notes. */
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0);
const anyRun: fc.Arbitrary<Run> = fc
  .record({
    index: fc.nat(),
    texts: fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), fc.string()),
    tokens: fc.array(fc.nat()),
    logProbabilities: fc.array(number),
    tags: fc.array(fc.string({ minLength: 1 })),
    rating: fc.option(fc.integer({ min: 1, max: 10 })),
    seed: fc.integer({ min: 0, max: 0xffffffff }),
  })
  .map(({ index, texts: [query, answer, notes], tokens, logProbabilities, tags, rating, seed }) => {
    const run = sampleRun(index, { turns: [{ query, answer }], notes, tags, rating });
    run.prompt = { text: query, tokens };
    run.decoding.seed = seed;
    run.generation = { ...run.generation, tokens, logProbabilities, text: answer };
    return run;
  });

describe('a file of runs', () => {
  it('gives back any runs as they were', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRun, { maxLength: 5 }), async (runs) => {
        const [only] = written(runs);
        if (!only) throw new Error('no file');
        expect(await readRunFile(only)).toEqual(JSON.parse(JSON.stringify(runs)));
      }),
    );
  });

  it('is split where it would be too large to read back', async () => {
    const runs = sampleRuns(20);
    const files = writeRunFiles(runs, '0.1.0', new Date(0), 10_000).map((parts) => file(...parts));
    expect(files.length).toBeGreaterThan(1);
    for (const { size } of files) expect(size).toBeLessThanOrEqual(10_000);
    const back = await Promise.all(files.map((f) => readRunFile(f)));
    expect(back.flat()).toEqual(runs);
  });

  it('says what it is, for people and programs', () => {
    const [parts = []] = writeRunFiles([sampleRun()], '0.1.0', new Date(0));
    expect(JSON.parse(parts.join(''))).toMatchObject({
      format: 'incontext-lab/runs',
      version: 1,
      exportedAt: '1970-01-01T00:00:00.000Z',
      app: '0.1.0',
    });
  });

  it('tells of its progress and can be cancelled', async () => {
    const abort = new AbortController();
    const runs = Array.from({ length: 3_000 }, (_, i) =>
      sampleRun(i, { prompt: { text: '', tokens: Array.from({ length: 200 }, () => i) } }),
    );
    const [only] = written(runs);
    if (!only) throw new Error('no file');
    const problem = await problemOf(
      readRunFile(only, {
        signal: abort.signal,
        onProgress: (done, total) => {
          expect(done).toBeLessThanOrEqual(total);
          expect(total).toBe(3_000);
          abort.abort();
        },
      }),
    );
    expect(problem.code).toBe('cancelled');
  });
});

describe('a file that is wrong', () => {
  const cases: [string, File, RegExp[]][] = [
    [
      'names the field',
      withRun(3, (r) => ({ ...r, decoding: { ...r.decoding, topP: 7 } })),
      [/lesson\.json: runs\[3\]\.decoding\.topP: .*<=1 .*7/, /run run-3/],
    ],
    [
      'names a missing field',
      withRun(1, (r) => ({ ...r, prompt: { text: '' } })),
      [/runs\[1\]\.prompt\.tokens/],
    ],
    [
      'names a list position',
      withRun(0, (r) => ({ ...r, tags: ['a', ''] })),
      [/runs\[0\]\.tags\[1\]/],
    ],
    ['names a run that is none', withRun(2, () => null), [/runs\[2\]: /]],
    [
      'names the version',
      file('{"format":"incontext-lab/runs","version":2,"runs":[]}'),
      [/version/],
    ],
    ['is told apart from other JSON', file('{"arms":[]}'), [/not a file of runs/, /format/]],
    ['is told apart from other files', file('%PDF-1.7'), [/not JSON/]],
    ['may be empty', file(''), [/not JSON/]],
  ];
  it.each(cases)('%s', async (_name, wrong, patterns) => {
    const problem = await problemOf(readRunFile(wrong));
    expect(problem.code).toBe('bad-input');
    for (const pattern of patterns) expect(problem.message).toMatch(pattern);
    expect(problem.remedy).not.toBe('');
  });

  it('is refused unread where it is too large', async () => {
    const huge = { name: 'huge.json', size: 300_000_000, text: () => Promise.reject() };
    expect((await problemOf(readRunFile(huge as unknown as File))).message).toContain('200 MB');
  });

  it('never throws anything but a Problem', async () => {
    const junk = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .record({
          format: fc.constant('incontext-lab/runs'),
          version: fc.constant(1),
          exportedAt: fc.constant('2025-01-01T00:00:00Z'),
          app: fc.string(),
          runs: fc.array(fc.jsonValue()),
        })
        .map((value) => JSON.stringify(value)),
    );
    await fc.assert(
      fc.asyncProperty(junk, async (text) => {
        try {
          expect(await readRunFile(file(text))).toEqual([]);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(Problem);
        }
      }),
    );
  });
});
