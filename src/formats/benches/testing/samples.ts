import { answered } from './answered.ts';
import { asked } from './asked.ts';
import { judged } from './judged.ts';
import type { Sample } from './sample.ts';

export type { Sample } from './sample.ts';

/** Small valid files of every format: what tests read, and what they damage. */
export const samples: readonly Sample[] = [...asked, ...answered, ...judged];

/** A sample as its format writes it: lines, or a list over several lines. */
export const textOf = ({ rows, list }: Pick<Sample, 'rows' | 'list'>): string =>
  list === true
    ? JSON.stringify(rows, null, 1)
    : rows.map((row) => `${JSON.stringify(row)}\n`).join('');
