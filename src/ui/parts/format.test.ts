import { expect, it } from 'vitest';
import { byteSize, counted, duration, fullTime, shortTime } from './format.ts';

it('counts', () => {
  expect(counted(1, 'run')).toBe('1 run');
  expect(counted(0, 'run')).toBe('0 runs');
  expect(counted(2, 'copy', 'copies')).toBe('2 copies');
});

it('writes durations and sizes in readable units', () => {
  expect([1.24, 40.4, 1500].map(duration)).toEqual(['1.2 ms', '40 ms', '1.50 s']);
  expect([12, 1500, 8e6, 2.5e9].map(byteSize)).toEqual(['12 B', '1.5 kB', '8.0 MB', '2.50 GB']);
});

it('writes the clock time for today and the date for other days', () => {
  const now = new Date(2025, 4, 6, 15, 0);
  expect(shortTime(new Date(2025, 4, 6, 9, 30).toISOString(), now)).toMatch(/30/);
  expect(shortTime(new Date(2025, 4, 5, 9, 30).toISOString(), now)).toMatch(/2025/);
});

it('leaves what is no date as it is', () => {
  expect([shortTime('soon'), fullTime('soon')]).toEqual(['soon', 'soon']);
});
