import type { ResultRow } from '../results/results.ts';
import type { System } from './systems.ts';

/** The numbers that scorers gave a row, by their ids; those that could give none are left out. */
export const metricsOf = (
  { scores }: ResultRow,
  nameOf: (id: string) => string = (id) => id,
): Record<string, number> =>
  Object.fromEntries(
    Object.entries(scores).flatMap(([id, scored]) =>
      'value' in scored && Number.isFinite(scored.value) ? [[nameOf(id), scored.value]] : [],
    ),
  );

/** What scorers said of a row that they could not judge, by their ids. */
export const refusalsOf = ({ scores }: ResultRow): Record<string, string> =>
  Object.fromEntries(
    Object.entries(scores).flatMap(([id, scored]) =>
      'error' in scored ? [[id, scored.error]] : [],
    ),
  );

/** What a system's cells were made with. */
export interface MadeWith {
  /** "wasm", or both where it went on elsewhere; null where nothing is made yet. */
  readonly device: string | null;
  readonly app: string;
  readonly engine: string;
}

export function madeWith({
  conversations,
  likelihoods,
}: Pick<System, 'conversations' | 'likelihoods'>): MadeWith {
  const [devices, apps, engines] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const add = ({ cell }: ResultRow): void => {
    if (!cell || cell.kind === 'failed') return;
    devices.add(cell.device);
    apps.add(cell.version.app);
    engines.add(cell.version.engine);
  };
  for (const { turns } of conversations) turns.forEach(add);
  likelihoods.forEach(add);
  const all = (names: ReadonlySet<string>): string => [...names].sort().join(', ');
  return { device: devices.size === 0 ? null : all(devices), app: all(apps), engine: all(engines) };
}

/** Hashes of the texts that a system's prompts begin with. */
export function recipesIn({ conversations }: Pick<System, 'conversations'>): Set<string> {
  const hashes = new Set<string>();
  for (const { turns } of conversations)
    for (const { cell } of turns) if (cell?.kind === 'answer') hashes.add(cell.prompt.recipe);
  return hashes;
}
