import type { PaperSeries } from '../figures/data.ts';

/**
 * What the papers printed, beside the studies that re-create them. Levels are named as the gallery's
 * documents name them, which is what puts a value in its place; a test compares.
 */

type Values = PaperSeries['values'];

const mtBench = { label: 'MT-Bench, 1 to 10, judged by GPT-4', low: 1, high: 10 };
const alpacaEval = { label: 'AlpacaEval 2, win rate in %', low: 0, high: 100 };
const paper = 'arXiv 2405.19874';
const turns = ['turn 1', 'turn 2', 'both turns'] as const;

type Scores = readonly [number, number, number];

/** Table 2 by model: with URIAL, and its instruct twin; 1st turn, 2nd turn, average. */
const table2: readonly (readonly [string, Scores, Scores])[] = [
  ['Mistral-7B-v0.2', [6.99, 5.55, 6.27], [8.06, 7.21, 7.64]],
  ['Llama-3.1-8B', [6.95, 5.31, 6.13], [8.27, 7.73, 8.0]],
  ['Llama-2-7B', [5.75, 3.91, 4.83], [7.14, 5.91, 6.53]],
  ['Llama-2-70B', [7.61, 6.61, 7.11], [7.37, 7.03, 7.2]],
  ['Llama-3-8B', [6.84, 4.65, 5.75], [8.29, 7.42, 7.86]],
  ['Llama-3-70B', [7.71, 5.09, 6.4], [8.96, 8.51, 8.74]],
  ['Mistral-7B-v0.1', [7.49, 5.86, 6.67], [7.31, 6.39, 6.85]],
  ['Mixtral-8x22B-4bit', [8.28, 7.14, 7.71], [8.78, 8.25, 8.52]],
  ['GPT-4-Base, GPT-4 (March 2023)', [7.96, 5.04, 6.5], [8.96, 9.03, 8.99]],
];

/** Table 3, 1st turn, by demonstrations: Mistral-7B-v0.2 and Llama-3.1-8B with 3, then with 6. */
const table3 = {
  none: [6.52, 6.25, 6.52, 6.25],
  'questions only': [5.9, 4.48, 5.53, 5.1],
  'answers only': [6.94, 6.83, 7.02, 6.98],
  'circular shift': [5.04, 5.69, 5.59, 2.13],
  'random, in domain': [6.24, 6.26, 4.63, 5.49],
  'random, out of domain': [4.13, 3.73, 1.5, 4.36],
  correct: [6.99, 6.95, 7.43, 7.81],
} as const;
const inTable3 = ['Mistral-7B-v0.2', 'Llama-3.1-8B'] as const;

/** Tables 1 and 6: URIAL, then with 1, 2 and 3 found demonstrations; MT-Bench 1st turn, AlpacaEval 2. */
const found = {
  'Mistral-7B-v0.2': { mt: [7.0, 7.52, 7.47, 7.43], alpaca: [8.22, 7.53, 7.78, 8.55] },
  'Llama-3.1-8B': { mt: [6.95, 7.61, 7.77, 7.81], alpaca: [7.28, 8.61, 8.16, 8.19] },
  'Llama-2-7B-80k': { mt: [5.19, 5.56, 5.57, 5.1], alpaca: [1.81, 1.5, 1.84, 2.91] },
  'Mixtral-8x22B-4bit': { mt: [8.28, 8.36, 7.79, 8.58], alpaca: [14.77, 15.74, 13.2, 14.68] },
} as const;
const prompts = ['URIAL', 'URIAL + 1', 'URIAL + 2', 'URIAL + 3'] as const;

/** Base models with URIAL in its authors' own table: 1st turn, 2nd turn. */
const small = {
  'gemma-2b': [5.08, 2.86],
  'phi-2': [7.17, 4.94],
  'olmo-7b': [4.62, 2.14],
  'falcon-7b': [4.09, 2.1],
} as const;

const byTurn = (arm: string, scores: Scores): Values =>
  turns.map((turn, i) => ({ at: { arm, turn }, value: scores[i] as number }));

const e1 = table2.map(([label, urial, instruct]): PaperSeries => {
  const base = (inTable3 as readonly string[]).indexOf(label);
  const alone = base < 0 ? [] : [table3.none[base] as number];
  return {
    label,
    source: `${paper}, Table 2${base < 0 ? '' : ' (base alone: Table 3)'}: ${label}`,
    measure: mtBench,
    values: [
      ...alone.map((value) => ({ at: { arm: 'Base', turn: 'turn 1' }, value })),
      ...byTurn('Base + URIAL', urial),
      ...byTurn('Instruct', instruct),
    ],
  };
});

