import { expect, it } from 'vitest';
import { visible } from './visible.ts';

it('visible shows spaces and line ends', () => {
  expect([' a', '\n', ''].map((piece) => visible(piece))).toEqual(['·a', '⏎', '∅']);
});

it('visible leaves nothing invisible among others', () => {
  expect(visible(' w', { id: 5 })).toBe(' w');
  expect(visible('\n', { id: 5 })).toBe('⏎\n');
  expect(visible('', { id: 5 })).toBe('token 5');
});
