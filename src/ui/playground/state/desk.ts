import * as v from 'valibot';
import { Problem } from '../../../domain/problem.ts';
import type { Run } from '../../../domain/run.ts';
import { Draft } from './draft.ts';
import type { DeskStore } from './surroundings.ts';

const name = 'playground';

/** All that is as it was when the reader comes back. */
export const Desk = v.object({
  schema: v.literal(1),
  draft: Draft,
  /** Whether edits run by themselves. */
  live: v.boolean(),
  /** Whether answers are shown as they came. */
  raw: v.boolean(),
  /** Whether the words for newcomers were dismissed. */
  welcomed: v.boolean(),
  /** The runs on screen: ids by arm. */
  shown: v.record(v.string(), v.string()),
});
export type Desk = v.InferOutput<typeof Desk>;

/**
 * The desk as it was left, or null on a first visit.
 * @throws Problem 'bad-input' where what was kept cannot be read; its detail has all of it
 */
export async function readDesk(store: DeskStore): Promise<Desk | null> {
  const kept = await store.readDraft(name);
  if (kept === undefined) return null;
  const parsed = v.safeParse(Desk, kept);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new Problem({
    code: 'bad-input',
    message: `The playground as you left it could not be read: ${v.getDotPath(issue) ?? 'it'}: ${issue.message}`,
    remedy:
      'A starter set stands there instead. Saved runs are not touched; what was kept is below.',
    detail: JSON.stringify(kept, null, 1),
  });
}

/** Keeps the desk. Rejects with a Problem where the browser cannot. */
export async function writeDesk(store: DeskStore, desk: Desk): Promise<void> {
  await store.writeDraft(name, desk);
}

/** The runs that were on screen, by arm; those deleted since, or not readable, are passed over. */
export async function shownRuns(store: DeskStore, desk: Desk): Promise<Record<string, Run>> {
  const entries = await Promise.all(
    Object.entries(desk.shown).map(async ([armId, id]) => {
      const run = await store.get(id).catch(() => undefined);
      return run ? [[armId, run] as const] : [];
    }),
  );
  return Object.fromEntries(entries.flat());
}
