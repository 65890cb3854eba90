import { describe, expect, it } from 'vitest';
import { faultOf, maxDifference, spread, type Probe } from './self-test.ts';

const good = (): Probe =>
  Array.from({ length: 3 }, (_, row) => Float32Array.of(row, 1 - row, Math.sin(row), 2));

describe('faultOf', () => {
  it('finds nothing wrong with logits that vary', () => {
    expect(faultOf(good(), 4)).toBeNull();
  });

  it('names what is wrong', () => {
    const withNaN = good();
    withNaN[1]?.fill(NaN, 2, 3);
    const flat = good();
    flat[2]?.fill(0.5);
    const frozen = Array.from({ length: 3 }, () => Float32Array.of(1, 2, 3, 4));
    expect(faultOf(withNaN, 4)).toMatch(/not finite/);
    expect(faultOf(flat, 4)).toMatch(/same logit/);
    expect(faultOf(frozen, 4)).toMatch(/do not depend/);
    expect(faultOf(good(), 5)).toMatch(/scores 4 tokens/);
  });
});

describe('maxDifference', () => {
  it('is the largest over all rows, and no number where rows are missing', () => {
    const other = good();
    other[2]?.fill(2.25, 3);
    expect(maxDifference(good(), other)).toBe(0.25);
    expect(maxDifference(good(), good().slice(1))).toBeNaN();
  });
});

describe('spread', () => {
  it('is the standard deviation of all logits', () => {
    expect(spread([Float32Array.of(1, 3), Float32Array.of(5, 7)])).toBeCloseTo(Math.sqrt(5), 9);
  });
});
