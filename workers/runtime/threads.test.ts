import { describe, expect, it } from 'vitest';
import { threadCount } from './threads.ts';

describe('threadCount', () => {
  it('takes small machines whole, large ones half, never more than 8', () => {
    const counts = [1, 2, 4, 6, 8, 12, 16, 64].map((cores) => threadCount(cores, true));
    expect(counts).toEqual([1, 2, 4, 4, 4, 6, 8, 8]);
  });

  it('takes half of them beside another worker’s model', () => {
    const counts = [1, 2, 4, 16].map((cores) => threadCount(cores, true, true));
    expect(counts).toEqual([1, 1, 2, 4]);
    expect(threadCount(8, false, true)).toBe(1);
  });

  it('is 1 where threads cannot share memory', () => {
    expect(threadCount(8, false)).toBe(1);
  });
});
