import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planWaves, type Prompt, type Wave, type WaveLimits } from './plan.ts';

const limits: WaveLimits = { rows: 8, positions: 200, branch: 3, longer: 4 };

/** Every job with the prompt that its wave gives it. */
function promptsIn(wave: Wave): Omit<Prompt, 'room'>[] {
  return wave.suffixes.flatMap(({ tokens, jobs }, i) => {
    const prefix = wave.kind === 'shared' ? wave.prefix : (wave.prefixes[i] ?? []);
    return jobs.map((job) => ({ job, tokens: [...prefix, ...tokens] }));
  });
}

const rowsIn = (wave: Wave): number =>
  wave.suffixes.reduce((sum, { jobs }) => sum + jobs.length, 0);

// few tokens, so that prompts share beginnings, are equal, or begin one another
const prompts = fc
  .array(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 9 }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((list) => list.map((tokens, job): Prompt => ({ job, tokens, room: job % 4 })));

describe('planWaves', () => {
  it('gives every job its own prompt, once, in waves of the size allowed', () => {
    fc.assert(
      fc.property(prompts, (list) => {
        const waves = planWaves(list, limits);
        const given = waves.flatMap(promptsIn).sort((a, b) => a.job - b.job);
        expect(given).toEqual(list.map(({ job, tokens }) => ({ job, tokens })));
        for (const wave of waves) {
          expect(rowsIn(wave)).toBeLessThanOrEqual(limits.rows);
          for (const { tokens } of wave.suffixes) expect(tokens.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('reads equal prompts once in a wave', () => {
    fc.assert(
      fc.property(prompts, (list) => {
        for (const { kind, suffixes } of planWaves(list, limits)) {
          const keys = suffixes.map(({ tokens }) => tokens.join());
          if (kind === 'shared') expect(new Set(keys).size).toBe(keys.length);
        }
      }),
    );
  });

  it('does not depend on the order in which jobs come', () => {
    fc.assert(
      fc.property(prompts, (list) => {
        expect(planWaves(list.toReversed(), limits)).toEqual(planWaves(list, limits));
      }),
    );
  });

  const range = (n: number) => Array.from({ length: n }, (_, i) => i);
  const sweep = (prefix: number[], queries: number, settings: number, first = 0): Prompt[] =>
    range(queries * settings).map((i) => ({
      job: first + i,
      tokens: [...prefix, 100 + Math.floor(i / settings), 99],
      room: 5,
    }));

  it('finds the prefix of a sweep, and its queries', () => {
    const prefix = range(20);
    const [wave, ...others] = planWaves(sweep(prefix, 4, 2), limits);
    expect(others).toEqual([]);
    expect(wave).toEqual({
      kind: 'shared',
      prefix,
      suffixes: range(4).map((q) => ({ tokens: [100 + q, 99], jobs: [2 * q, 2 * q + 1] })),
    });
  });

  it('gives each arm of a comparison its own prefix', () => {
    const arms = [range(20), [...range(10), ...range(20)]];
    const waves = planWaves(
      arms.flatMap((prefix, arm) => sweep(prefix, 2, 3, 6 * arm)),
      limits,
    );
    expect(waves.map((wave) => wave.kind === 'shared' && wave.prefix.length).sort()).toEqual([
      20, 30,
    ]);
  });

  it('reads prompts that share nothing side by side, long ones with long ones', () => {
    const apart = range(6).map((job) => ({
      job,
      tokens: [50 + job, ...range(10 * (job + 1))],
      room: 5,
    }));
    const waves = planWaves(apart, limits);
    expect(waves.map(({ kind }) => kind)).toEqual(waves.map(() => 'apart'));
    expect(waves[0]?.suffixes.flatMap(({ jobs }) => jobs)).toEqual([5, 4, 3]);
  });

  it('has no prefixes of no tokens side by side', () => {
    const single = range(3).map((job) => ({ job, tokens: [job], room: 1 }));
    expect(planWaves(single, limits).map(({ kind }) => kind)).toEqual(['shared']);
  });

  it('has nothing to do without prompts', () => {
    expect(planWaves([], limits)).toEqual([]);
  });
});
