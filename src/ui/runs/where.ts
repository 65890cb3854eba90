import { decoded, hrefOf } from '../route.svelte.ts';

/** What is open in Runs, as the address says. */
export type Where =
  { view: 'list' } | { view: 'run'; id: string } | { view: 'compare'; a: string; b: string };

const compare = 'compare/';

/** Reads what follows `#/runs/` in the address: nothing, a run's id, or "compare/<id>/<id>". */
export function whereOf(rest: string): Where {
  if (rest === '') return { view: 'list' };
  if (!rest.startsWith(compare)) return { view: 'run', id: rest };
  const [a = '', b = ''] = rest.slice(compare.length).split('/').map(decoded);
  return { view: 'compare', a, b };
}

/** The address of the list. */
export const listHref = hrefOf('runs');

/** The address of one run. */
export function runHref(id: string): string {
  return hrefOf('runs', id);
}

/** What follows `#/runs/` for two runs side by side; their ids may hold any character. */
export function compareRest(a: string, b: string): string {
  return `${compare}${encodeURIComponent(a)}/${encodeURIComponent(b)}`;
}

/** The address of two runs side by side. */
export function compareHref(a: string, b: string): string {
  return hrefOf('runs', compareRest(a, b));
}
