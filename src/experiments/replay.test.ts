import { describe, expect, it } from 'vitest';
import { firstDivergence } from './replay.ts';

describe('firstDivergence', () => {
  it('finds the first token that differs, or that one side lacks', () => {
    expect(firstDivergence([1, 2, 3], [1, 2, 3])).toBeNull();
    expect(firstDivergence([1, 2, 3], [1, 9, 3])).toBe(1);
    expect(firstDivergence([1, 2], [1, 2, 3])).toBe(2);
    expect(firstDivergence([], [])).toBeNull();
  });
});
