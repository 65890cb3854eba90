import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { breathing } from '../../domain/breathing.ts';
import { sampleRecipe } from '../../domain/testing/sample-experiment.ts';
import { InspectLog, topLevel } from '../../formats/exports/testing/inspect-schema.ts';
import { textOf } from '../../formats/exports/testing/read.ts';
import type { ResultRow } from '../results/results.ts';
import { exportInspect } from './inspect.ts';
import { sampleSource } from './testing/sample-source.ts';

const source = sampleSource();
const files = await exportInspect(source, breathing());
const raw = files.map((file) => JSON.parse(textOf(file)) as Record<string, unknown>);
const [bare, urial] = raw.map((log) => v.parse(InspectLog, log)) as [Log, Log];
type Log = v.InferOutput<typeof InspectLog>;

it('a log for each arm, named as Inspect names logs, its fields in Inspect’s order', () => {
  // inspect_ai/log/_file.py: {time}_{task}_{id}, split at "_"
  for (const [i, { name }] of files.entries()) {
    const [time, task, id] = name.replace(/\.json$/, '').split('_');
    expect(time).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}\+00-00$/);
    expect(task).toBe(['Small-study-·-bare', 'Small-study-·-URIAL'][i]);
    expect(id).toBe([bare, urial][i]?.eval.task_id);
  }
  for (const log of raw) expect(Object.keys(log)).toEqual(topLevel);
  expect(bare.eval.run_id).toBe(urial.eval.run_id);
  expect(bare.status).toBe('cancelled');
  expect(urial.eval.task_args).toEqual({ arm: 'URIAL' });
});

it('two turns are one conversation, with its scores turn by turn', () => {
  const sample = bare.samples[0];
  expect(sample?.messages.map(({ role, content }) => [role, content])).toEqual([
    ['user', 'item-0, turn 1?'],
    ['assistant', '4 of 0/0/0/1'],
    ['user', 'item-0, turn 2?'],
    ['assistant', '4 of 0/0/0/2'],
  ]);
  expect(sample?.target).toEqual(['is 1', 'is 2']);
  expect(sample?.output.completion).toBe('4 of 0/0/0/2');
  expect(sample?.output.choices[0]?.logprobs?.content).toEqual([{ token: '#1', logprob: 0 }]);
  expect(sample?.scores['lab-80/score, turn 2']).toMatchObject({
    value: 3,
    answer: '4 of 0/0/0/2',
  });
  expect(sample?.model_usage).toEqual({
    'incontext-lab/m': { input_tokens: 128, output_tokens: 2, total_tokens: 130 },
  });
  expect(bare.eval.metadata.recipes).toEqual({ [sampleRecipe.hash]: sampleRecipe.text });
  expect(sample?.metadata.turns).toMatchObject([{ prompt: { recipe: sampleRecipe.hash } }, {}]);
});

it('seeds are epochs; those that change nothing are one', () => {
  expect(bare.eval.config.epochs).toBe(1);
  expect(bare.samples).toHaveLength(4);
  expect(urial.eval.config.epochs).toBe(2);
  expect(urial.samples.map(({ id, epoch }) => [id, epoch])).toEqual([
    ['item-0', 1],
    ['item-0', 2],
    ['item-1', 1],
    ['item-1', 2],
    ['item-3', 1],
    ['item-3', 2],
  ]);
  expect(urial.eval.metadata.seeds).toEqual([1, 2]);
});

it('what failed is an error, what was not judged has no score; neither is a 0', () => {
  const half = urial.samples[1];
  expect(half?.error?.message).toBe('The worker ended. Ask again.');
  expect(Object.keys(half?.scores ?? {})).toEqual(['lab-80/score, turn 1']);
  expect(half?.messages).toHaveLength(3);
  const none = urial.samples[2];
  expect(none).toMatchObject({ scores: {}, output: { choices: [], completion: '' } });
  expect(none?.error).toBeDefined();
  expect(urial.results).toMatchObject({ total_samples: 8, completed_samples: 3 });
  const [first, second] = urial.results.scores;
  expect(first).toMatchObject({ scored_samples: 4, unscored_samples: 2 });
  expect(first?.metrics.mean?.value).toBe(7.5);
  expect(second).toMatchObject({ name: 'lab-80/score, turn 2', scored_samples: 3 });

  const unjudged = bare.samples[3];
  expect(unjudged?.error).toBeUndefined();
  expect(unjudged?.scores).toEqual({});
  expect(unjudged?.metadata.turns).toMatchObject([
    { unscored: { 'lab-80/score': 'Nothing to judge.' } },
    {},
  ]);
});

it('the standard error is over questions, each with its epochs’ mean', async () => {
  const scoresOf = ({ cell, planned }: ResultRow): ResultRow['scores'] =>
    cell?.kind === 'answer' ? { 'lab-80/score': { value: planned.item + planned.seed } } : {};
  const [, log] = await exportInspect(
    sampleSource((results) => ({
      ...results,
      rows: results.rows.map((row) => ({
        ...row,
        scores: scoresOf(row),
      })),
    })),
    breathing(),
  );
  const { results } = v.parse(InspectLog, JSON.parse(textOf(log ?? { pieces: [] })));
  // item-0: (1 + 2) / 2, item-3: (4 + 5) / 2
  expect(results.scores[0]?.metrics).toMatchObject({ mean: { value: 3 }, stderr: { value: 1.5 } });
});

const example = '../shared/data/log_formats/inspect_log_formats.json';
const absent = !existsSync(example);

describe(`A log of Inspect's own${absent ? ' (skipped: ../shared/data is absent)' : ''}`, () => {
  it.skipIf(absent)(
    'has nothing in its places that ours lacks, but for what no page can know',
    () => {
      const theirs = JSON.parse(readFileSync(example, 'utf8')) as unknown;
      const at = (log: unknown, path: readonly (string | number)[]): object =>
        path.reduce(
          (value, key) => (value as Record<string | number, unknown>)[key],
          log,
        ) as object;
      expect(Object.keys(at(theirs, []))).toEqual(topLevel);
      const optional = [
        ...['task_file', 'model_base_url', 'revision', 'location', 'limit'],
        // later versions: reductions stand apart, and events in place of the transcript
        ...['sample_reductions', 'transcript', 'options'],
      ];
      const paths = [
        ...[['eval'], ['eval', 'dataset'], ['plan'], ['plan', 'steps', 0], ['results'], ['stats']],
        ...[
          ['results', 'scores', 0],
          ['samples', 0],
          ['samples', 0, 'output'],
        ],
        ...[
          ['samples', 0, 'output', 'choices', 0],
          ['samples', 0, 'output', 'usage'],
        ],
      ];
      for (const path of paths) {
        const [mine, other] = [Object.keys(at(raw[0], path)), Object.keys(at(theirs, path))];
        const lacking = other.filter((key) => !mine.includes(key) && !optional.includes(key));
        expect([path, lacking]).toEqual([path, []]);
        // in the same order, where both have them
        const shared = (keys: string[], all: string[]) => keys.filter((key) => all.includes(key));
        if (path[0] === 'eval') expect(shared(mine, other)).toEqual(shared(other, mine));
      }
    },
  );
});
