import { expect, it } from 'vitest';
import * as v from 'valibot';
import { breathing } from '../../domain/breathing.ts';
import { sampleRecipe } from '../../domain/testing/sample-experiment.ts';
import { PromptfooOutput } from '../../formats/exports/testing/promptfoo-schema.ts';
import { textOf } from '../../formats/exports/testing/read.ts';
import { exportPromptfoo } from './promptfoo.ts';
import type { ExportSource } from './source.ts';
import { sampleSource } from './testing/sample-source.ts';

async function written(source: ExportSource) {
  const [file, ...more] = await exportPromptfoo(source, breathing());
  expect(more).toEqual([]);
  const raw = JSON.parse(textOf(file ?? { pieces: [] })) as object;
  expect(Object.keys(raw)).toEqual(['evalId', 'results', 'config', 'shareableUrl', 'metadata']);
  return v.parse(PromptfooOutput, raw);
}

const { results, config, evalId } = await written(sampleSource());
const at = (prompt: number, query: string, seed: number) =>
  results.results.find(
    ({ promptIdx, vars }) => promptIdx === prompt && vars.query === query && vars.seed === seed,
  );

it('arms are prompts, turns under seeds are tests, and arms share tests', () => {
  expect(evalId).toBe('eval-mad-2026-01-01T00:00:00');
  expect(results.prompts.map(({ label, provider }) => [label, provider])).toEqual([
    ['m · bare', 'incontext-lab:m:fp32'],
    ['m · URIAL', 'incontext-lab:m:fp32'],
  ]);
  expect(config.prompts[0]?.raw).toBe(`${sampleRecipe.text}{{query}}`);
  // bare is one draw: 4 questions of 2 turns; URIAL has 2 seeds, of which item-2 is to come
  expect(results.results.map(({ promptIdx }) => promptIdx).filter((i) => i === 0)).toHaveLength(8);
  expect(results.results).toHaveLength(8 + 12);
  const [bare, urial] = [at(0, 'item-0, turn 1?', 1), at(1, 'item-0, turn 1?', 1)];
  expect(bare?.testIdx).toBe(urial?.testIdx);
  expect(bare).toMatchObject({
    prompt: { raw: `${sampleRecipe.text}Q: item-0, turn 1?\nA:` },
    response: { output: '4 of 0/0/0/1', finishReason: 'stop' },
    namedScores: { 'lab-80/score': 3 },
    score: 3,
    success: true,
  });
});

it('what failed or could not be judged is an error without a named score, and no average has it', () => {
  const failed = at(1, 'item-0, turn 2?', 2);
  expect(failed).toMatchObject({ success: false, failureReason: 2, namedScores: {} });
  expect(failed?.error).toBe('The worker ended. Ask again.');
  expect(failed?.response).toBeUndefined();
  const unjudged = at(0, 'item-3, turn 1?', 1);
  expect(unjudged).toMatchObject({ failureReason: 2, namedScores: {} });
  expect(unjudged?.error).toMatch(/Nothing to judge\.$/);
  expect(unjudged?.response).toBeDefined();
  expect(results.stats).toMatchObject({ successes: 13, failures: 0, errors: 7 });
  expect(results.prompts[1]?.metrics).toMatchObject({
    testErrorCount: 5,
    namedScores: { 'lab-80/score': 7 * 7.5 },
    namedScoresCount: { 'lab-80/score': 7 },
  });
});

it('a yes-or-no scorer passes and fails', async () => {
  const { results: judged } = await written(
    sampleSource(({ document, ...rest }) => ({
      ...rest,
      document: { ...document, scorers: [{ kind: 'exact', caseSensitive: false }] },
      rows: rest.rows.map((row) => ({
        ...row,
        scores: { exact: { value: row.planned.turn === 1 ? 1 : 0 } },
      })),
    })),
  );
  const reasons = judged.results.map(({ vars, failureReason, error }) => [
    vars.turn,
    error === undefined ? failureReason : 'failed',
  ]);
  expect(reasons).toContainEqual([1, 0]);
  expect(reasons).toContainEqual([2, 1]);
  expect(reasons).not.toContainEqual([1, 1]);
});
