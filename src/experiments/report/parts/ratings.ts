import type { Interval } from '../../../scoring/statistics/interval.ts';
import type { Reveal } from '../../rating/reveal.ts';
import { shown } from '../../results/texts.ts';
import { markup, type Part } from '../markup.ts';
import { grid, interval, meanText } from './tables.ts';

const ends = (of: Interval | null): string => (of ? `${shown(of.low)} to ${shown(of.high)}` : '–');

/** What raters said of the arms; null where nobody rated. */
export function ratingsPart(reveal: Reveal | null): Part {
  if (!reveal || reveal.raters.length === 0) return null;
  const { arms, raters, means, wins, agreement } = reveal;
  const against = (arm: number | null) => (arm === null ? 'all others' : (arms[arm] ?? ''));
  return markup`<h2>Ratings by hand</h2>
    <p>
      Given blind: the arms were hidden, and nothing counts that a rater judged after the arms were
      shown to them.
    </p>
    ${grid(
      ['rater', 'answers', 'pairs', 'skipped', 'has seen the arms'],
      raters.map((rater) => [
        rater.name,
        rater.singles,
        rater.pairs,
        rater.skipped,
        rater.revealed ? 'yes' : 'no',
      ]),
    )}
    ${
      means.length === 0
        ? null
        : markup`<h3>One answer at a time, 1 to 10</h3>
            ${grid(
              ['arm', 'mean', '95 % interval', 'questions', 'answers', 'ratings'],
              means.map(({ arm, mean, interval: range, n, answers, ratings }) => [
                arms[arm] ?? '',
                meanText(mean),
                ends(range),
                n,
                answers,
                ratings,
              ]),
            )}`
    }
    ${
      wins.length === 0
        ? null
        : markup`<h3>Two side by side</h3>
            ${grid(
              ['arm', 'against', 'better', 'tie', 'worse', 'better, without ties', 'ties as half'],
              wins.map(({ arm, against: other, wins: won, ties, losses, rate, half }) => [
                arms[arm] ?? '',
                against(other),
                won,
                ties,
                losses,
                interval(rate),
                interval(half.interval),
              ]),
            )}
            <p class="soft">
              Without ties: Wilson’s interval, which takes pairs for independent. Ties as half:
              every question counts once, bootstrapped over questions.
            </p>`
    }
    ${
      agreement.length === 0
        ? null
        : markup`<h3>Agreement</h3>
            ${grid(
              ['between', 'and', 'on', 'n', 'Spearman’s ρ', 'quadratic κ', 'the very same'],
              agreement.map(({ between, on, n, spearman, kappa, plain }) => [
                between[0],
                between[1],
                on === 'ratings' ? 'answers' : 'pairs',
                n,
                ...[spearman, kappa, plain].map(interval),
              ]),
            )}`
    }`;
}
