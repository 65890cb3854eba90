import { cleanAnswer } from '../../domain/prompt.ts';
import type { ResultRow, Results } from '../results/results.ts';

/** An answer as a rater sees it: what was said before it, and nothing of the arm. */
export interface BlindAnswer {
  /** Of its cell. */
  readonly key: string;
  readonly earlier: readonly { readonly query: string; readonly answer: string }[];
  readonly query: string;
  readonly answer: string;
  /** A right answer, where the question has one. */
  readonly reference: string | null;
}

export interface RatedArm {
  readonly label: string;
  /** Answers in two languages are not set side by side. */
  readonly language: string;
}

/** One turn of one question under one seed: a place where every arm may have an answer. */
export interface Slot {
  readonly item: string;
  /** By arm; null where it failed or is still to come. */
  readonly answers: readonly (BlindAnswer | null)[];
}

/** What can be rated of an experiment. */
export interface RatingGround {
  readonly arms: readonly RatedArm[];
  readonly slots: readonly Slot[];
}

const placeOf = ({ round, item, planned: { seed } }: ResultRow, turn: 1 | 2): string =>
  JSON.stringify([round, item.id, seed, turn]);

function blindAnswer(row: ResultRow, first: ResultRow | undefined): BlindAnswer | null {
  const { arm, item, planned, cell } = row;
  if (cell?.kind !== 'answer') return null;
  const turns = item.turns[arm.setting.language] ?? [];
  const turn = turns[planned.turn - 1];
  if (!turn) return null;
  const before = first?.cell?.kind === 'answer' ? cleanAnswer(first.cell.generation.text) : '';
  return {
    key: planned.key,
    earlier: planned.turn === 1 ? [] : [{ query: turns[0]?.query ?? '', answer: before }],
    query: turn.query,
    answer: cleanAnswer(cell.generation.text),
    reference: turn.reference,
  };
}

/** The answers that there are, by place and arm. Candidates of a search are not arms, and not among them. */
export function ratingGround({ rounds, rows }: Results): RatingGround {
  const planned = rounds.filter(({ purpose }) => purpose !== 'search');
  const number = new Map<string, number>();
  const arms = planned.flatMap((round) =>
    round.arms.map(({ label, setting }, arm): RatedArm => {
      number.set(`${round.number}/${arm}`, number.size);
      return { label, language: setting.language };
    }),
  );
  const numberOf = ({ round, planned: { arm } }: ResultRow) => number.get(`${round}/${arm}`);
  const places = new Map<string, Map<number, ResultRow>>();
  for (const row of rows) {
    const arm = numberOf(row);
    if (row.planned.kind !== 'answer' || arm === undefined) continue;
    const place = placeOf(row, row.planned.turn);
    const there = places.get(place) ?? new Map<number, ResultRow>();
    places.set(place, there.set(arm, row));
  }
  const slots = [...places.values()].map((byArm): Slot => {
    const [any] = byArm.values() as Iterable<ResultRow> as [ResultRow];
    const before = places.get(placeOf(any, 1));
    return {
      item: any.item.id,
      answers: arms.map((_, arm) => {
        const row = byArm.get(arm);
        return row ? blindAnswer(row, before?.get(arm)) : null;
      }),
    };
  });
  return { arms, slots };
}
