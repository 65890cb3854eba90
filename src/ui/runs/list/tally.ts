import type { RunSummary } from '../../../store/summary.ts';

/** A value that runs can be filtered by, and how many have it. */
export interface Choice {
  value: string;
  count: number;
}

/** All values that occur in a list, the most frequent first. */
export interface Tally {
  readonly arms: readonly Choice[];
  readonly models: readonly Choice[];
  readonly tags: readonly Choice[];
}

export const emptyTally: Tally = { arms: [], models: [], tags: [] };

/** Runs that are counted at one go. */
const step = 5_000;

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

class Counts {
  readonly #counts = new Map<string, number>();

  add(value: string): void {
    this.#counts.set(value, (this.#counts.get(value) ?? 0) + 1);
  }

  choices(): Choice[] {
    return [...this.#counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || collator.compare(a.value, b.value));
  }
}

/** Counts a list, some runs at a time: between two steps the page can work. */
export function* tallied(runs: readonly RunSummary[]): Generator<void, Tally> {
  const [arms, models, tags] = [new Counts(), new Counts(), new Counts()];
  for (const [i, run] of runs.entries()) {
    if (i > 0 && i % step === 0) yield;
    arms.add(run.arm);
    models.add(run.model);
    if (run.tags.length > 0) for (const tag of new Set(run.tags)) tags.add(tag);
  }
  return { arms: arms.choices(), models: models.choices(), tags: tags.choices() };
}
