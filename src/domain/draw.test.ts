import { describe, expect, it } from 'vitest';
import { philox, uniform } from './draw.ts';

describe('philox', () => {
  it("gives the known answers of its authors' test vectors", () => {
    const hex = (words: readonly number[]) => words.map((w) => w.toString(16).padStart(8, '0'));
    expect(hex(philox([0, 0, 0, 0], [0, 0]))).toEqual([
      '6627e8d5',
      'e169c58d',
      'bc57ac4c',
      '9b00dbd8',
    ]);
    const ones = 0xffffffff;
    expect(hex(philox([ones, ones, ones, ones], [ones, ones]))).toEqual([
      '408f276d',
      '41c83b0e',
      'a20bc7c6',
      '6d5451fd',
    ]);
    expect(
      hex(philox([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0])),
    ).toEqual(['d16cfe09', '94fdcceb', '5001e420', '24126ea1']);
  });
});

/** Pearson's statistic of `counts` against equal expectation, in standard deviations from its mean. */
function excess(counts: readonly number[], draws: number): number {
  const expected = draws / counts.length;
  const statistic = counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
  const freedom = counts.length - 1;
  return (statistic - freedom) / Math.sqrt(2 * freedom);
}

function count(counts: number[], bin: number): void {
  counts[bin] = (counts[bin] ?? 0) + 1;
}

describe('uniform', () => {
  const draws = 1 << 16;
  const streams: Record<string, (i: number) => number> = {
    'steps of one run': (i) => uniform(1, 'run', i),
    'neighbouring seeds': (i) => uniform(i, 'run', 0),
    'keys that differ in one character': (i) => uniform(1, `run-${i}`, 0),
  };

  for (const [name, draw] of Object.entries(streams)) {
    it(`is uniform, alone and in pairs, over ${name}`, () => {
      const single = new Array<number>(256).fill(0);
      const pairs = new Array<number>(1024).fill(0);
      for (let i = 0; i < draws; i++) {
        const [u, next] = [draw(i), draw(i + 1)];
        count(single, Math.floor(u * 256));
        count(pairs, Math.floor(u * 32) * 32 + Math.floor(next * 32));
      }
      expect(Math.abs(excess(single, draws))).toBeLessThan(4);
      expect(Math.abs(excess(pairs, draws))).toBeLessThan(4);
    });
  }

  it('never shares a draw between runs', () => {
    const seen = new Set<number>();
    for (let run = 0; run < 400; run++) {
      for (let step = 0; step < 250; step++) seen.add(uniform(7, `run ${run}`, step));
    }
    expect(seen.size).toBe(100_000);
  });

  it('stays as it is: stored runs replay', () => {
    expect(uniform(1, 'run', 0)).toBe(0.5992610001054174);
    expect(uniform(0xffffffff, '', 4095)).toBe(0.49725242303004);
  });
});