/** The three of URIAL are where many demonstrations begin, and all that E3 takes subsets of. */
const urialAlone = (at: Readonly<Record<string, string>>): PaperSeries[] =>
  table2.map(([label, scores]) => ({
    label,
    source: `${paper}, Table 2: ${label} + URIAL`,
    measure: mtBench,
    values: turns.map((turn, i) => ({ at: { ...at, turn }, value: scores[i] as number })),
  }));

const e4 = inTable3.map((label, model): PaperSeries => {
  const value = (answers: keyof typeof table3, number: number): number =>
    table3[answers][2 * number + model] as number;
  return {
    label,
    source: `${paper}, Table 3: ${label}, 1st turn, 3 and 6 demonstrations`,
    measure: mtBench,
    values: (Object.keys(table3) as (keyof typeof table3)[]).flatMap((answers) =>
      ['3', '6'].map((number, i) => ({ at: { answers, number }, value: value(answers, i) })),
    ),
  };
});

/** Both benches of a table of found prompts. */
const bothBenches = (
  label: string,
  source: string,
  of: (bench: 'mt' | 'alpaca') => Values,
): PaperSeries[] => [
  { label, source: `${source}, 1st turn`, measure: mtBench, values: of('mt') },
  { label: `${label}, AlpacaEval`, source, measure: alpacaEval, values: of('alpaca') },
];

const e6 = (['Mistral-7B-v0.2', 'Llama-3.1-8B'] as const).flatMap((label) =>
  bothBenches(label, `${paper}, Table 1: ${label}`, (bench) => [
    // what a round kept, and the prompts on other questions
    ...found[label][bench].slice(1).map((value, i) => ({ at: { round: `Round ${i + 1}` }, value })),
    ...found[label][bench].flatMap((value, i) =>
      ['prompt', 'arm'].map((axis) => ({
        at: { [axis]: prompts[i] as string, turn: 'turn 1' },
        value,
      })),
    ),
  ]),
);

const home = 'Mistral-7B-v0.2';
const e8 = (['Llama-2-7B-80k', 'Mixtral-8x22B-4bit'] as const).flatMap((label) =>
  bothBenches(
    label,
    `${paper}, Tables 1 and 6: prompts found on ${home}, scored there and on ${label}`,
    (bench) =>
      prompts.flatMap((prompt, i) => [
        { at: { prompt, model: 'where it was found' }, value: found[home][bench][i] as number },
        { at: { prompt, model: 'the smaller one' }, value: found[label][bench][i] as number },
      ]),
  ),
);

const e9 = Object.entries(small).map(([label, [first, second]]): PaperSeries => {
  const at = { language: 'English', method: 'URIAL' };
  return {
    label,
    source: `URIAL’s own table (arXiv 2312.01552): ${label} + URIAL, 1st turn`,
    measure: mtBench,
    values: [
      { at, value: first },
      { at: { ...at, turn: 'turn 2' }, value: second },
    ],
  };
});

/** The same numbers, where the study asks in one language. */
const e10 = Object.entries(small).map(([label, scores]): PaperSeries => ({
  label,
  source: `URIAL’s own table (arXiv 2312.01552): ${label} + URIAL`,
  measure: mtBench,
  values: scores.map((value, i) => ({
    at: { arm: 'Base + URIAL', turn: turns[i] as string },
    value,
  })),
}));

const byTemplate: Readonly<Record<string, readonly PaperSeries[]>> = {
  E1: e1,
  E3: urialAlone({ demonstrations: '1 + 2 + 3', rules: 'with rules' }),
  E4: e4,
  E5: urialAlone({ kind: 'URIAL + random', N: '3' }),
  E6: e6,
  // URIAL's three are not this study's, but where the paper's own lines begin
  E7: urialAlone({ method: 'ICL, high', N: '3' }),
  E8: e8,
  E9: e9,
  E10: e10,
};

/** What the papers printed for a study of the gallery; nothing for the others. */
export const paperOf = (template: string | null): readonly PaperSeries[] =>
  byTemplate[template ?? ''] ?? [];
