/** Small valid files of every format, in words of our own: what tests read, and what they damage. */

type Row = Readonly<Record<string, unknown>>;

export interface Sample {
  readonly name: string;
  readonly kind: string;
  readonly recognised: string;
  readonly rows: readonly Row[];
  /** As a list, where the format's own files are lists; else as lines. */
  readonly list?: boolean;
}

const aspect = (score: unknown) => ({ reason: 'Short.', score });

export const samples: readonly Sample[] = [
  {
    name: 'question.jsonl',
    kind: 'questions',
    recognised: 'MT-Bench questions',
    rows: [
      { question_id: 81, category: 'writing', turns: ['Write a line.', 'And one more.'] },
      { question_id: 101, category: 'math', turns: ['2 + 2?', 'Plus 1?'], reference: ['4', '5'] },
      { question_id: '82_ES', category: 'stem', turns: ['¿Qué es?'], reference: [] },
    ],
  },
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
    name: 'input_data.jsonl',
    kind: 'questions',
    recognised: 'IFEval prompts',
    rows: [
      {
        key: 1000,
        prompt: 'No commas, please.',
        instruction_id_list: ['punctuation:no_comma', 'keywords:existence'],
        kwargs: [{ relation: null }, { keywords: ['sky', 'sea'] }],
      },
      {
        key: 1001,
        prompt: 'At least 20 words.',
        instruction_id_list: ['length_constraints:number_words'],
        kwargs: [{ relation: 'at least', num_words: 20 }],
      },
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
    name: 'just_eval.json',
    kind: 'questions',
    recognised: 'Just-Eval questions',
    list: true,
    rows: [
      { id: 0, instruction: 'Name a fruit.', source_id: 's-0', dataset: 'd', output: 'N/A' },
      { id: 1, instruction: 'Name a bird.', source_id: 's-1', dataset: 'd' },
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
  {
    name: 'lines.jsonl',
    kind: 'questions',
    recognised: 'Questions',
    rows: [
      { query: 'Name a fruit.', reference: 'A pear.', category: 'stem' },
      { id: 'own', turns: [{ query: 'Name a bird.' }, { query: 'Why?', reference: 'So.' }] },
    ],
  },
  {
    name: 'pairs.jsonl',
    kind: 'pool',
    recognised: 'Examples with answers',
    rows: [
      { query: 'Name a fruit.', answer: 'A pear.' },
      { query: 'Name a bird.', answer: 'A jay.' },
    ],
  },
  {
    name: 'lima.jsonl',
    kind: 'pool',
    recognised: 'Examples with answers',
    rows: [
      { conversations: ['Name a fruit.', 'A pear.'], source: 's' },
      { conversations: ['Name a bird.', 'A jay.', 'Why?', 'So.'], source: 's' },
    ],
  },
];

/** A sample as its format writes it: lines, or a list over several lines. */
export const textOf = ({ rows, list }: Pick<Sample, 'rows' | 'list'>): string =>
  list === true
    ? JSON.stringify(rows, null, 1)
    : rows.map((row) => `${JSON.stringify(row)}\n`).join('');
