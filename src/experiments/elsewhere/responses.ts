import type { BenchAnswer } from '../../formats/benches/types.ts';
import type { Estimate } from '../../scoring/statistics/clustered.ts';
import { wilson } from '../../scoring/statistics/wilson.ts';
import type { SourceFile } from './scored.ts';

/** One system's responses: its name, or where they do not tell it the file's. */
export interface Responses {
  readonly system: string;
  readonly answers: readonly BenchAnswer[];
}

/** "results/model-a.jsonl" as "model-a". */
const bareName = (file: string) => file.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '');

/** The responses of every system. */
export function responsesOf(files: readonly SourceFile[]): Responses[] {
  const systems = new Map<string, BenchAnswer[]>();
  for (const { name, file } of files) {
    if (file.kind !== 'answers' || file.form !== 'ifeval') continue;
    for (const answer of file.answers) {
      const system = answer.system || bareName(name);
      const answers = systems.get(system) ?? [];
      answers.push(answer);
      systems.set(system, answers);
    }
  }
  return [...systems].map(([system, answers]) => ({ system, answers }));
}

/** A prompt of IFEval. */
export interface Prompt {
  readonly prompt: string;
  readonly instructions: readonly { readonly id: string }[];
}

/** "en:" means the same as no language. */
const sameIds = (a: Prompt['instructions'], b: readonly string[] | undefined) =>
  b !== undefined &&
  a.map(({ id }) => id.replace(/^en:/, '')).join() === b.map((id) => id.replace(/^en:/, '')).join();

/**
 * The response to each prompt: that whose file repeats the prompt, the last where there are several (as in IFEval).
 * A prompt that someone has edited finds its response by its place, where both files are of one length and that
 * place has the same instructions; null where there is none.
 */
export function responsesTo(
  prompts: readonly Prompt[],
  { system, answers }: Responses,
): { readonly responses: readonly (BenchAnswer | null)[]; readonly notes: readonly string[] } {
  const known = new Set(prompts.map(({ prompt }) => prompt));
  const byPrompt = new Map(answers.map((answer) => [answer.query ?? '', answer]));
  const inPlace = (i: number): BenchAnswer | null => {
    const answer = answers.length === prompts.length ? answers[i] : undefined;
    const { instructions = [] } = prompts[i] ?? {};
    const strange = answer && !known.has(answer.query ?? '');
    return strange && sameIds(instructions, answer.ifeval?.instructions) ? answer : null;
  };
  const responses = prompts.map(({ prompt }, i) => byPrompt.get(prompt) ?? inPlace(i));
  const used = new Set(responses);
  const found = prompts.filter(({ prompt }, i) => responses[i] && !byPrompt.has(prompt)).length;
  const unused = [...byPrompt.values()].filter((answer) => !used.has(answer)).length;
  const repeated = answers.length - byPrompt.size;
  const notes = [
    [found, 'prompts that read otherwise in the responses, found by their place'],
    [unused, 'responses to prompts that are not here, left out'],
    [repeated, 'responses to a prompt answered before, of which the last counts'],
  ] as const;
  return {
    responses,
    notes: notes.flatMap(([n, what]) => (n > 0 ? [`${system}: ${what}: ${n}.`] : [])),
  };
}

/** A share in per cent. */
export function percent({ right, n }: { readonly right: number; readonly n: number }): Estimate {
  if (n === 0) return { n, value: null, interval: null };
  const { value, low, high } = wilson(right, n);
  return {
    n,
    value: 100 * value,
    interval: { value: 100 * value, low: 100 * low, high: 100 * high },
  };
}
