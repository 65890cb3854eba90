import { clusteredMean, type Estimate } from '../statistics/clustered.ts';
import type { BootstrapSettings } from '../statistics/weights.ts';
import { bySystem } from '../judging/by-system.ts';

/** Who won, as seen from the pair's systems, whichever was shown first. */
export type PairWinner = 'first' | 'second' | 'tie' | 'error';

/** Two systems' answers to one turn, judged in both orders. */
export interface Pair {
  /** The question's. */
  readonly id: string;
  readonly systems: readonly [first: string, second: string];
  readonly judge: string;
  readonly turn: number;
  /** With the first system's answer shown first, and with the second's. */
  readonly winners: readonly [PairWinner, PairWinner];
}

/** Half a win for a tie. */
const worth = { first: 1, tie: 0.5, second: 0 } as const;

/**
 * What both orders come to (FastChat, show_result.py): a win only where both orders say so; disagreement is a tie.
 * null where one order failed: such a row is in no count.
 */
export function settled([one, other]: Pair['winners']): keyof typeof worth | null {
  if (one === 'error' || other === 'error') return null;
  return one === other ? one : 'tie';
}

/** One system against another, or against all others. */
export interface PairScores {
  readonly judge: string;
  readonly system: string;
  /** null for all opponents together. */
  readonly against: string | null;
  readonly wins: number;
  readonly ties: number;
  readonly losses: number;
  /** wins / n, from 0 to 1. */
  readonly winRate: Estimate;
  /** (wins + ties / 2) / n, from 0 to 1. */
  readonly adjusted: Estimate;
  /** Rows left out because an order failed. */
  readonly errors: number;
}

interface Side {
  readonly judge: string;
  readonly system: string;
  readonly against: string;
  readonly id: string;
  readonly value: number | null;
}

/** A row as each of its systems sees it. */
function sides({ id, judge, systems: [first, second], winners }: Pair): Side[] {
  const result = settled(winners);
  const value = result === null ? null : worth[result];
  return [
    { judge, id, system: first, against: second, value },
    { judge, id, system: second, against: first, value: value === null ? null : 1 - value },
  ];
}

function scores(
  rows: readonly Side[],
  settings: BootstrapSettings | undefined,
): Omit<PairScores, 'judge' | 'system' | 'against'> {
  const values = rows.flatMap(({ id, value }) => (value === null ? [] : [{ of: id, value }]));
  const count = (wanted: number) => values.filter(({ value }) => value === wanted).length;
  const won = values.map(({ of, value }) => ({ of, value: value === 1 ? 1 : 0 }));
  return {
    wins: count(1),
    ties: count(0.5),
    losses: count(0),
    winRate: clusteredMean(won, settings),
    adjusted: clusteredMean(values, settings),
    errors: rows.length - values.length,
  };
}

/**
 * Wins, ties and losses of every system by every judge: against all others where there are several, then against
 * each. Intervals resample questions.
 */
export function pairScores(pairs: readonly Pair[], settings?: BootstrapSettings): PairScores[] {
  return bySystem(pairs.flatMap(sides)).flatMap(({ judge, system, rows }) => {
    const opponents = [...new Set(rows.map(({ against }) => against))];
    const each = opponents.map((against) => ({
      judge,
      system,
      against,
      ...scores(
        rows.filter((row) => row.against === against),
        settings,
      ),
    }));
    if (opponents.length < 2) return each;
    return [{ judge, system, against: null, ...scores(rows, settings) }, ...each];
  });
}
