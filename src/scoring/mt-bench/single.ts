import { isRating } from '../judging/parse.ts';
import { clusteredMean, type Estimate } from '../statistics/clustered.ts';
import type { BootstrapSettings } from '../statistics/weights.ts';
import { bySystem } from '../judging/by-system.ts';
import { categories } from './categories.ts';

/** One rating of one turn. */
export interface Rating {
  /** The question's. */
  readonly id: string;
  readonly system: string;
  /** The judge's model: judges are never averaged with one another. */
  readonly judge: string;
  /** 1 or 2. */
  readonly turn: number;
  /** 0 to 10; -1, null, or anything else is a failed judgment. */
  readonly score: number | null;
}

/**
 * What is done where a turn was judged more than once. FastChat (show_result.py) counts every row; URIAL
 * (run_scripts/mt-bench) lets the last line win, also one that failed.
 */
export type RepeatRule = 'fastchat' | 'urial';

/** One system's scores by one judge. All means are of single ratings, 1 to 10; intervals resample questions. */
export interface MtBenchScores {
  readonly judge: string;
  readonly system: string;
  readonly rule: RepeatRule;
  readonly all: Estimate;
  readonly turns: readonly { readonly turn: number; readonly score: Estimate }[];
  /** Both turns pooled, in the bench's order; questions whose category is not known are in none. */
  readonly categories: readonly { readonly category: string; readonly score: Estimate }[];
  /** Rows that the rule leaves, but whose judgment failed: in no mean. */
  readonly errors: number;
  /** Rows beyond the first of their question and turn: counted under FastChat's rule, replaced under URIAL's. */
  readonly repeated: number;
}

const placeOf = ({ id, turn }: Rating) => JSON.stringify([id, turn]);

/** The last row of every question and turn. */
const lastOf = (rows: readonly Rating[]) => [
  ...new Map(rows.map((row) => [placeOf(row), row])).values(),
];

/**
 * MT-Bench's scores of every system by every judge, in the order in which the rows name them: failed judgments
 * are left out and counted, never averaged; the mean of all, by turn, and by category over both turns.
 * @param categoryOf the category of a question's id; null where it is not known
 */
export function mtBenchScores(
  ratings: readonly Rating[],
  rule: RepeatRule,
  categoryOf: (id: string) => string | null,
  settings?: BootstrapSettings,
): MtBenchScores[] {
  return bySystem(ratings).map(({ judge, system, rows }) => {
    const kept = rule === 'urial' ? lastOf(rows) : rows;
    const rated = kept.flatMap(({ id, turn, score }) =>
      isRating(score) ? [{ of: id, turn, category: categoryOf(id), value: score }] : [],
    );
    const mean = (values: typeof rated) => clusteredMean(values, settings);
    const turns = [...new Set(rated.map(({ turn }) => turn))].sort((a, b) => a - b);
    return {
      judge,
      system,
      rule,
      all: mean(rated),
      turns: turns.map((turn) => ({ turn, score: mean(rated.filter((row) => row.turn === turn)) })),
      categories: inOrder(rated.map(({ category }) => category)).map((category) => ({
        category,
        score: mean(rated.filter((row) => row.category === category)),
      })),
      errors: kept.length - rated.length,
      repeated: rows.length - new Set(rows.map(placeOf)).size,
    };
  });
}

/** Each category once: those of MT-Bench in its order, then others as they come. */
function inOrder(found: readonly (string | null)[]): string[] {
  const there = new Set(found.filter((category) => category !== null));
  const known = categories.filter((category) => there.has(category));
  return [...new Set<string>([...known, ...there])];
}
