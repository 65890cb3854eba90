import { Problem } from '../../domain/problem.ts';
import { armsOf, combinations, type DocumentArm } from './arms.ts';
import { fixedSetting, type ExperimentDocument } from './document.ts';
import { isTrained, type Trained } from './tuning.ts';

/** What keeps an arm's demonstrations from being a training set: what is wrong, and what to do. */
type Complaint = readonly [message: string, remedy: string];

function complaint(
  { setting }: DocumentArm,
  tuning: Trained,
  { questions }: Pick<ExperimentDocument, 'questions'>,
): Complaint | null {
  const { demonstrations, transforms } = setting;
  if (demonstrations.length === 0)
    return [
      'it is trained on its demonstrations, and has none.',
      'Give it sources of demonstrations, or take "tuning" away.',
    ];
  const byQuery = demonstrations.find(
    (source) =>
      source.take === 'pool' && !['random', 'k-means'].includes(source.select?.by ?? 'random'),
  );
  if (byQuery)
    return [
      'it is trained on demonstrations that are chosen for each question: a training for every question.',
      'Choose them at random or by k-means.',
    ];
  if (questions.bench === 'lab-80' && questions.part !== 'world')
    return [
      `it is trained, and questions of the part “${questions.part}” bring demonstrations of their own.`,
      'Ask the part "world", or questions of your own.',
    ];
  if (transforms.some(({ kind }) => kind === 'queries-only'))
    return ['it is trained on answers, and "queries-only" takes them away.', 'Leave it out.'];
  const answersOnly = transforms.some(({ kind }) => kind === 'answers-only');
  if (tuning.kind === 'dpo' && (answersOnly || tuning.changes?.answersOnly))
    return [
      'it prefers one answer to another, and answers alone have no question that both are to.',
      'Leave "answers-only" out, or train with "sft".',
    ];
  return null;
}

/**
 * Refuses arms whose demonstrations can be no training set, before anything runs.
 * @throws Problem 'bad-input' that names the arm
 */
export function checkTuning(document: ExperimentDocument): void {
  const { search } = document;
  const check = search ? combinations(search.check.factors, fixedSetting(document)) : [];
  const asked = armsOf(document).map((arm) => ({ arm, document }));
  const checked = check.map((arm) => ({ arm, document: search?.check ?? document }));
  for (const { arm, document: asking } of [...asked, ...checked]) {
    const { tuning } = arm.setting;
    if (!isTrained(tuning)) continue;
    const found = complaint(arm, tuning, asking);
    if (!found) continue;
    const [message, remedy] = found;
    throw new Problem({ code: 'bad-input', message: `arm “${arm.label}”: ${message}`, remedy });
  }
}
