import type { TemplateId } from '../../../src/domain/recipe.ts';
import type { BenchItem, BenchLanguage } from '../../../src/scoring/lab-80/schema.ts';

/** Which weights answer: the model under test, another size or form of it, or one tuned on the spot. */
export type ModelRole = 'base' | 'q4' | 'small' | 'twin' | 'tuned';

/** What the demonstrations' answers are (arXiv 2405.19874, Table 3). */
export type AnswerKind = 'correct' | 'shifted' | 'out-of-domain';

/** A way of asking. */
export interface Arm {
  /** Names the arm in the table, in rows and with --only. */
  readonly id: string;
  readonly template: TemplateId;
  readonly rules: boolean;
  /** Demonstrations in the prompt; with the role 'tuned', examples the weights are tuned on instead. */
  readonly shown: number;
  readonly answers: AnswerKind;
  readonly temperature: 0 | 1;
  readonly model: ModelRole;
}

export type Part = BenchItem['part'];

/** What is run and kept as one: an arm on one part of one language's items. */
export interface Condition {
  readonly arm: Arm;
  readonly language: BenchLanguage;
  readonly part: Part;
}

/** "en world icl-3" */
export const conditionName = ({ arm, language, part }: Condition): string =>
  `${language} ${part} ${arm.id}`;

/** Whether draws differ: by demonstrations, or by what is sampled. */
export const hasDraws = ({ shown, temperature }: Arm): boolean => shown > 0 || temperature > 0;

const arm = (id: string, more: Partial<Arm>): Arm => ({
  id,
  template: 'header-only',
  rules: false,
  shown: 0,
  answers: 'correct',
  temperature: 0,
  model: 'base',
  ...more,
});

/** The query alone. */
export const bare = arm('bare', { template: 'raw' });
/** The live format's headings around the query. */
export const templateOnly = arm('template', {});
/** Headings under a paragraph of rules. */
export const rulesOnly = arm('rules', { template: 'rules-only', rules: true });

const shownBy = (id: string, shown: number, more: Partial<Arm> = {}): Arm =>
  arm(`${id}-${shown}`, { template: 'urial-fenced', shown, ...more });

/** N demonstrations in the live format, no rules. */
export const icl = (shown: number): Arm => shownBy('icl', shown);
/** Each demonstration with the answer of the one after it, the last with the first's. */
export const shifted = (shown: number): Arm => shownBy('shift', shown, { answers: 'shifted' });
/** Each demonstration with an answer from another category. */
export const outOfDomain = (shown: number): Arm =>
  shownBy('out-of-domain', shown, { answers: 'out-of-domain' });
/** Tuned on N demonstrations, then asked without any. */
export const tuned = (shown: number): Arm => arm(`sft-${shown}`, { shown, model: 'tuned' });
/** The same arm, drawn at temperature 1. */
export const sampled = (of: Arm): Arm => ({ ...of, id: `${of.id} T=1`, temperature: 1 });
/** The same arm, asked of other weights. */
export const askedOf = (model: ModelRole, of: Arm): Arm => ({
  ...of,
  id: `${of.id} ${model}`,
  model,
});
/** The instruct twin in its own chat layout. */
export const twin = arm('twin', { template: 'chat', model: 'twin' });
