import type { Questions } from '../../document/questions.ts';
import { environmentOf } from '../../results/environment.ts';
import type { ResultIndex } from '../../results/index-rows.ts';

function benchOf(questions: Questions): string {
  if (questions.bench === 'given') return 'questions of the document';
  if (questions.bench === 'imported') return questions.name;
  const part = questions.part === 'all' ? '' : `, ${questions.part}`;
  return `Lab-80, ${questions.split} split${part}`;
}

/** Where a figure's numbers come from, in a line: bench, models, device, versions. */
export function sourceOf(index: ResultIndex): string {
  const { models, devices, app } = environmentOf(index);
  return [
    benchOf(index.document.questions),
    ...models.map(({ label, precision }) => `${label}, ${precision}`),
    ...(devices.length > 0 ? [devices.join(', ')] : []),
    ...app.map((version) => `Incontext Lab ${version}`),
  ].join(' · ');
}
