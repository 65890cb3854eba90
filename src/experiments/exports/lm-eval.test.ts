import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import * as v from 'valibot';
import { breathing } from '../../domain/breathing.ts';
import { sampleRecipe } from '../../domain/testing/sample-experiment.ts';
import { LmEvalResults, LmEvalSampleLine } from '../../formats/exports/testing/lm-eval-schemas.ts';
import { fileNamed, linesOf, textOf } from '../../formats/exports/testing/read.ts';
import { exportLmEval } from './lm-eval.ts';
import { sampleSource, withLikelihoods } from './testing/sample-source.ts';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const date = '2026-01-01T00-10-00.000000';
const source = sampleSource();
const files = await exportLmEval(source, breathing());
const resultsIn = (folder: string) =>
  v.parse(LmEvalResults, JSON.parse(textOf(fileNamed(files, `${folder}/results_${date}.json`))));
const samplesIn = (folder: string, task: string) =>
  v.parse(
    v.array(LmEvalSampleLine),
    linesOf(fileNamed(files, `${folder}/samples_${task}_${date}.jsonl`)),
  );

it('a run for each arm and seed, a task for each turn', () => {
  expect(files.map(({ name }) => name.replace(date, 'DATE'))).toEqual(
    ['m · bare', 'm · URIAL · seed 1', 'm · URIAL · seed 2'].flatMap((folder) => [
      `${folder}/results_DATE.json`,
      `${folder}/samples_small_study_turn_1_DATE.jsonl`,
      `${folder}/samples_small_study_turn_2_DATE.jsonl`,
    ]),
  );
});

it('samples with the whole prompt, hashes that anybody can check, and a number for each metric', () => {
  const [first] = samplesIn('m · bare', 'small_study_turn_1');
  expect(first).toMatchObject({
    doc_id: 0,
    target: 'is 1',
    resps: [[' 4 of 0/0/0/1```<|endoftext|>']],
    filtered_resps: ['4 of 0/0/0/1'],
    filter: 'none',
    metrics: ['lab-80/score'],
    'lab-80/score': 3,
  });
  const prompt = `${sampleRecipe.text}Q: item-0, turn 1?\nA:`;
  expect(first?.arguments.gen_args_0.arg_0).toBe(prompt);
  expect(first?.prompt_hash).toBe(digest(prompt));
  expect(first?.target_hash).toBe(digest('is 1'));
  expect(first?.doc_hash).toBe(digest(JSON.stringify(first?.doc, null, 2)));
});

it('means with their standard errors; what failed or could not be judged is counted, and no 0', () => {
  const { results, ...rest } = resultsIn('m · bare');
  // item-3 was answered and could not be judged
  expect(results.small_study_turn_1).toMatchObject({
    'lab-80/score,none': 3,
    'lab-80/score_stderr,none': 0,
    sample_len: 4,
    sample_count: { 'lab-80/score,none': 3 },
  });
  expect(rest['n-samples'].small_study_turn_1).toEqual({ original: 4, effective: 4 });
  expect(rest['n-shot'].small_study_turn_1).toBe(0);
  expect(rest.higher_is_better.small_study_turn_1).toEqual({ 'lab-80/score': true });

  const urial = resultsIn('m · URIAL · seed 2');
  expect(urial['n-samples']).toEqual({
    small_study_turn_1: { original: 4, effective: 2 },
    small_study_turn_2: { original: 4, effective: 1 },
  });
  expect(urial.results.small_study_turn_2).toMatchObject({
    'lab-80/score,none': 7.5,
    'lab-80/score_stderr,none': 'N/A',
  });
  expect(urial.config).toMatchObject({ fewshot_seed: 2, model_args: { pretrained: 'm' } });
  expect(urial['n-shot'].small_study_turn_1).toBe(3);
  expect(samplesIn('m · URIAL · seed 2', 'small_study_turn_2').map(({ doc_id }) => doc_id)).toEqual(
    [3],
  );
  const hashes = samplesIn('m · URIAL · seed 2', 'small_study_turn_1')
    .map((line) => line.doc_hash + line.prompt_hash + line.target_hash)
    .join('');
  expect(urial.task_hashes.small_study_turn_1).toBe(digest(hashes));
});

it('a likelihood is a task of its own', async () => {
  const judged = sampleSource(({ document, ...results }) =>
    withLikelihoods({
      ...results,
      document: {
        ...document,
        scorers: [{ kind: 'likelihood', as: 'sum', of: 'reference', alternatives: 0 }],
      },
    }),
  );
  const made = await exportLmEval(judged, breathing());
  const name = `m · bare/samples_small_study_likelihood_sum_reference_turn_1_${date}.jsonl`;
  const [first] = v.parse(v.array(LmEvalSampleLine), linesOf(fileNamed(made, name)));
  expect(first?.arguments.gen_args_0).toEqual({
    arg_0: `${sampleRecipe.text}Q: judged?\nA:`,
    arg_1: ' is 1',
  });
  expect(first?.resps).toEqual([[[String(Math.log(0.5) + Math.log(0.25)), 'False']]]);
});

it('says what is missing where a prompt cannot be written', async () => {
  await expect(exportLmEval({ ...source, texts: new Map() }, breathing())).rejects.toMatchObject({
    code: 'file-missing',
  });
});
