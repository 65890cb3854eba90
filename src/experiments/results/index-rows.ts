import { breathing } from '../../domain/breathing.ts';
import { fits } from '../document/arms.ts';
import type { Where } from '../document/contrast.ts';
import type { ExperimentDocument } from '../document/document.ts';
import type { PlannedItem } from '../plan/plan.ts';
import { columnOf, type Column, type IndexedArm, type RowsByItem } from './column.ts';
import type { ResultRow, Results } from './results.ts';
import { pickScorer, scorersOf, type DocumentScorer } from './scorers.ts';

export type Turn = 1 | 2;

/** Which arms, of which turns: levels by factor, "turn" among them. */
export interface Asked {
  readonly where?: Where | undefined;
  /** A round of a search. Absent: all rounds but those, since their arms are candidates. */
  readonly round?: number | undefined;
}

/** Rows by item and seed, under the name of their arm, turn, and what they are judged by. */
type Slots = ReadonlyMap<string, RowsByItem>;

type ArmPlace = Pick<IndexedArm, 'round' | 'number'>;

/** @param judged number of the likelihood's or the judge's scorer; null for answers, which all others score */
const slotOf = ({ round, number }: ArmPlace, turn: Turn, judged: number | null): string =>
  `${round}/${number}/${turn}/${judged ?? 'answer'}`;

const judgedBy = ({ kind, number }: DocumentScorer) =>
  kind === 'likelihood' || kind === 'judge' ? number : null;

/** The rows of an experiment, found by arm, turn, item, seed and scorer. Their order changes nothing. */
export class ResultIndex {
  readonly results: Results;
  readonly scorers: readonly DocumentScorer[];
  /** In the plan's order. */
  readonly arms: readonly IndexedArm[];
  /** In the plan's order, each id once: an item is the same one in every language and under every arm. */
  readonly items: readonly PlannedItem[];
  readonly #slots: Slots;
  readonly #columns = new Map<string, Column>();

  constructor(results: Results, slots: Slots) {
    this.results = results;
    this.#slots = slots;
    this.scorers = scorersOf(results.document.scorers);
    this.arms = results.rounds.flatMap(({ number: round, purpose, arms }) =>
      arms.map((arm, number) => ({ round, number, candidate: purpose === 'search', arm })),
    );
    const items = new Map<string, PlannedItem>();
    for (const item of results.rounds.flatMap((round) => round.items))
      if (!items.has(item.id)) items.set(item.id, item);
    this.items = [...items.values()];
  }

  get document(): ExperimentDocument {
    return this.results.document;
  }

  /** @throws Problem 'bad-input' where the document has no such scorer */
  scorer(id?: string): DocumentScorer {
    return pickScorer(this.scorers, id);
  }

  /** Arms that have all levels asked for. References are outside the factors: only their own name fits. */
  armsOf({ where = {}, round }: Asked): IndexedArm[] {
    const levels = Object.fromEntries(Object.entries(where).filter(([name]) => name !== 'turn'));
    return this.arms.filter(
      ({ arm, candidate, round: own }) =>
        (round === undefined ? !candidate : own === round) &&
        (!arm.reference || 'reference' in levels) &&
        fits(arm.levels, levels),
    );
  }

  /** The turns that an arm was asked in for a scorer. */
  turnsOf(arm: ArmPlace, scorer: DocumentScorer): Turn[] {
    const turns: Turn[] = [1, 2];
    return turns.filter((turn) => this.#slots.has(slotOf(arm, turn, judgedBy(scorer))));
  }

  /** Planned rows of an arm and turn that a scorer judges, by item and seed. */
  rowsOf(arm: ArmPlace, turn: Turn, scorer: DocumentScorer): RowsByItem {
    return this.#slots.get(slotOf(arm, turn, judgedBy(scorer))) ?? new Map();
  }

  column(arm: ArmPlace, turn: Turn, scorer: DocumentScorer): Column {
    const name = `${slotOf(arm, turn, null)}/${scorer.id}`;
    const known = this.#columns.get(name);
    if (known) return known;
    const made = columnOf(this.rowsOf(arm, turn, scorer), this.document.seeds, scorer);
    this.#columns.set(name, made);
    return made;
  }
}

/** An experiment's rows, ready to be analysed; the page may work meanwhile. */
export async function indexRows(results: Results, signal?: AbortSignal): Promise<ResultIndex> {
  const breathe = breathing(signal);
  const slots = new Map<string, Map<string, Map<number, ResultRow>>>();
  for (const [i, row] of results.rows.entries()) {
    if (i % 500 === 0) await breathe();
    const { arm, turn, seed, kind, scorer = 0 } = row.planned;
    const place = { round: row.round, number: arm };
    const slot = slotOf(place, turn, kind === 'answer' ? null : scorer);
    const items = slots.get(slot) ?? new Map<string, Map<number, ResultRow>>();
    slots.set(slot, items);
    const bySeed = items.get(row.item.id) ?? new Map<number, ResultRow>();
    // a judge's scores are those of the answers that it was asked about
    const scored =
      kind === 'judgment'
        ? slots
            .get(slotOf(place, turn, null))
            ?.get(row.item.id)
            ?.get(seed)
        : row;
    if (scored) items.set(row.item.id, bySeed.set(seed, scored));
  }
  return new ResultIndex(results, slots);
}
