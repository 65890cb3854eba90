import type { ImportedSet } from '../../domain/imported-set.ts';
import type { BenchContent, PoolSet, PromptSet, QuestionSet } from '../../formats/benches/types.ts';
import { benchLanguages } from '../../scoring/lab-80/schema.ts';
import type { ExperimentDocument } from '../document/document.ts';
import { checkDocument } from '../document/read.ts';
import * as p from '../gallery/parts.ts';
import type { DocumentInput } from '../gallery/template.ts';

/** More questions than this are for readers who ask for them: a first try should end soon. */
const firstTry = 100;
/** Demonstrations to draw from, at most: they are written into the document. */
const mostPairs = 500;

const frame: Pick<DocumentInput, 'format' | 'version' | 'seeds' | 'figure'> = {
  format: 'incontext-lab/experiment',
  version: 1,
  seeds: [1],
  figure: { kind: 'table', rows: 'arm', columns: 'turn' },
};

/** Whether an experiment can be made of a set: of questions, of examples, of a prompt. */
export const usable = ({ kind }: Pick<ImportedSet, 'kind'>): boolean =>
  kind === 'questions' || kind === 'pool' || kind === 'prompt';

/**
 * An experiment to begin with, that uses a set: asks its questions, draws demonstrations from its examples,
 * or shows its prompt. Null for sets that no experiment can ask.
 */
export function documentFor(
  { id, name }: Pick<ImportedSet, 'id' | 'name'>,
  content: BenchContent,
): ExperimentDocument | null {
  if (content.kind === 'questions') return checkDocument(asking(id, name, content));
  if (content.kind === 'pool') return checkDocument(drawing(name, content));
  return content.kind === 'prompt' ? checkDocument(showing(name, content)) : null;
}

/** What a program can say of answers to these questions; judges and readers are added by hand. */
function scorersFor({ items }: QuestionSet): DocumentInput['scorers'] {
  const referenced = items.some(({ turns }) => turns.some(({ reference }) => reference !== null));
  const instructed = items.every(({ ifeval }) => ifeval !== undefined);
  return [
    ...(instructed
      ? [
          { kind: 'ifeval', level: 'prompt', how: 'strict' } as const,
          { kind: 'ifeval', level: 'instruction', how: 'strict' } as const,
        ]
      : []),
    ...(referenced ? [{ kind: 'contains' } as const] : []),
    { kind: 'degeneration', of: 'loop' },
    { kind: 'length' },
  ];
}

function asking(id: string, name: string, set: QuestionSet): DocumentInput {
  const { items, language } = set;
  const known = benchLanguages.find((each) => each === language);
  return {
    ...frame,
    title: name,
    about: `The base model alone and with URIAL’s prompt, on ${name}.`,
    questions: {
      bench: 'imported',
      set: id,
      name,
      ...(items.length > firstTry && { limit: firstTry }),
    },
    fixed: { ...(known && { language: known }), decoding: { maxNewTokens: 128 } },
    factors: [{ name: 'arm', levels: [p.bare, p.urial] }],
    turns: items.some(({ turns }) => turns.length === 2) ? 2 : 1,
    scorers: scorersFor(set),
  };
}

function drawing(name: string, { data }: PoolSet): DocumentInput {
  const { set } = data;
  const pairs =
    set.method === 'sft'
      ? set.examples.flatMap(({ example }) => example.turns)
      : set.examples.map(({ example: { query, chosen } }) => ({ query, answer: chosen }));
  return {
    ...frame,
    title: `Demonstrations from ${name}`,
    about: `Three demonstrations drawn from ${name}, beside the lab’s curated ones.`,
    questions: p.world(20),
    material: { pool: pairs.slice(0, mostPairs).map(({ query, answer }) => ({ query, answer })) },
    factors: [
      {
        name: 'arm',
        levels: [p.urial, { label: 'From the set', set: { demonstrations: [p.fromPool] } }],
      },
    ],
    turns: 1,
    scorers: [p.content],
  };
}

function showing(name: string, { file }: PromptSet): DocumentInput {
  const { rules, pairs, variant } = file;
  return {
    ...frame,
    title: `The prompt ${name}`,
    about: `The prompt file ${name} beside the base model alone.`,
    questions: p.world(20),
    material: {
      rules,
      ...(pairs.length > 0 && { curated: pairs.map(({ query, answer }) => ({ query, answer })) }),
    },
    fixed: { template: variant, ...(pairs.length > 0 && { shown: pairs.length }) },
    factors: [{ name: 'arm', levels: [p.bare, p.urial] }],
    turns: 1,
    scorers: [p.content],
  };
}
