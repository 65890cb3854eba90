import type { PaperSeries } from '../data.ts';

const mtBench = { label: 'MT-Bench, 1 to 10, judged by GPT-4', low: 1, high: 10 };
/** A paper's values for the sample figures. */
export const samplePaper: readonly PaperSeries[] = [
  {
    label: 'Mistral-7B-v0.2',
    source: 'arXiv 2405.19874, Table 2: Mistral-7B-v0.2',
    measure: mtBench,
    values: [
      { at: { asked: 'base', turn: 'turn 1' }, value: 6.61 },
      { at: { asked: 'base + URIAL', turn: 'turn 1' }, value: 6.99 },
      { at: { asked: 'base + URIAL', turn: 'turn 2' }, value: 5.55 },
      { at: { asked: 'base + URIAL', turn: 'both turns' }, value: 6.27 },
      { at: { asked: 'instruct twin', turn: 'turn 1' }, value: 8.06 },
      { at: { asked: 'instruct twin', turn: 'turn 2' }, value: 7.21 },
      { at: { asked: 'instruct twin', turn: 'both turns' }, value: 7.64 },
      { at: { recipe: 'URIAL + random', demonstrations: '3', turn: 'turn 1' }, value: 6.99 },
      { at: { recipe: 'URIAL + random', demonstrations: '3', turn: 'turn 2' }, value: 5.55 },
      { at: { round: 'Round 1' }, value: 7.52 },
      { at: { round: 'Round 2' }, value: 7.47 },
    ],
  },
];
