import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBenchFile } from './read.ts';
import type { BenchFile, QuestionSet } from './types.ts';

const shared = '../shared/data';
const absent = !existsSync(shared);
const read = (path: string): BenchFile =>
  readBenchFile(readFileSync(`${shared}/${path}`, 'utf8'), path);

/** Whatever kind it is: its rows. */
function rowsOf(file: BenchFile): readonly unknown[] {
  if (file.kind === 'prompt') return file.file.pairs;
  if (file.kind === 'pool') return file.data.set.examples;
  if (file.kind === 'questions') return file.items;
  if (file.kind === 'answers') return file.answers;
  if (file.kind === 'judgments') return file.judgments;
  if (file.kind === 'references') return file.references;
  return file.kind === 'difficulties' ? file.difficulties : file.prompts;
}

const files: [path: string, kind: string, count: number][] = [
  ['mt_bench/question.jsonl', 'questions', 80],
  ['mt_bench/vicuna_bench_question.jsonl', 'questions', 80],
  ['mt_bench/reference_answer_gpt-4.jsonl', 'references', 30],
  ['mt_bench/model_answer_Meta-Llama-3-8B-Instruct-Normal.jsonl', 'answers', 80],
  ['mt_bench/model_judgment_gpt-4_single-origin.jsonl', 'judgments', 330],
  ['mt_bench/judge_prompts.jsonl', 'judge-prompts', 8],
  ['mt_bench_multilingual/mtbenchx_ES_question.jsonl', 'questions', 80],
  ['mt_bench_multilingual/mtbenchx_FR_question.jsonl', 'questions', 80],
  ['mt_bench_multilingual/mtbenchx_ES_reference_answer_gpt-4.jsonl', 'references', 30],
  ['mt_bench_multilingual/mtbenchx_FR_judge_prompts.jsonl', 'judge-prompts', 8],
  ['alpaca_eval/example_outputs_first60.json', 'answers', 60],
  ['alpaca_eval/derived_instruction_difficulty.json', 'difficulties', 805],
  ['ifeval/ifeval_en_input_data.jsonl', 'questions', 541],
  ['ifeval/mifeval_es_input_data.jsonl', 'questions', 115],
  ['ifeval/mifeval_en_Qwen2.5-1.5B-Instruct-GPTQ-Int4_results.jsonl', 'answers', 541],
  ['just_eval/example_1.score_multi.gpt-4.json', 'judgments', 6],
  ['urial_prompts/inst_1k_v4.help.txt', 'prompt', 3],
  ['urial_prompts/inst_2k_v4.txt', 'prompt', 8],
  ['urial_prompts/inst_only.txt', 'prompt', 0],
];

describe.skipIf(absent)(
  `published files${absent ? ' (skipped: ../shared/data is absent)' : ''}`,
  () => {
    it.each(files)('%s: %s, %i', (path, kind, count) => {
      const file = read(path);
      expect(file.kind).toBe(kind);
      expect(file.problems).toEqual([]);
      expect(rowsOf(file)).toHaveLength(count);
    });

    it('MT-Bench has ten questions of each of eight categories, all of two turns', () => {
      const { items, bench } = read('mt_bench/question.jsonl') as QuestionSet;
      expect(bench).toBe('mt-bench');
      const counts = new Map<string, number>();
      for (const { category } of items) counts.set(category, (counts.get(category) ?? 0) + 1);
      expect([...counts.values()]).toEqual(Array(8).fill(10));
      expect(items.every(({ turns }) => turns.length === 2)).toBe(true);
      expect(items.map(({ id }) => id)).toEqual(Array.from({ length: 80 }, (_, i) => `${81 + i}`));
      // a list of references may be empty, or shorter than the turns
      expect(items.filter(({ turns }) => turns[0]?.reference !== null)).toHaveLength(38);
    });

    it('IFEval has 834 instructions of 25 types', () => {
      const { items } = read('ifeval/ifeval_en_input_data.jsonl') as QuestionSet;
      const ids = items.flatMap(({ ifeval }) => ifeval?.instructions.map(({ id }) => id) ?? []);
      expect([ids.length, new Set(ids).size]).toEqual([834, 25]);
    });

    it('the Spanish sets are Spanish', () => {
      expect(read('ifeval/mifeval_es_input_data.jsonl')).toMatchObject({ language: 'es' });
      const set = read('mt_bench_multilingual/mtbenchx_ES_question.jsonl');
      expect(set).toMatchObject({ language: 'es', bench: 'mt-bench' });
    });

    it.each([
      'mt_bench/urial_bench.jsonl',
      'mt_bench/derived_expected_aggregates.json',
      'just_eval/filters.json',
      'log_formats/inspect_log_formats.json',
      'alpaca_eval/glm_weights_baseline_gpt4_1106_preview.csv',
    ])('%s is none of them, and is refused', (path) => {
      expect(() => read(path)).toThrow(/line 1/i);
    });
  },
);
