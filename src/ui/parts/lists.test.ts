import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeLabel, inserted, landing, moved } from './lists.ts';

describe('moved', () => {
  it('moves one and keeps the order of the others', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer()), fc.nat(20), fc.integer(), (list, from, to) => {
        const after = moved(list, from, to);
        expect([...after].sort()).toEqual([...list].sort());
        const others = list.filter((_, i) => i !== from);
        expect(after.filter((x) => others.includes(x))).toEqual(others);
      }),
    );
  });

  it('gives the same list where nothing moves', () => {
    const list = ['a', 'b'];
    expect(moved(list, 0, -1)).toBe(list);
    expect(moved(list, 1, 9)).toBe(list);
  });
});

describe('inserted', () => {
  it('puts a thing in', () => expect(inserted(['a', 'c'], 1, 'b')).toEqual(['a', 'b', 'c']));
});

describe('freeLabel', () => {
  it('counts on', () => {
    expect(freeLabel('Base', [])).toBe('Base');
    expect(freeLabel('Base', ['Base'])).toBe('Base 2');
    expect(freeLabel('Base 2', ['Base', 'Base 2'])).toBe('Base 3');
  });
});

describe('landing', () => {
  const boxes = [100, 300, 50].map((height, i, all) => ({
    height,
    top: all.slice(0, i).reduce((a, b) => a + b, 0),
  }));

  it('stays until a neighbour is half passed', () => {
    expect(landing(boxes, 0, 149)).toBe(0);
    expect(landing(boxes, 0, 151)).toBe(1);
    expect(landing(boxes, 0, 1000)).toBe(2);
    expect(landing(boxes, 2, -149)).toBe(2);
    expect(landing(boxes, 2, -151)).toBe(1);
    expect(landing(boxes, 2, -1000)).toBe(0);
    expect(landing(boxes, 1, 0)).toBe(1);
  });
});
