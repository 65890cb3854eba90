import type { BenchContent, BenchFile, BenchJudgment } from '../../../formats/benches/types.ts';
import type { SourceFile } from '../scored.ts';

/** A file as a reader gives it. */
export const source = (name: string, content: BenchContent): SourceFile => ({
  name,
  file: {
    ...content,
    recognised: `a file of ${content.kind}`,
    problems: [],
    notes: [],
  } as BenchFile,
});

/** A file of judgments; all of one form. */
export const judged = (name: string, judgments: readonly BenchJudgment[]): SourceFile =>
  source(name, {
    kind: 'judgments',
    form: judgments[0]?.form ?? 'single',
    judgments,
  } as BenchContent);

type Of<Form extends BenchJudgment['form']> = Extract<BenchJudgment, { form: Form }>;

export const single = (more: Partial<Of<'single'>> = {}): BenchJudgment => ({
  form: 'single',
  id: '81',
  system: 'model-a',
  judge: ['judge-x', 'single'],
  prompt: '',
  judgment: '',
  score: 5,
  turn: 1,
  time: null,
  ...more,
});

export const pair = (more: Partial<Of<'pair'>> = {}): BenchJudgment => ({
  form: 'pair',
  id: '81',
  systems: ['model-a', 'model-b'],
  judge: ['judge-x', 'pair'],
  winners: ['first', 'first'],
  judgments: ['', ''],
  turn: 1,
  time: null,
  ...more,
});

export const preference = (more: Partial<Of<'preference'>> = {}): BenchJudgment => ({
  form: 'preference',
  id: '0',
  instruction: 'Name a colour.',
  outputs: ['Green.', 'Blue, and also green.'],
  systems: ['base', 'model-a'],
  judge: 'judge-x',
  preference: 1.2,
  part: null,
  ...more,
});

export const aspects = (more: Partial<Of<'aspects'>> = {}): BenchJudgment => ({
  form: 'aspects',
  id: '0',
  query: 'Name a colour.',
  answer: 'Green is one.',
  system: 'model-a',
  judge: 'judge-x',
  aspects: { clarity: { score: 4, reason: '' } },
  ...more,
});
