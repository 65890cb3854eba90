import type { Sort, SortKey } from './select.ts';

export interface Option {
  value: string;
  label: string;
}

/** Least ratings to filter by; "0" is any. */
export const ratings: readonly Option[] = [
  { value: '0', label: 'Rated or not' },
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => ({ value: String(n), label: `${n} or more` })),
  { value: '10', label: '10' },
];

/** Ages to filter by, in days; "0" is any. */
export const ages: readonly Option[] = [
  { value: '0', label: 'At any time' },
  { value: '1', label: 'Last 24 hours' },
  { value: '7', label: 'Last 7 days' },
  { value: '30', label: 'Last 30 days' },
  { value: '365', label: 'Last year' },
];

/** Orders, as `<key> <up or down>`. */
export const sorts: readonly Option[] = [
  { value: 'time down', label: 'Newest first' },
  { value: 'time up', label: 'Oldest first' },
  { value: 'rating down', label: 'Best rated first' },
  { value: 'rating up', label: 'Worst rated first' },
  { value: 'answer down', label: 'Longest answer first' },
  { value: 'answer up', label: 'Shortest answer first' },
  { value: 'query up', label: 'Query, A to Z' },
  { value: 'query down', label: 'Query, Z to A' },
  { value: 'arm up', label: 'Arm, A to Z' },
  { value: 'arm down', label: 'Arm, Z to A' },
  { value: 'model up', label: 'Model, A to Z' },
  { value: 'model down', label: 'Model, Z to A' },
];

/** The order that an entry of `sorts` stands for. */
export function sortOf(value: string): Sort {
  const [by, way] = value.split(' ');
  return { by: by as SortKey, down: way === 'down' };
}
