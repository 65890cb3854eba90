import type { Feeds } from '../training/feeds.ts';
import type { Data } from './run.ts';

/** Feeds of a training graph for `open`. */
export const toData = (feeds: Feeds): Record<string, Data> =>
  Object.fromEntries(
    Object.entries(feeds).map(([name, { dtype, dims, data }]) => [
      name,
      { dtype, shape: dims, values: Array.from<number | bigint, number>(data, Number) },
    ]),
  );
