import type { DocumentInput, PaperSettings } from './template.ts';

type Level = DocumentInput['factors'][number]['levels'][number];

/** The base model given the query alone: it continues it as text. */
export const bare: Level = {
  label: 'Base',
  note: 'The query alone, without headings, rules or demonstrations.',
  set: { template: 'raw', rules: false, demonstrations: [], shown: 0 },
};

/** The live format's headings and nothing else: another reading of "no ICL". */
export const headings: Level = {
  label: 'Base, headings',
  note: 'The headings of the prompt around the query; no rules, no demonstrations.',
  set: { template: 'header-only', rules: false, demonstrations: [], shown: 0 },
};

/** Rules and headings: the third reading. */
export const rulesOnly: Level = {
  label: 'Base, rules',
  note: 'Rules and headings; no demonstrations.',
  set: { template: 'rules-only', demonstrations: [], shown: 0 },
};

export const urial: Level = {
  label: 'Base + URIAL',
  note: 'Rules and three curated demonstrations.',
  set: {},
};

/** The instruct twin in its own chat layout. */
export const twin: Level = {
  label: 'Instruct',
  note: 'The same base after instruction tuning, in its own chat layout.',
  set: { model: 'twin', template: 'chat', rules: false, demonstrations: [], shown: 0 },
};

/** The preset of the gallery's trainings: a minute at most on the bundled model. */
export const fineTuned = { kind: 'sft', preset: 'classroom' } as const;
export const preferenceTuned = {
  kind: 'dpo',
  preset: 'classroom',
  rejected: 'in-domain',
} as const;

/** The counterpart of URIAL: its demonstrations in the weights, and nothing before the question. */
export const fineTunedLevel: Level = {
  label: 'Base + IFT',
  note: 'Fine-tuned on the three curated demonstrations; they are not shown.',
  set: { rules: false, tuning: fineTuned },
};

/** Preference tuning of the base on pairs of the pool. */
export const preferenceTunedOn = (pairs: number): Level => ({
  label: 'Base + DPO',
  note: `Preference-tuned on ${pairs} questions of the pool: each one’s answer before another’s of its category.`,
  set: {
    rules: false,
    demonstrations: [{ take: 'pool' }],
    shown: pairs,
    tuning: preferenceTuned,
  },
});

export const fromPool = { take: 'pool' } as const;
export const curatedBlock = { take: 'curated' } as const;

export const lab80 = { kind: 'lab-80' } as const;
export const content = { kind: 'lab-80', part: 'content' } as const;
export const degenerations = (['loop', 'code', 'stop', 'language'] as const).map(
  (of) => ({ kind: 'degeneration', of }) as const,
);

/** Questions of the bundled bench about its small world. */
export const world = (limit?: number) =>
  ({
    bench: 'lab-80',
    split: 'test',
    part: 'world',
    ...(limit !== undefined && { limit }),
  }) as const;

export const seeds = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

/** What all studies of arXiv 2405.19874 have in common. */
export const mtBench: PaperSettings = {
  models: 'Mistral-7B-v0.2, Llama-3.1-8B and others, 7B to 141B parameters',
  questions: 'MT-Bench, 80 questions of two turns',
  judge: 'GPT-4, 1 to 10',
  temperature: '0',
  repetitionPenalty: '1.15',
  maxNewTokens: '2048',
  stop: 'none',
};

/** The head of a document. */
export const head = (template: string, title: string, about: string) =>
  ({ format: 'incontext-lab/experiment', version: 1, template, title, about }) as const;

/** A term of a contrast. */
export const term = (weight: number, where: Record<string, string | string[]>, turn?: 1 | 2) => ({
  weight,
  where,
  ...(turn !== undefined && { turn }),
});

export const aboveZero = { kind: 'above', than: 0 } as const;
export const belowZero = { kind: 'below', than: 0 } as const;
