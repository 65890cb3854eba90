import type { Sample } from './sample.ts';

const aspect = (score: unknown) => ({ reason: 'Short.', score });

export const judged: readonly Sample[] = [
  {
    name: 'single.jsonl',
    kind: 'judgments',
    recognised: 'MT-Bench judgments, each of one answer',
    rows: [
      {
        question_id: 81,
        model: 'm',
        judge: ['gpt', 'single-v1'],
        user_prompt: 'Rate.',
        judgment: 'Rating: [[7]]',
        score: 7,
        turn: 1,
        tstamp: 2.25,
      },
      {
        question_id: 81,
        model: 'm',
        judge: ['gpt', 'single-v1'],
        judgment: '$ERROR$',
        score: -1,
        turn: 2,
      },
    ],
  },
  {
    name: 'pair.jsonl',
    kind: 'judgments',
    recognised: 'MT-Bench judgments of pairs',
    rows: ['model_1', 'tie'].map((winner, i) => ({
      question_id: 81 + i,
      model_1: 'a',
      model_2: 'b',
      g1_winner: winner,
      g2_winner: 'error',
      judge: ['gpt', 'pair-v2'],
      g1_judgment: 'First.',
      g2_judgment: '',
      turn: 1,
      tstamp: 3,
    })),
  },
  {
    name: 'judge_prompts.jsonl',
    kind: 'judge-prompts',
    recognised: 'Prompts for judges',
    rows: ['single-v1', 'pair-v2'].map((name, i) => ({
      name,
      type: i === 0 ? 'single' : 'pairwise',
      system_prompt: 'Judge.',
      prompt_template: '{question}\n{answer}',
      description: '',
      category: 'general',
      output_format: '[[rating]]',
    })),
  },
  {
    name: 'annotations.json',
    kind: 'judgments',
    recognised: 'AlpacaEval annotations',
    list: true,
    rows: [1.25, 0, null].map((preference, i) => ({
      instruction: `Name ${i}.`,
      output_1: 'A pear.',
      generator_1: 'base',
      output_2: 'A jay.',
      generator_2: 'm',
      annotator: 'gpt',
      preference,
    })),
  },
  {
    name: 'difficulty.json',
    kind: 'difficulties',
    recognised: 'Difficulties of AlpacaEval’s instructions',
    list: true,
    rows: [
      { index: 0, instruction: 'Name a fruit.', instruction_difficulty: -0.5 },
      { index: 1, instruction: 'Name a bird.', instruction_difficulty: 1.25 },
    ],
  },
  {
    name: 'score_multi.json',
    kind: 'judgments',
    recognised: 'Just-Eval judgments',
    list: true,
    rows: [
      { parsed_result: { helpfulness: aspect('4'), depth: aspect(3), factuality: aspect('N/A') } },
      { parsed_result: 'N/A' },
    ].map((row, id) => ({
      id,
      input: 'Name a fruit.',
      output_cand: 'Pear.',
      generator_cand: 'm',
      eval_config: { mode: 'score_multi', gpt: 'gpt' },
      ...row,
    })),
  },
];
