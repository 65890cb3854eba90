import { expect, it } from 'vitest';
import { windowOf } from './settings.ts';

it.each([
  [{}, null],
  [{ sliding_window: null }, null],
  [{ sliding_window: 512 }, 512],
  [{ sliding_window: 512, use_sliding_window: false }, null],
  [{ sliding_window: 4096 }, null],
])('a query sees of 2,048 positions, by %o: %o', (settings, window) => {
  expect(windowOf({ vocab_size: 8, ...settings }, 2048)).toBe(window);
});
