import { expect, it } from 'vitest';
import { compareRest, whereOf } from './where.ts';

it('reads what is open from the address', () => {
  expect(whereOf('')).toEqual({ view: 'list' });
  expect(whereOf('run-1')).toEqual({ view: 'run', id: 'run-1' });
  expect(whereOf('imported/1')).toEqual({ view: 'run', id: 'imported/1' });
});

it('keeps ids with any character apart', () => {
  const [a, b] = ['one/1 %41', 'zwei: ü#?'];
  expect(whereOf(compareRest(a, b))).toEqual({ view: 'compare', a, b });
});
