import { describe, expect, it } from 'vitest';
import type { BenchItem } from '../../../src/scoring/lab-80/schema.ts';
import { dress } from '../../../src/scoring/lab-80/style.ts';
import { tinyBench } from '../testing/tiny-bench.ts';
import { icl, outOfDomain, shifted } from './condition.ts';
import { demonstrationsFor, poolOrder, styleOf } from './demonstrations.ts';

const [lion, legs, home] = tinyBench.items as [BenchItem, BenchItem, BenchItem];
const texts = (item: BenchItem, arm: ReturnType<typeof icl>, draw: number) =>
  demonstrationsFor(tinyBench, item, arm, draw).map(({ query, answer }) => [query, answer]);

describe('poolOrder', () => {
  it('goes round the categories, and draws differ', () => {
    const order = poolOrder(tinyBench.pool, 0);
    expect(order).toHaveLength(tinyBench.pool.length);
    for (const start of [0, 8, 16])
      expect(new Set(order.slice(start, start + 8).map(({ category }) => category)).size).toBe(8);
    expect(poolOrder(tinyBench.pool, 0)).toEqual(order);
    expect(poolOrder(tinyBench.pool, 1)).not.toEqual(order);
  });
});

describe('demonstrationsFor', () => {
  it('gives all items of the world part the same, and a larger N the smaller one’s first', () => {
    expect(texts(lion, icl(6), 3)).toEqual(texts(legs, icl(6), 3));
    expect(texts(lion, icl(12), 3).slice(0, 6)).toEqual(texts(lion, icl(6), 3));
    expect(texts(lion, icl(6), 4)).not.toEqual(texts(lion, icl(6), 3));
  });

  it('gives a context item its own, in the order of the draw, dressed in the draw’s style', () => {
    const shown = demonstrationsFor(tinyBench, home, icl(24), 1);
    expect(shown.every(({ answer }) => answer.startsWith('Well now. The '))).toBe(true);
    const own = home.part === 'context' ? home.demonstrations : [];
    expect(new Set(shown.map(({ query }) => query))).toEqual(new Set(own.map((d) => d.query)));
    expect(shown.map(({ query }) => query)).not.toEqual(own.map((d) => d.query));
  });

  it('moves answers by one place', () => {
    const correct = texts(home, icl(6), 2);
    const moved = texts(home, shifted(6), 2);
    expect(moved.map(([query]) => query)).toEqual(correct.map(([query]) => query));
    expect(moved.map(([, answer]) => answer)).toEqual(
      correct.map((_, i) => correct[(i + 1) % 6]?.[1]),
    );
  });

  it('takes answers from other categories', () => {
    const style = styleOf(tinyBench, 0);
    const home = new Map(tinyBench.pool.map((d) => [dress(style, d.answer), d.category]));
    for (const { answer, category } of demonstrationsFor(tinyBench, lion, outOfDomain(12), 0)) {
      expect(home.has(answer)).toBe(true);
      expect(home.get(answer)).not.toBe(category);
    }
  });

  it('says when there are too few', () => {
    expect(() => demonstrationsFor(tinyBench, lion, icl(25), 0)).toThrow(
      'world-lion: 25 demonstrations are asked for, there are 24',
    );
  });
});
