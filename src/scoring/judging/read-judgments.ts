import { ratings, type Reading } from '../../domain/judgment.ts';
import type { Judgment, Scored } from '../answered.ts';
import { parseRating, parseVerdict } from './parse.ts';
import { calibrated, logSumExp, weightedRating } from './weighted.ts';

/** How judgments are read. */
export interface HowRead {
  /** Of one answer by itself, or of two side by side. */
  readonly of: 'one' | 'two';
  readonly as: Reading;
}

/** ln P by number: of a rating itself, of a verdict what it is worth to the answer in place A. */
type Shares = ReadonlyMap<number, number>;

const worth = { A: 1, C: 0.5, B: 0 } as const;
const isVerdict = (choice: string): choice is keyof typeof worth => choice in worth;
const isRating = (choice: string): boolean => (ratings as readonly string[]).includes(choice);

function sharesOf(
  { choices }: Judgment,
  of: 'logProbability' | 'contentFree',
): Map<number, number> {
  return new Map(
    (choices ?? []).flatMap((one): [number, number][] => {
      const log = one[of];
      if (log === null) return [];
      if (isVerdict(one.choice)) return [[worth[one.choice], log]];
      return isRating(one.choice) ? [[Number(one.choice), log]] : [];
    }),
  );
}

/** The mean of what verdicts are worth, Σ w P(w) / Σ P(w); null without any. */
function meanWorth(shares: Shares): number | null {
  const total = logSumExp([...shares.values()]);
  if (!Number.isFinite(total)) return null;
  return [...shares].reduce((sum, [value, log]) => sum + value * Math.exp(log - total), 0);
}

/** What is taken off before verdicts are weighed: what the judge says of two empty answers. */
function lessLeaning(shares: Shares, leaning: Shares): Map<number, number> {
  return new Map(
    [...shares].flatMap(([value, log]): [number, number][] => {
      const before = leaning.get(value);
      return before === undefined ? [] : [[value, log - before]];
    }),
  );
}

const noShares = 'The judge gives no log-probabilities of its ratings.';

function single(judgment: Judgment, as: Reading): Scored {
  if (as === 'parsed') {
    const value = parseRating(judgment.reply);
    return value === null
      ? { error: 'The judge’s reply has no rating.', text: judgment.reply }
      : { value };
  }
  const shares = sharesOf(judgment, 'logProbability');
  const value = weightedRating(
    as === 'weighted' ? shares : calibrated(shares, sharesOf(judgment, 'contentFree')),
  );
  return value === null ? { error: noShares } : { value };
}

/** What one verdict is worth to the answer in place A. */
function verdictOn(judgment: Judgment, as: Reading): Scored {
  if (as === 'parsed') {
    const verdict = parseVerdict(judgment.reply);
    return verdict === null
      ? { error: 'The judge’s reply has no verdict.', text: judgment.reply }
      : { value: worth[verdict === 'tie' ? 'C' : verdict] };
  }
  const shares = sharesOf(judgment, 'logProbability');
  const value = meanWorth(
    as === 'weighted' ? shares : lessLeaning(shares, sharesOf(judgment, 'contentFree')),
  );
  return value === null ? { error: noShares } : { value };
}

/**
 * The score of an answer by what a judge said of it. Beside another answer both orders count: as written, a win is
 * 1, a loss 0, and a tie or two verdicts that disagree 0.5 (FastChat's rule, so that the mean is the adjusted win
 * rate); weighted, the mean of both. A reply without a rating is an error, with its text.
 * @param judgments one; or two, the answer as A, then as B
 */
export function readJudgments(judgments: readonly Judgment[], { of, as }: HowRead): Scored {
  const [first, second] = judgments;
  if (!first) return { error: 'No judge was asked.' };
  if (of === 'one') return single(first, as);
  if (!second) return { error: 'The judge was asked in one order only.' };
  const [asA, asB] = [verdictOn(first, as), verdictOn(second, as)];
  if (!('value' in asA)) return asA;
  if (!('value' in asB)) return asB;
  const [one, other] = [asA.value, 1 - asB.value];
  if (as === 'parsed') return { value: one === other ? one : 0.5 };
  return { value: (one + other) / 2 };
}
