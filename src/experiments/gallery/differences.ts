import { readyScorer } from '../../scoring/scorer.ts';
import { armsOf } from '../document/arms.ts';
import { fixedSetting, type ExperimentDocument } from '../document/document.ts';
import type { ImportedQuestions, Questions } from '../document/questions.ts';
import type { Setting } from '../document/setting.ts';
import { tuningWords } from '../describe/tuning-words.ts';
import type { PaperSettings, Template } from './template.ts';

/** One thing that is done otherwise than in the paper. */
export interface Difference {
  readonly what: string;
  readonly paper: string;
  readonly here: string;
}

const names: Readonly<Record<keyof PaperSettings, string>> = {
  models: 'Models',
  questions: 'Questions',
  judge: 'Scores by',
  temperature: 'Temperature',
  repetitionPenalty: 'Repetition penalty',
  maxNewTokens: 'Tokens of an answer, at most',
  seeds: 'Seeds',
  demonstrations: 'Demonstrations',
  training: 'Training',
  stop: 'Stop strings beside the layout’s',
};

const distinct = (values: readonly unknown[]): string =>
  [...new Set(values)].map(String).join(', ');

const importedIn = ({ name, limit }: ImportedQuestions): string =>
  limit === undefined ? name : `${limit} items of ${name}`;

function questionsIn(questions: Questions): string {
  if (questions.bench === 'given') return `${questions.items.length} of the document’s own`;
  if (questions.bench === 'imported') return importedIn(questions);
  const { split, part, limit } = questions;
  const some = limit === undefined ? 'all items' : `${limit} items`;
  return `Lab-80, ${some} of the ${split} split${part === 'all' ? '' : ` (${part})`}`;
}

function demonstrationsIn(settings: readonly Setting[]): string {
  const kinds = settings.map(({ demonstrations, shown }) => {
    if (demonstrations.length === 0) return 'none';
    const sources = demonstrations.map((source) => {
      if (source.take !== 'pool') return source.take;
      const { select } = source;
      return select ? `pool by ${select.by}` : 'random from the pool';
    });
    const filled = demonstrations.some((s) => s.take === 'pool' && s.count === undefined);
    return `${sources.join(', then ')}${filled ? `: ${shown} in all` : ''}`;
  });
  return distinct(kinds);
}

/** A document's settings in the words of the papers'. */
function described(document: ExperimentDocument, model: string): Required<PaperSettings> {
  const arms = armsOf(document).map(({ setting }) => setting);
  const settings = arms.length > 0 ? arms : [fixedSetting(document)];
  const models = settings.map((setting) => (setting.model === 'chosen' ? model : setting.model));
  const decodings = settings.map(({ decoding }) => decoding);
  return {
    models: distinct(models),
    questions: questionsIn(document.questions),
    judge: document.scorers.map((scorer) => readyScorer(scorer).label).join(', '),
    temperature: distinct(decodings.map(({ temperature }) => temperature)),
    repetitionPenalty: distinct(decodings.map(({ repetitionPenalty }) => repetitionPenalty)),
    maxNewTokens: distinct(decodings.map(({ maxNewTokens }) => maxNewTokens)),
    seeds: String(document.seeds.length),
    demonstrations: demonstrationsIn(settings),
    training:
      distinct(settings.flatMap(({ tuning }) => (tuning ? tuningWords(tuning) : []))) || 'none',
    stop: distinct(decodings.flatMap(({ stop }) => stop)) || 'none',
  };
}

/**
 * What a document does otherwise than the paper it re-creates; empty where there is no paper.
 * @param model the name of the model that is chosen
 */
export function differences(
  document: ExperimentDocument,
  { paper }: Pick<Template, 'paper'>,
  model: string,
): Difference[] {
  const here = described(document, model);
  return (Object.keys(names) as (keyof PaperSettings)[]).flatMap((field) => {
    const theirs = paper[field];
    return theirs === undefined || theirs === here[field]
      ? []
      : [{ what: names[field], paper: theirs, here: here[field] }];
  });
}
