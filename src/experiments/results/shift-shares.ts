import type { Interval } from '../../scoring/statistics/interval.ts';
import { crossedRatiosInSteps } from '../../scoring/statistics/ratio.ts';
import { resting, type Rest } from '../../scoring/statistics/steps.ts';
import type { TokenShift } from './token-shift.ts';

/** The tokens of each item under each draw: items x draws. */
export type ShiftTable = readonly (readonly (readonly TokenShift[])[])[];

/** Shares of all tokens, from 0 to 1, with 95 % intervals over items and draws; null without tokens. */
export interface Shares {
  readonly tokens: number;
  /** Items with such tokens. */
  readonly items: number;
  /** The most probable token of the arm too. */
  readonly unshifted: Interval | null;
  /** Its second or third. */
  readonly marginal: Interval | null;
  readonly shifted: Interval | null;
  /** Mean over tokens of the least divergence, in nats; null where no arm wrote the text. */
  readonly divergence: Interval | null;
}

/** Shares of the tokens at some places of the text, counted from 1. */
export interface PositionShares extends Shares {
  readonly from: number;
  readonly to: number;
}

/** Places in bins that double: 1, 2-3, 4-7, 8-15, since most happens at an answer's beginning. */
const binOf = ({ position }: TokenShift): number => Math.floor(Math.log2(position + 1));

type Wanted = (shift: TokenShift) => boolean;

async function sharesOfTokens(table: ShiftTable, wanted: Wanted, rest: Rest): Promise<Shares> {
  const of = (value: (shift: TokenShift) => number) =>
    table.map((ofItem) =>
      ofItem.map((shifts) =>
        shifts.reduce((sum, shift) => sum + (wanted(shift) ? value(shift) : 0), 0),
      ),
    );
  const tokens = of(() => 1);
  const ratio = async (value: (shift: TokenShift) => number, under = tokens) => {
    if (tokens.length === 0) return null;
    await rest();
    return resting(crossedRatiosInSteps([{ factor: 1, over: of(value), under }]), rest);
  };
  const share = (holds: (rank: number) => boolean) => ratio(({ rank }) => (holds(rank) ? 1 : 0));
  return {
    tokens: tokens.flat().reduce((a, b) => a + b, 0),
    items: tokens.filter((row) => row.some((count) => count > 0)).length,
    unshifted: await share((rank) => rank === 0),
    marginal: await share((rank) => rank === 1 || rank === 2),
    shifted: await share((rank) => rank >= 3),
    divergence: await ratio(
      ({ divergence }) => divergence ?? 0,
      of(({ divergence }) => (divergence === null ? 0 : 1)),
    ),
  };
}

/**
 * Shares of the tokens of a table, of all of them and by place. Tokens of a long answer count more than
 * those of a short one: the shares are of tokens, their intervals of items (answers are drawn as a whole).
 */
export async function sharesOf(
  table: ShiftTable,
  rest: Rest,
): Promise<{ all: Shares; byPosition: PositionShares[] }> {
  const all = await sharesOfTokens(table, () => true, rest);
  const bins = [...new Set(table.flat(2).map(binOf))].sort((a, b) => a - b);
  const byPosition: PositionShares[] = [];
  for (const bin of bins) {
    const shares = await sharesOfTokens(table, (shift) => binOf(shift) === bin, rest);
    byPosition.push({ from: 2 ** bin, to: 2 ** (bin + 1) - 1, ...shares });
  }
  return { all, byPosition };
}
