import type { ResultRow } from '../../../../experiments/results/results.ts';
import { givenTokens } from '../../../../domain/cell.ts';
import { cleanAnswer } from '../../../../domain/prompt.ts';
import { searchable } from '../../../../store/summary.ts';
import { searchTerms } from '../../../runs/list/select.ts';

/** What has become of a cell. */
export type CellState = 'answered' | 'failed' | 'to come';

/** Which cells a reader wants to see; the empty text and null mean "any". */
export interface TranscriptFilters {
  readonly search: string;
  readonly state: '' | CellState;
  /** Label of an arm. */
  readonly arm: string;
  /** Level by factor, `turn` among them. */
  readonly levels: Readonly<Record<string, string>>;
  readonly item: string;
  readonly category: string;
  readonly seed: string;
  /** Ends of the score by the first scorer, both included. */
  readonly least: number | null;
  readonly most: number | null;
  /** Keys of the cells behind a point of a figure; null for all cells. */
  readonly keys: readonly string[] | null;
}

export const noFilters: TranscriptFilters = {
  search: '',
  state: '',
  arm: '',
  levels: {},
  item: '',
  category: '',
  seed: '',
  least: null,
  most: null,
  keys: null,
};

export const orders = ['plan', 'lowest', 'highest', 'longest'] as const;
export type TranscriptOrder = (typeof orders)[number];

export const stateOf = ({ cell }: Pick<ResultRow, 'cell'>): CellState => {
  if (!cell) return 'to come';
  return cell.kind === 'failed' ? 'failed' : 'answered';
};

/** The score of a row by a scorer; null where there is none, or where it could not be judged. */
export function scoreOf({ scores }: Pick<ResultRow, 'scores'>, scorer: string): number | null {
  const scored = scores[scorer];
  return scored && 'value' in scored ? scored.value : null;
}

/** What a row asked last. */
export const queryOf = ({ arm, item, planned }: ResultRow): string =>
  item.turns[arm.setting.language]?.[planned.turn - 1]?.query ?? '';

/** What came of a row, as a reader sees it. */
export function answerOf({ cell }: Pick<ResultRow, 'cell'>): string {
  if (!cell) return '';
  if (cell.kind === 'failed') return cell.problem.message;
  if (cell.kind === 'judgment') return cell.reply;
  return cell.kind === 'answer' ? cleanAnswer(cell.generation.text) : cell.text;
}

/** Rows that are the same work under one arm are one: greedy answers to a prompt that no seed changes. */
export interface Transcript {
  readonly row: ResultRow;
  readonly seeds: readonly number[];
}

/** Rows as transcripts, in the order of the plan; what judges said stands with the answers that they judged. */
export function transcriptsOf(rows: readonly ResultRow[]): Transcript[] {
  const found = new Map<string, { row: ResultRow; seeds: number[] }>();
  for (const row of rows) {
    const { arm, key, seed, kind } = row.planned;
    if (kind === 'judgment') continue;
    const name = `${row.round}/${arm}/${key}`;
    const same = found.get(name);
    if (same) same.seeds.push(seed);
    else found.set(name, { row, seeds: [seed] });
  }
  return [...found.values()];
}

const written = new WeakMap<object, string>();

/** What is searched in a row: written once for each cell. */
function searchedIn(row: ResultRow): string {
  const owner = row.cell ?? row.planned;
  const known = written.get(owner);
  if (known !== undefined) return known;
  const text = searchable([queryOf(row), answerOf(row), row.item.id].join('\n'));
  written.set(owner, text);
  return text;
}

const isWithin = (score: number | null, { least, most }: TranscriptFilters): boolean =>
  (least === null && most === null) ||
  (score !== null && score >= (least ?? -Infinity) && score <= (most ?? Infinity));

/** Those that pass all filters, in the order asked for; equals stay in the plan's order. */
export function shownTranscripts(
  all: readonly Transcript[],
  filters: TranscriptFilters,
  order: TranscriptOrder,
  scorer: string,
): readonly Transcript[] {
  const { state, arm, levels, item, category, seed } = filters;
  const keys = filters.keys && new Set(filters.keys);
  const terms = searchTerms(filters.search);
  const { turn, ...factors } = levels;
  const wanted = Object.entries(factors);
  const passing = all.filter(
    ({ row, seeds }) =>
      (state === '' || stateOf(row) === state) &&
      (arm === '' || row.arm.label === arm) &&
      (turn === undefined || String(row.planned.turn) === turn) &&
      wanted.every(([factor, level]) => row.arm.levels[factor] === level) &&
      (item === '' || row.item.id === item) &&
      (category === '' || row.item.category === category) &&
      (seed === '' || seeds.some((each) => String(each) === seed)) &&
      (keys === null || keys.has(row.planned.key)) &&
      isWithin(scoreOf(row, scorer), filters) &&
      terms.every((term) => searchedIn(row).includes(term)),
  );
  return order === 'plan' ? passing : passing.toSorted(by(order, scorer));
}

/** Rows without a score, or without an answer, come last. */
function by(
  order: Exclude<TranscriptOrder, 'plan'>,
  scorer: string,
): (a: Transcript, b: Transcript) => number {
  const size = ({ row }: Transcript): number => {
    const value = order === 'longest' ? lengthOf(row) : scoreOf(row, scorer);
    if (value === null) return Infinity;
    return order === 'lowest' ? value : -value;
  };
  // Infinity less itself is no number
  return (a, b) => {
    const [x, y] = [size(a), size(b)];
    return x === y ? 0 : x - y;
  };
}

function lengthOf({ cell }: ResultRow): number | null {
  if (!cell || cell.kind === 'failed') return null;
  if (cell.kind === 'judgment') return cell.length;
  return cell.kind === 'answer' ? givenTokens(cell) : cell.tokens.length;
}
