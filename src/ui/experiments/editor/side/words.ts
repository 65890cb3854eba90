import type { CellCount } from '../../../../experiments/plan/count-cells.ts';
import { counted } from '../../../parts/format.ts';

/** What the cells of a document come from: "5 arms × 20 questions × 2 turns × 2 seeds". */
export function countWords({
  arms,
  questions,
  turns,
  seeds,
  likelihoods,
  judgments,
  search,
}: CellCount): string {
  const asked = [
    counted(arms, 'arm'),
    ...(search ? [] : [counted(questions, 'question')]),
    ...(turns > 1 ? [counted(turns, 'turn')] : []),
    ...(seeds > 1 ? [counted(seeds, 'seed')] : []),
  ].join(' × ');
  const judged =
    (likelihoods === 0 ? '' : `; as many again for ${counted(likelihoods, 'likelihood')}`) +
    (judgments === 0 ? '' : `; ${counted(judgments, 'judgment')} of each answer, at most`);
  if (!search) return asked + judged;
  const rounds = `${counted(search.candidates, 'candidate')} × ${counted(questions, 'question')}`;
  return `${rounds} in ${counted(search.rounds, 'round')}, then a check of ${asked}${judged}`;
}
