import { expect, it } from 'vitest';
import { rowAfter } from './grid-keys.ts';

it('moves by a row, a page or to the ends, and stays within the list', () => {
  expect(rowAfter('ArrowDown', 3, 100)).toBe(4);
  expect(rowAfter('ArrowUp', 0, 100)).toBe(0);
  expect(rowAfter('PageDown', 95, 100)).toBe(99);
  expect(rowAfter('PageUp', 42, 100)).toBe(32);
  expect(rowAfter('Home', 42, 100)).toBe(0);
  expect(rowAfter('End', 42, 100)).toBe(99);
  expect(rowAfter('x', 42, 100)).toBeNull();
});
