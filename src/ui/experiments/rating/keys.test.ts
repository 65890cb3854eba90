import { expect, it } from 'vitest';
import { moveOf } from './keys.ts';

const none = { altKey: false, ctrlKey: false, metaKey: false, repeat: false };
const of = (key: string, kind: 'single' | 'pair', more = {}) =>
  moveOf({ ...none, ...more, key }, kind);

it('gives points by digits, 0 for ten', () => {
  const points = [...'1234567890'].map((key) => of(key, 'single'));
  expect(points).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => ({ kind: 'points', points: n })),
  );
  expect(of('7', 'pair')).toBeNull();
});

it('takes a side by arrows, and neither by the space bar', () => {
  const sides = ['ArrowLeft', 'ArrowRight', ' '].map((key) => of(key, 'pair'));
  expect(sides).toEqual(['left', 'right', 'tie'].map((better) => ({ kind: 'better', better })));
  expect(of(' ', 'single')).toBeNull();
});

it('skips and takes back in both modes, and leaves everything else to the browser', () => {
  for (const kind of ['single', 'pair'] as const) {
    expect(of('S', kind)).toEqual({ kind: 'skip' });
    expect([of('u', kind), of('Backspace', kind)]).toEqual([{ kind: 'undo' }, { kind: 'undo' }]);
    for (const key of ['Enter', 'Tab', 'toString', 'x']) expect(of(key, kind)).toBeNull();
  }
  expect(of('1', 'single', { ctrlKey: true })).toBeNull();
  expect(of('1', 'single', { repeat: true })).toBeNull();
});
