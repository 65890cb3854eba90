import { canonicalJson, sha256 } from '../domain/hash.ts';
import type { Run } from '../domain/run.ts';

/** What an import does with the runs of a file. */
export interface Reconciled {
  /** To be stored; those in `renamed` under an id of their own. */
  add: Run[];
  /** How many were stored already, word for word. */
  same: number;
  /** How many had the id of a stored run but other content, and are kept beside it. */
  renamed: number;
}

/**
 * Compares incoming runs with stored ones of the same id. A run that differs gets an id made of its
 * content, so that importing the same file again finds it and adds nothing.
 * @param stored the stored runs with these ids; ids that are not stored are passed over
 */
export async function reconcile(
  incoming: readonly Run[],
  stored: (ids: readonly string[]) => Promise<readonly Run[]>,
): Promise<Reconciled> {
  const known = new Map((await stored(incoming.map(({ id }) => id))).map((run) => [run.id, run]));
  const add: Run[] = [];
  let same = 0;
  const clashing: Run[] = [];
  for (const run of incoming) {
    const other = known.get(run.id);
    if (!other) {
      add.push(run);
      known.set(run.id, run);
    } else if (canonicalJson(other) === canonicalJson(run)) same++;
    else
      clashing.push({ ...run, id: `${run.id}-${(await sha256(canonicalJson(run))).slice(0, 8)}` });
  }
  const taken = new Set((await stored(clashing.map(({ id }) => id))).map(({ id }) => id));
  const kept = clashing.filter(({ id }) => !taken.has(id) && taken.add(id));
  return {
    add: [...add, ...kept],
    same: same + clashing.length - kept.length,
    renamed: kept.length,
  };
}
