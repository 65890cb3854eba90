import type { Sample } from './sample.ts';

export const answered: readonly Sample[] = [
  {
    name: 'gpt-4.jsonl',
    kind: 'references',
    recognised: 'MT-Bench reference answers',
    rows: [
      { question_id: 101, model_id: 'm', choices: [{ index: 0, turns: ['4', '5'] }], tstamp: 1.5 },
      { question_id: '102_FR', model_id: 'm', choices: [{ index: 0, turns: ['a', 'b'] }] },
    ],
  },
  {
    name: 'model.jsonl',
    kind: 'answers',
    recognised: 'Answers to MT-Bench',
    rows: [
      { question_id: 81, answer_id: 'x', model_id: 'm', choices: [{ index: 0, turns: ['', 'b'] }] },
      { question_id: 82, answer_id: 'y', model_id: 'm', choices: [{ index: 0, turns: ['c'] }] },
    ],
  },
  {
    name: 'outputs.json',
    kind: 'answers',
    recognised: 'AlpacaEval outputs',
    list: true,
    rows: [
      { instruction: 'Name a fruit.', output: 'A pear.', generator: 'm', dataset: 'd' },
      { instruction: 'Name a bird.', output: 'A jay.', generator: 'm' },
    ],
  },
  {
    name: 'responses.jsonl',
    kind: 'answers',
    recognised: 'IFEval responses',
    rows: [
      { prompt: 'No commas, please.', response: 'Fine' },
      { prompt: 'At least 20 words.', response: '' },
    ],
  },
  {
    name: 'results.jsonl',
    kind: 'answers',
    recognised: 'IFEval responses',
    rows: [
      {
        prompt: 'No commas, please.',
        response: 'Fine',
        instruction_id_list: ['en:punctuation:no_comma'],
        follow_all_instructions: true,
        follow_instruction_list: [true],
        loose_follow_instruction_list: [true],
      },
    ],
  },
  {
    name: 'generation.json',
    kind: 'answers',
    recognised: 'Just-Eval outputs',
    list: true,
    rows: [
      { id: 3, instruction: 'Name a fruit.', source_id: 's', output: ['Pear.'], generator: 'm' },
      { id: 4, instruction: 'Name a bird.', source_id: 's', output: 'Jay.', generator: 'm' },
    ],
  },
  {
    name: 'samples_sums_2026-01-02T03-04-05.123456.jsonl',
    kind: 'answers',
    recognised: 'Samples of lm-evaluation-harness',
    rows: [
      {
        doc_id: 0,
        doc: { question: '2 + 2?' },
        target: '4',
        arguments: { gen_args_0: { arg_0: 'Q: 2 + 2?', arg_1: { until: ['\n'] } } },
        resps: [['4.']],
        filtered_resps: ['4'],
      },
      { doc_id: 1, doc: { prompt: '3 + 3?' }, arguments: [['Q: 3 + 3?', {}]], resps: [['6']] },
    ],
  },
];
