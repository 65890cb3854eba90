import * as v from 'valibot';
import { Fault } from '../training/found.ts';
import { gatherAs, repeated } from './answers.ts';
import { check, filled, form, has, Id, stem, text, type Fields } from './form.ts';
import type { BenchAnswer } from './types.ts';

/** lm-evaluation-harness's samples_<task>_<date>.jsonl. */
const First = v.union(
  [
    text,
    v.pipe(
      v.tupleWithRest([text], v.unknown()),
      v.transform(([first]) => first),
    ),
  ],
  'Expected a text: likelihoods are no answers',
);
const LmEval = v.object({
  doc_id: Id,
  doc: v.object({
    prompt: v.nullish(v.unknown()),
    instruction_id_list: v.nullish(v.unknown()),
  }),
  arguments: v.nullish(v.unknown()),
  filtered_resps: v.nullish(v.tupleWithRest([First], v.unknown())),
  resps: v.nullish(v.tupleWithRest([First], v.unknown())),
});

function readLmEval(fields: Fields, _: number, name: string): BenchAnswer {
  const row = check(LmEval, fields);
  const [answer] = row.filtered_resps ?? row.resps ?? [];
  if (answer === undefined) throw new Fault('filtered_resps: it is missing, and so is resps');
  const { prompt, instruction_id_list: ids } = row.doc;
  const query = typeof prompt === 'string' ? prompt : sentPrompt(row.arguments);
  const instructions = v.safeParse(v.array(filled), ids);
  const task = /^samples_(.+)_\d{4}-\d\d-\d\dT.*$/.exec(stem(name))?.[1];
  return {
    id: row.doc_id,
    system: '',
    turns: [answer],
    part: task ?? null,
    ...(query !== undefined && { query }),
    ...(instructions.success && {
      ifeval: { instructions: instructions.output, strict: null, loose: null },
    }),
  };
}

/** What was sent: {gen_args_0: {arg_0}} in today's files, [[prompt, settings]] in older ones. */
function sentPrompt(sent: unknown): string | undefined {
  const today = v.safeParse(v.object({ gen_args_0: v.object({ arg_0: text }) }), sent);
  if (today.success) return today.output.gen_args_0.arg_0;
  const older = v.safeParse(
    v.tupleWithRest([v.tupleWithRest([text], v.unknown())], v.unknown()),
    sent,
  );
  return older.success ? older.output[0][0] : undefined;
}

export const lmEvalAnswers = form({
  kind: 'answers',
  recognised: 'Samples of lm-evaluation-harness',
  fits: (fields) =>
    has(fields, 'doc_id', 'doc') && (has(fields, 'resps') || has(fields, 'filtered_resps')),
  read: readLmEval,
  gather: gatherAs('lm-eval'),
  notes: repeated,
});
