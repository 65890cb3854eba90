import { sha256 } from '../../../domain/hash.ts';
import { jsonAround, jsonList, type ExportFile, type Rest } from '../file.ts';
import {
  failureReason,
  type PromptfooPrompt,
  type PromptfooResult,
  type PromptfooRun,
} from './results.ts';
import { tokenUsage, Totals } from './totals.ts';

interface KnownPrompt extends PromptfooPrompt {
  readonly id: string;
}

function resultOf(result: PromptfooResult, prompt: KnownPrompt): object {
  const { vars, rendered, answer, scores, score, reason, error, metadata } = result;
  const success = reason === failureReason.none;
  return {
    cost: 0,
    ...(error !== null && { error }),
    gradingResult: {
      pass: success,
      // promptfoo has no result without a number; an error's counts in no named score
      score: score ?? 0,
      reason: error ?? (success ? 'Scored in Incontext Lab' : 'Below the best score'),
      namedScores: scores,
      tokensUsed: { total: 0, prompt: 0, completion: 0 },
      componentResults: [],
    },
    latencyMs: answer?.milliseconds ?? 0,
    namedScores: scores,
    prompt: { raw: rendered, label: prompt.label },
    promptId: prompt.id,
    promptIdx: result.prompt,
    provider: { id: prompt.provider, label: prompt.label },
    ...(answer && {
      response: {
        output: answer.text,
        finishReason: answer.finish,
        tokenUsage: tokenUsage(answer.tokens, 1),
        cached: false,
      },
    }),
    score: score ?? 0,
    success,
    testCase: { vars, assert: [], options: {}, metadata },
    testIdx: result.test,
    vars,
    metadata,
    failureReason: reason,
  };
}

/**
 * An eval as `promptfoo eval --output` writes it and `promptfoo import` reads it (promptfoo/promptfoo,
 * src/types/index.ts, src/commands/import.ts): version 3.
 */
export async function promptfooFile(run: PromptfooRun, rest: Rest): Promise<ExportFile> {
  const prompts: KnownPrompt[] = [];
  for (const prompt of run.prompts)
    prompts.push({ ...prompt, id: await sha256(`${prompt.label}\n${prompt.raw}`) });
  const all = new Totals();
  const each = prompts.map(() => new Totals());
  function* results(): Generator<object> {
    for (const result of run.results) {
      all.add(result);
      each[result.prompt]?.add(result);
      yield resultOf(result, prompts[result.prompt] as KnownPrompt);
    }
  }
  const list = await jsonList(results(), rest);
  const { passed, failed, errors } = all.counts;
  const summary = jsonAround(
    {
      version: 3,
      timestamp: run.startedAt,
      prompts: prompts.map(({ id, raw, label, provider }, i) => ({
        raw,
        label,
        id,
        provider,
        metrics: each[i]?.metrics,
      })),
    },
    ['results', list],
    { stats: { successes: passed, failures: failed, errors, tokenUsage: all.tokens } },
  );
  const file = jsonAround({ evalId: run.id }, ['results', summary], {
    config: {
      description: run.description,
      tags: run.tags,
      prompts: prompts.map(({ raw, label }) => ({ raw, label })),
      providers: prompts.map(({ provider, label }) => ({ id: provider, label })),
      tests: [],
    },
    shareableUrl: null,
    metadata: { evaluationCreatedAt: run.startedAt },
  });
  return { name: 'eval.json', type: 'application/json', pieces: [...file, '\n'] };
}
