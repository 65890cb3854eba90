import { bundledModels } from '../../../../../domain/bundled.ts';
import type { ExperimentDocument } from '../../../../../experiments/document/document.ts';
import type { Judge } from '../../../../../scoring/scorers/judge.ts';
import { armOptions } from './arms.ts';

interface Option {
  readonly value: string;
  readonly label: string;
}

/** Whoever is there, and one that the document names and nobody knows. */
function withOwn(options: readonly Option[], value: string): Option[] {
  const known = options.some((option) => option.value === value);
  return known ? [...options] : [...options, { value, label: 'as the JSON says' }];
}

export const whoValue = (judge: Judge['judge']): string => JSON.stringify(judge);

const aModel = (model: string): string => whoValue({ by: 'model', model, precision: null });

/** Who may judge: relatives of the chosen model, the lab's models, and the document's served ones. */
export const whoOptions = ({ served }: Pick<ExperimentDocument, 'served'>, own: Judge): Option[] =>
  withOwn(
    [
      { value: aModel('twin'), label: 'the instruct twin of the chosen model' },
      { value: aModel('chosen'), label: 'the chosen model itself' },
      ...bundledModels.map(({ id, label }) => ({ value: aModel(id), label })),
      ...served.map(({ name, model }) => ({
        value: whoValue({ by: 'served', endpoint: name }),
        label: `${name}, served: ${model}`,
      })),
    ],
    whoValue(own.judge),
  );

export const modeValue = (mode: Judge['mode']): string => JSON.stringify(mode);

/** What is judged: an answer by itself, or beside an arm's. */
export const modeOptions = (document: ExperimentDocument, own: Judge): Option[] =>
  withOwn(
    [
      { value: modeValue('single'), label: 'each answer by itself, 1 to 10' },
      ...armOptions(document).map(({ arm, label }) => ({
        value: modeValue({ against: arm }),
        label: `beside the answer of ${label}, in both orders`,
      })),
    ],
    modeValue(own.mode),
  );

/** How a judgment is read; a served model is not calibrated. */
export const readingOptions = ({ judge }: Judge) =>
  [
    { value: 'parsed', label: 'the rating that it writes', disabled: false },
    { value: 'weighted', label: 'all ratings, weighted by their probability', disabled: false },
    {
      value: 'calibrated',
      label: 'the same, less what it says of an empty answer',
      disabled: judge.by === 'served',
    },
  ] as const;

export const languageOptions = [
  { value: '', label: 'as the answer’s' },
  { value: 'en', label: 'English' },
  { value: 'es', label: 'Spanish' },
  { value: 'fr', label: 'French' },
] as const;

/** A judge in another's place; what it cannot do is left. */
export function judgedBy(scorer: Judge, judge: Judge['judge']): Judge {
  const as = judge.by === 'served' && scorer.as === 'calibrated' ? 'weighted' : scorer.as;
  return { ...scorer, judge, as };
}
