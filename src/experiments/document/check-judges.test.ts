import { expect, it } from 'vitest';
import { Problem } from '../../domain/problem.ts';
import { smallDocument } from '../testing/documents.ts';

const twin = { by: 'model', model: 'twin' };
const served = [{ name: 'big', url: 'http://localhost:8080/v1', model: 'b', api: 'chat' }];
const big = { by: 'served', endpoint: 'big' };
const own = (prompt_template: string, type = 'single') => ({
  ...{ name: 'mine', type, system_prompt: '', prompt_template },
});
const judging = (scorer: object, more: object = {}) =>
  smallDocument({ scorers: [{ kind: 'judge', judge: twin, ...scorer }], ...more });
const messageOf = (make: () => unknown): string => {
  try {
    make();
  } catch (thrown) {
    return Problem.from(thrown).message;
  }
  throw new Error('It was not refused.');
};
const refused = (scorer: object, more: object = {}) => messageOf(() => judging(scorer, more));

it('takes judges of the lab and served ones, in every way', () => {
  expect(judging({}).scorers[0]).toMatchObject({ mode: 'single', as: 'parsed', prompts: 'lab' });
  judging({ mode: { against: { arm: 'bare' } }, as: 'calibrated' });
  judging({ judge: big, as: 'weighted' }, { served });
  const material = {
    judgePrompts: [
      own('{question_1} {answer_1} {question_2} {answer_2}'),
      own('{question} {answer}'),
    ],
  };
  judging({ prompts: 'imported' }, { material });
});

it('refuses an endpoint that the document does not list', () => {
  expect(refused({ judge: big })).toContain(
    'scorers[0].judge.endpoint: No served model is called “big”',
  );
});

it('calibrates no served judge', () => {
  expect(refused({ judge: big, as: 'calibrated' }, { served })).toContain('scorers[0].as');
});

it('refuses prompts that are not there, or that nothing is for', () => {
  const imported = { prompts: 'imported' };
  expect(refused(imported)).toContain('no judge prompts of its own');
  const one = { judgePrompts: [own('{question} {answer}')] };
  expect(refused(imported, { material: one })).toContain('two turns');
  judging(imported, { material: one, turns: 1 });
  expect(refused({ ...imported, mode: { against: { arm: 'bare' } } }, { material: one })).toContain(
    'side by side',
  );
  const odd = { judgePrompts: [own('{question} {answer} {mood}')] };
  expect(refused(imported, { material: odd, turns: 1 })).toContain('{mood}');
});

it('counts two readings of one judgment as two scorers, and the same reading twice as a slip', () => {
  const judge = { kind: 'judge', judge: twin };
  smallDocument({ scorers: [judge, { ...judge, as: 'weighted' }] });
  expect(messageOf(() => smallDocument({ scorers: [judge, judge] }))).toContain('stands twice');
});
