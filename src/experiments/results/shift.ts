import { breathing } from '../../domain/breathing.ts';
import type { LikelihoodCell } from '../../domain/cell.ts';
import { Problem } from '../../domain/problem.ts';
import type { Rest } from '../../scoring/statistics/steps.ts';
import { axisOf, referenceLevels, type AxisLevel } from './axes.ts';
import { isSameWork, type IndexedArm } from './column.ts';
import { fullestDraws, type State } from './draws.ts';
import type { Question } from './estimate.ts';
import type { ResultIndex, Turn } from './index-rows.ts';
import { isChosen, turnsWanted } from './parts.ts';
import type { ResultRow } from './results.ts';
import type { DocumentScorer } from './scorers.ts';
import { sharesOf, type PositionShares, type Shares, type ShiftTable } from './shift-shares.ts';
import { tokenShifts, type TokenShift } from './token-shift.ts';

/** How far an arm's expectations are from those of the arm whose answers it judged. */
export interface ArmShift {
  readonly label: string;
  readonly reference: boolean;
  /** Items that count; one that lacks a likelihood is left out. */
  readonly n: number;
  readonly seeds: number;
  /** Likelihoods still to come, and those that failed or have no token in common with their text. */
  readonly missing: number;
  readonly errors: number;
  readonly all: Shares;
  readonly byPosition: readonly PositionShares[];
}

interface Place {
  readonly arm: IndexedArm;
  readonly turn: Turn;
}

/** What a planned likelihood has come to. */
type Judged = readonly TokenShift[] | Exclude<State, 'scored'>;

const likelihoodOf = (row: ResultRow | undefined): LikelihoodCell | Exclude<State, 'scored'> => {
  if (!row?.cell) return 'missing';
  return row.cell.kind === 'likelihood' ? row.cell : 'error';
};

/** The shifts of one likelihood. Its author is the arm whose answer it judges, asked the same. */
function judge(
  index: ResultIndex,
  { arm, turn }: Place,
  row: ResultRow,
  scorer: DocumentScorer,
): Judged {
  const own = likelihoodOf(row);
  if (typeof own === 'string') return own;
  const { textOf, seed } = row.planned;
  if (typeof textOf !== 'number') return tokenShifts(own, null);
  const authors = index.rowsOf({ round: arm.round, number: textOf }, turn, scorer);
  const author = likelihoodOf(authors.get(row.item.id)?.get(seed));
  if (typeof author === 'string') return author;
  const shifts = tokenShifts(own, author);
  return shifts.length === 0 ? 'error' : shifts;
}

const stateOf = (judged: readonly Judged[]): State => {
  if (judged.includes('missing')) return 'missing';
  return judged.includes('error') ? 'error' : 'scored';
};

/** Everything that was judged under some arms, by item, seed, and arm and turn. */
function judgedBy(
  index: ResultIndex,
  places: readonly Place[],
  items: readonly string[],
  scorer: DocumentScorer,
) {
  const rows = places.map((place) => ({
    place,
    rows: index.rowsOf(place.arm, place.turn, scorer),
  }));
  const all = rows.flatMap(({ rows }) => [...rows.values()]);
  // greedy answers under prompts that no seed changes: one draw, not five
  const same = all.every(isSameWork);
  const seeds = index.document.seeds
    .filter((seed) => all.some((ofItem) => ofItem.has(seed)))
    .slice(0, same ? 1 : undefined);
  return items.map((id) =>
    seeds.map((seed) =>
      rows.map(({ place, rows }) => {
        const row = rows.get(id)?.get(seed);
        return row ? judge(index, place, row, scorer) : 'missing';
      }),
    ),
  );
}

async function shiftOfLevel(
  index: ResultIndex,
  level: AxisLevel,
  question: Question,
  scorer: DocumentScorer,
  rest: Rest,
): Promise<ArmShift> {
  const where = level.reference ? level.where : { ...question.where, ...level.where };
  const places = index
    .armsOf({ where, round: question.round })
    .flatMap((arm) => turnsWanted(index, arm, { where }, scorer).map((turn) => ({ arm, turn })));
  const items = index.items
    .filter((item) => isChosen(item, { ...question.items, ...level.items }))
    .map(({ id }) => id)
    // a question without a reference has no text to judge
    .filter((id) => places.every(({ arm, turn }) => index.rowsOf(arm, turn, scorer).has(id)));
  await rest();
  const judged = places.length === 0 ? [] : judgedBy(index, places, items, scorer);
  const states = judged.map((ofItem) => ofItem.map(stateOf));
  const draws = fullestDraws(states);
  const kept = judged.filter((_, i) => draws.every((draw) => states[i]?.[draw] === 'scored'));
  const table: ShiftTable = kept.map((ofItem) =>
    draws.map((draw) => (ofItem[draw] ?? []).flatMap((shifts) => shifts as readonly TokenShift[])),
  );
  const count = (state: State) => judged.flat(2).filter((one) => one === state).length;
  return {
    label: level.label,
    reference: level.reference,
    n: table.length,
    seeds: draws.length,
    missing: count('missing'),
    errors: count('error'),
    ...(await sharesOf(table, rest)),
  };
}

/**
 * Shares of unshifted, marginal and shifted tokens and the divergence, for each level of a factor and each
 * reference; the page may work meanwhile.
 * @param arms a factor, or "arm" for every arm by itself
 * @throws Problem 'bad-input' where the document has no scorer that judges texts, or no such factor
 */
export async function shiftOf(
  index: ResultIndex,
  { arms, ...question }: Question & { readonly arms: string },
  rest: Rest = breathing(),
): Promise<ArmShift[]> {
  const scorer = index.scorers.find(
    ({ id, kind }) => kind === 'likelihood' && (question.scorer ?? id) === id,
  );
  if (!scorer)
    throw new Problem({
      code: 'bad-input',
      message: 'figure: a shift is shown of likelihoods, and no scorer judges any.',
      remedy: 'Add the scorer "likelihood", of the answers of one arm.',
    });
  const { of, levels } = axisOf(index, arms, question.round);
  const references = of === 'factor' ? referenceLevels(index) : [];
  const shifts: ArmShift[] = [];
  for (const level of [...levels, ...references])
    shifts.push(await shiftOfLevel(index, level, question, scorer, rest));
  return shifts;
}
