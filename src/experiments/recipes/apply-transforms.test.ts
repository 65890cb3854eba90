import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Demonstration } from '../../domain/demonstration.ts';
import { Problem } from '../../domain/problem.ts';
import { applyTransforms } from './apply-transforms.ts';
import { anyPool, anySeed, toys } from './testing/toy.ts';
import { Transform } from './transform.ts';

const five = toys(5);
const none = { seed: 1, pool: [] };
const apply = (shown: readonly Demonstration[], ...transforms: Transform[]) =>
  applyTransforms(shown, transforms, none);
const ids = (shown: readonly Demonstration[]) => shown.map(({ id }) => id.replace('toy-', ''));
const answers = (shown: readonly Demonstration[]) => shown.map(({ answer }) => answer);
const thrown = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem && error.code === 'bad-input') return error.message;
    throw error;
  }
  throw new Error('Nothing was thrown.');
};

describe('applyTransforms', () => {
  it('takes positions, orders and leaves out', () => {
    expect(ids(apply(five, { kind: 'subset', keep: [3, 0] }))).toEqual(['0', '3']);
    expect(apply(five, { kind: 'subset', keep: [] })).toEqual([]);
    expect(ids(apply(five, { kind: 'leave-out', index: 1 }))).toEqual(['0', '2', '3', '4']);
    expect(ids(apply(five, { kind: 'reverse' }))).toEqual(['4', '3', '2', '1', '0']);
    expect(ids(apply(five, { kind: 'order', of: [4, 0, 1, 3, 2] }))).toEqual([
      '4',
      '0',
      '1',
      '3',
      '2',
    ]);
  });

  it('leaves one of two equal demonstrations out, not both', () => {
    const [one] = five as [Demonstration];
    expect(apply([one, one], { kind: 'leave-out', index: 0 })).toEqual([one]);
  });

  it('shifts answers as the published prompts do: A[i + 1], A[i - 1]', () => {
    expect(answers(apply(toys(3), { kind: 'shift', by: 1 }))).toEqual([
      'Answer 1.',
      'Answer 2.',
      'Answer 0.',
    ]);
    expect(answers(apply(toys(3), { kind: 'shift', by: -1 }))).toEqual([
      'Answer 2.',
      'Answer 0.',
      'Answer 1.',
    ]);
    expect(apply([], { kind: 'shift', by: 1 })).toEqual([]);
  });

  it('empties answers or queries, and nothing else', () => {
    expect(apply(five, { kind: 'queries-only' })).toEqual(five.map((d) => ({ ...d, answer: '' })));
    expect(apply(five, { kind: 'answers-only' })).toEqual(five.map((d) => ({ ...d, query: '' })));
  });

  it('goes from one transform to the next', () => {
    expect(
      answers(apply(five, { kind: 'subset', keep: [0, 4] }, { kind: 'shift', by: 1 })),
    ).toEqual(['Answer 4.', 'Answer 0.']);
  });

  it('names the transform and the field of what does not fit', () => {
    expect(thrown(() => apply(five, { kind: 'reverse' }, { kind: 'subset', keep: [0, 5] }))).toBe(
      'transforms[1].keep: there is no demonstration at position 5: there are 5.',
    );
    expect(thrown(() => apply(five, { kind: 'leave-out', index: 9 }))).toContain('[0].index');
    expect(thrown(() => apply(five, { kind: 'subset', keep: [1, 1] }))).toContain('twice');
    expect(thrown(() => apply(five, { kind: 'order', of: [0, 1] }))).toBe(
      'transforms[0].of: it has 2 positions for 5 demonstrations.',
    );
    expect(thrown(() => apply(five, { kind: 'order', of: [0, 1, 2, 3, 3] }))).toContain('twice');
  });

  const transform: fc.Arbitrary<Transform> = fc.oneof(
    fc.constantFrom<Transform>(
      { kind: 'queries-only' },
      { kind: 'answers-only' },
      { kind: 'permute' },
      { kind: 'reverse' },
    ),
    fc.integer().map((by): Transform => ({ kind: 'shift', by })),
  );

  it('keeps the number of demonstrations, and changes none that it was given', () => {
    fc.assert(
      fc.property(anyPool(0), fc.array(transform), anySeed, (shown, transforms, seed) => {
        const before = structuredClone(shown);
        expect(applyTransforms(shown, transforms, { seed, pool: [] })).toHaveLength(shown.length);
        expect(shown).toEqual(before);
      }),
    );
  });

  it('keeps all answers under shifts and permutations; a shift back undoes one', () => {
    fc.assert(
      fc.property(anyPool(0), fc.integer(), anySeed, (shown, by, seed) => {
        const context = { seed, pool: [] };
        const shifted = applyTransforms(shown, [{ kind: 'shift', by }], context);
        const permuted = applyTransforms(shown, [{ kind: 'permute' }], context);
        expect(answers(shifted).sort()).toEqual(answers(shown).sort());
        expect(new Set(permuted)).toEqual(new Set(shown));
        expect(applyTransforms(shifted, [{ kind: 'shift', by: -by }], context)).toEqual(shown);
      }),
    );
  });

  it('permutes by seed, the same for all items or an item’s own', () => {
    const order = (seed: number, item?: string) =>
      ids(applyTransforms(toys(12), [{ kind: 'permute' }], { seed, pool: [], item })).join();
    expect(order(1)).toBe(order(1));
    expect(order(1)).not.toBe(order(2));
    expect(order(1, 'one')).not.toBe(order(1, 'two'));
  });
});

describe('Transform', () => {
  it('takes what is written right, and nothing else', () => {
    const is = (json: unknown) => v.is(Transform, json);
    expect(is({ kind: 'shift', by: -1 })).toBe(true);
    expect(is({ kind: 'shift', by: 0.5 })).toBe(false);
    expect(is({ kind: 'shift', by: 1, of: [0] })).toBe(false);
    expect(is({ kind: 'subset', keep: [-1] })).toBe(false);
    expect(is({ kind: 'rules' })).toBe(false);
  });
});
