import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readList, readNumber, writeList } from './numbers.ts';

it('reads a number in its range and says what it must be', () => {
  expect(readNumber(' 0.5 ')).toEqual({ value: 0.5 });
  expect(readNumber('', { least: 0 })).toEqual({ reason: 'This must be a number, 0 or more.' });
  expect(readNumber('1.5', { least: 1, most: 9, whole: true })).toEqual({
    reason: 'This must be a whole number from 1 to 9.',
  });
  expect(readNumber('Infinity')).toEqual({ reason: 'This must be a number.' });
});

it('reads lists with ranges in them', () => {
  expect(readList('1, 3-5 9', 1, 9)).toEqual({ value: [1, 3, 4, 5, 9] });
  expect(readList('', 1, 9)).toEqual({ value: [] });
  for (const wrong of ['a', '0', '10', '5-3', '1,,-2', '1.5'])
    expect(readList(wrong, 1, 9)).toHaveProperty('reason');
  expect(readList('0-4294967295', 0, 4294967295)).toEqual({ reason: 'There may be 1000 at most.' });
});

it('reads what it writes', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), (numbers) => {
      expect(readList(writeList(numbers), 0, 2 ** 31)).toEqual({ value: numbers });
    }),
  );
});
