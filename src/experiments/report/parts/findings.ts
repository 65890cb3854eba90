import type { Evaluated } from '../../results/contrasts.ts';
import type { Failure } from '../../results/failures.ts';
import type { SearchResults } from '../../results/search.ts';
import type { ArmShift } from '../../results/shift.ts';
import { expectedText, pText } from '../../results/texts.ts';
import { markup, type Part } from '../markup.ts';
import { grid, interval } from './tables.ts';

const signs = { supported: '✓', contradicted: '✗', undecided: '?', 'not run': '–' } as const;

/** Contrasts with their verdicts, in words and signs. */
export function contrastsPart(contrasts: readonly Evaluated[]): Part {
  if (contrasts.length === 0) return null;
  return markup`<h2>Contrasts</h2>
    ${grid(
      ['contrast', 'expected', 'found', 'questions', 'seeds', 'p', 'p, Holm', 'verdict'],
      contrasts.map((one) => [
        `${one.contrast.claim === null ? '' : `${one.contrast.claim}: `}${one.contrast.label}`,
        expectedText(one.contrast.expect),
        interval(one.interval),
        one.n,
        one.seeds,
        pText(one.p),
        pText(one.adjusted),
        `${signs[one.verdict]} ${one.verdict}`,
      ]),
    )}
    <p class="soft">
      Every question is compared with itself. A verdict goes by the whole interval, which is not
      adjusted for the number of contrasts: undecided where it covers the border, or where fewer
      than six questions are there. p is of a paired permutation test, and “Holm” adjusts it for the
      contrasts of this experiment.
    </p>`;
}

/** What each round of a search chose. */
export function searchPart(search: SearchResults | null): Part {
  if (!search) return null;
  return markup`<h2>The search, round by round</h2>
    ${grid(
      ['round', 'candidates', 'at the threshold', 'chosen', 'its score there'],
      search.rounds.map(({ candidates, chosen }, i) => [
        i + 1,
        candidates.length,
        candidates.filter(({ fate }) => fate === 'kept').length,
        chosen?.label ?? '–',
        interval(chosen?.estimate ?? null),
      ]),
    )}
    <p class="soft">
      A candidate was chosen because its score was the highest: only the check on other questions
      says how good it is.
    </p>`;
}

/** Shares of tokens by arm. */
export function shiftPart(shifts: readonly ArmShift[] | null): Part {
  if (!shifts) return null;
  return markup`<h2>Shifts of expectation</h2>
    ${grid(
      ['arm', 'unshifted', 'marginal', 'shifted', 'KL, at least', 'tokens', 'questions'],
      shifts.map(({ label, all, n }) => [
        label,
        ...[all.unshifted, all.marginal, all.shifted, all.divergence].map(interval),
        all.tokens,
        n,
      ]),
    )}`;
}

/** What went wrong, and how often. */
export function failuresPart(failures: readonly Failure[]): Part {
  return markup`<h2>Failures</h2>
    ${
      failures.length === 0
        ? markup`<p>No cell failed, and every answer could be judged.</p>`
        : grid(
            ['of', 'message', 'cells', 'texts'],
            failures.map(({ of, message, cells, texts = [] }) => [
              ...[of, message, cells],
              texts.map((text) => `“${text}”`).join(' '),
            ]),
          )
    }`;
}
