import { searchOf, type JudgedCandidate, type SearchRound } from '../../results/search.ts';
import { candidateFactor, searchScorer } from '../../search/standings.ts';
import type { FigurePoint, HistogramFigure } from '../data.ts';
import { cellsBehind, type Asking } from './points.ts';

type Round = HistogramFigure['rounds'][number];

function pointsOf(
  { index }: Asking,
  { number, candidates }: SearchRound,
  round: string,
): { point: FigurePoint; fate: JudgedCandidate['fate'] }[] {
  const scorer = searchScorer(index.document);
  return candidates.flatMap(({ candidate, label, estimate, fate }) => {
    if (!estimate) return [];
    const { value, low, high, n, seeds, missing, errors } = estimate;
    const level = String(candidate + 1);
    const where = { [candidateFactor]: level, turn: '1' };
    const cells = cellsBehind(index, { scorer, where, round: number });
    const at = { round, candidate: level };
    const said = `${round}, ${label}`;
    const point = { label: said, at, value, low, high, n, seeds, missing, errors, cells };
    return [{ point, fate }];
  });
}

/** A search's candidates by round. Rounds that are still to come are not there. */
export async function searchRounds(
  asking: Asking,
): Promise<Pick<HistogramFigure, 'rounds' | 'threshold' | 'start'>> {
  const found = await searchOf(asking.index, asking.rest);
  const rounds = (found?.rounds ?? []).map((round, i): Round => {
    const label = `Round ${i + 1}`;
    const points = pointsOf(asking, round, label);
    const chosen = points.findIndex(({ fate }) => fate === 'chosen');
    return {
      label,
      candidates: points.map(({ point }) => point),
      chosen: chosen < 0 ? null : chosen,
    };
  });
  return { rounds, threshold: found?.threshold ?? null, start: null };
}
