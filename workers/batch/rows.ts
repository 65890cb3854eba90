import type { Answer } from '../decoding/answer.ts';

/**
 * Runs whose texts are the same so far: read as one row until they draw different tokens. With no answers
 * it is idle: run along, because to leave it out would move others.
 */
export interface Row {
  readonly answers: readonly Answer[];
  /** The token to be read next. */
  readonly next: number;
}

/** Rows in new places, and where each was. */
export interface Regrouped {
  readonly rows: readonly Row[];
  /** By new place; undefined where every row keeps its place. */
  readonly from: readonly number[] | undefined;
}

/** So many of the rows may be idle before they are left out: a copy against idle rows. */
const mostIdle = 0.1;

/** What goes on of a row whose answers drew: one row for each token, in the order of the answers. */
function parted({ answers }: Row): Row[] {
  const byToken = new Map<number, Answer[]>();
  for (const answer of answers) {
    if (answer.done) continue;
    const token = answer.tokens.at(-1) as number;
    byToken.set(token, [...(byToken.get(token) ?? []), answer]);
  }
  return Array.from(byToken, ([next, group]) => ({ answers: group, next }));
}

/**
 * Rows after all of them drew. The first part of a row keeps its place; others take those of idle rows
 * and then new ones; rows at the end move into the places of idle ones where those are many.
 */
export function regrouped(rows: readonly Row[]): Regrouped {
  const parts = rows.map(parted);
  const placed = parts.map(([first], at) => ({ from: at, row: first }));
  const idle = placed.filter(({ row }) => !row).map(({ from }) => from);
  const forks = parts.flatMap((each, from) => each.slice(1).map((row) => ({ from, row })));
  const free = idle.splice(0, forks.length);
  forks.forEach((fork, i) => (placed[free[i] ?? placed.length] = fork));
  if (idle.length > mostIdle * placed.length) {
    for (let last = placed.pop(); last; last = placed.pop()) {
      if (!last.row) continue;
      const hole = placed.findIndex(({ row }) => !row);
      if (hole < 0) {
        placed.push(last);
        break;
      }
      placed[hole] = last;
    }
  }
  const moved = placed.length !== rows.length || placed.some(({ from }, at) => from !== at);
  return {
    rows: placed.map(({ row }, at) => row ?? { answers: [], next: rows[at]?.next ?? 0 }),
    from: moved ? placed.map(({ from }) => from) : undefined,
  };
}
