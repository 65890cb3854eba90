import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from '../pretrain/corpus/random.ts';
import { epochBatches, rowLengthFor, rowLengths } from './batches.ts';

describe('epochBatches', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: rowLengths.at(-1) ?? 1 }), { maxLength: 60 });

  it('takes every example once, in as few batches as there can be, none cut', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 9 }), fc.string(), (list, batch, seed) => {
        const batches = epochBatches(list, batch, new Random(seed));
        const members = batches.flatMap((b) => b.members);
        expect([...members].sort((a, b) => a - b)).toEqual([...list.keys()]);
        expect(batches).toHaveLength(Math.ceil(list.length / batch));
        for (const b of batches) {
          expect(b.members.length).toBeLessThanOrEqual(batch);
          const longest = Math.max(...b.members.map((member) => list[member] ?? NaN));
          expect(b.length).toBe(rowLengthFor(longest));
        }
      }),
    );
  });

  it('is drawn by the seed, and drawn anew in the next pass', () => {
    const list = Array.from({ length: 40 }, () => 10);
    const [random, again] = [new Random('a'), new Random('a')];
    const first = epochBatches(list, 4, random);
    expect(epochBatches(list, 4, again)).toEqual(first);
    expect(epochBatches(list, 4, random)).not.toEqual(first);
  });

  it('names the example that is too long', () => {
    expect(() => epochBatches([5, 9999], 2, new Random('a'))).toThrow('Example 2 of 9999 tokens');
  });
});
