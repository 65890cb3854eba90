import { uniform } from '../../../domain/draw.ts';
import type { FigureData, FigurePoint, Measure, PaperSeries } from '../data.ts';

/** Figures of each kind with made-up numbers, for tests and for looking at. */

const score: Measure = {
  label: 'Lab-80 score, 1 to 10',
  low: 1,
  high: 10,
  percent: false,
  digits: 2,
};
const share: Measure = { label: 'share of tokens', low: 0, high: 1, percent: true, digits: 0 };

let step = 0;
const noise = (): number => uniform(7, 'sample figures', step++) - 0.5;

/** A point of these levels, its interval about `half` to each side. */
export function samplePoint(
  at: Readonly<Record<string, string>>,
  value: number,
  half: number,
  rest: Partial<FigurePoint> = {},
): FigurePoint {
  return {
    label: Object.values(at).join(', '),
    at,
    value,
    low: value - half * (1 + 0.3 * noise()),
    high: value + half * (1 + 0.3 * noise()),
    n: 40,
    seeds: 5,
    missing: 0,
    errors: 0,
    cells: [`cell of ${Object.values(at).join('/')}`],
    ...rest,
  };
}

const head = {
  measure: score,
  interval: '95 % intervals over questions and seeds (bootstrap)',
  counted: 'question',
  source: 'Lab-80, test · lab-tiny-base, fp32 · wasm · Incontext Lab 0.1.0',
  paper: [],
} as const;

const mtBench = { label: 'MT-Bench, 1 to 10, judged by GPT-4', low: 1, high: 10 };
const paper: readonly PaperSeries[] = [
  {
    label: 'Mistral-7B-v0.2',
    source: 'arXiv 2405.19874, Table 2: Mistral-7B-v0.2',
    measure: mtBench,
    values: [
      { at: { asked: 'base', turn: '1st turn' }, value: 6.61 },
      { at: { asked: 'base + URIAL', turn: '1st turn' }, value: 6.99 },
      { at: { asked: 'base + URIAL', turn: '2nd turn' }, value: 5.55 },
      { at: { asked: 'base + URIAL', turn: 'average' }, value: 6.27 },
      { at: { asked: 'instruct twin', turn: '1st turn' }, value: 8.06 },
      { at: { asked: 'instruct twin', turn: '2nd turn' }, value: 7.21 },
      { at: { asked: 'instruct twin', turn: 'average' }, value: 7.64 },
      { at: { recipe: 'URIAL + random', demonstrations: '3', turn: '1st turn' }, value: 6.99 },
      { at: { recipe: 'URIAL + random', demonstrations: '3', turn: '2nd turn' }, value: 5.55 },
      { at: { round: 'Round 1' }, value: 7.52 },
      { at: { round: 'Round 2' }, value: 7.47 },
    ],
  },
];

const turns = ['1st turn', '2nd turn', 'average'];
const asked = ['base', 'base + URIAL', 'instruct twin'];

const table: FigureData = {
  ...head,
  kind: 'table',
  title: 'Alignment by demonstrations and by tuning',
  paper,
  rows: { name: 'asked', levels: asked },
  columns: { name: 'turn', levels: turns },
  points: asked.flatMap((row, i) =>
    turns.flatMap((turn, j) =>
      // the last was not asked a second turn
      i === 2 && j > 0
        ? []
        : [samplePoint({ asked: row, turn }, 3.1 + 1.4 * i - 0.8 * (j === 1 ? 1 : j / 4), 0.35)],
    ),
  ),
};

const temperatures = ['0', '0.3', '0.5', '0.7', '1'];
const heatmap: FigureData = {
  ...head,
  kind: 'heatmap',
  title: 'Decoding: temperature and top-p',
  x: { name: 'temperature', levels: temperatures },
  y: { name: 'top-p', levels: ['0.5', '0.7', '0.9', '1'] },
  panels: { name: 'arm', levels: ['no ICL', 'URIAL', 'aligned'] },
  strips: { name: 'repetition penalty', levels: ['1.15', '1'] },
  points: ['1.15', '1'].flatMap((penalty, k) =>
    ['no ICL', 'URIAL', 'aligned'].flatMap((arm, i) =>
      ['0.5', '0.7', '0.9', '1'].flatMap((p, j) =>
        temperatures.flatMap((temperature) =>
          i === 2 && j === 3 && temperature === '1'
            ? []
            : [
                samplePoint(
                  { arm, 'repetition penalty': penalty, temperature, 'top-p': p },
                  3 +
                    1.6 * i -
                    (2.4 - i) * Number(temperature) * Number(p) ** 2 +
                    0.4 * noise() -
                    0.3 * k,
                  0.4,
                ),
              ],
        ),
      ),
    ),
  ),
};

const shown = ['3', '10', '20', '30', '40', '50'];
const bands: FigureData = {
  ...head,
  kind: 'bands',
  title: 'More demonstrations',
  paper,
  x: { name: 'demonstrations', levels: shown },
  lines: { name: 'recipe', levels: ['URIAL + random', 'random only'] },
  panels: { name: 'turn', levels: ['1st turn', '2nd turn'] },
  points: ['1st turn', '2nd turn'].flatMap((turn, t) =>
    ['URIAL + random', 'random only'].flatMap((recipe, i) =>
      shown.map((n, j) =>
        samplePoint(
          { recipe, demonstrations: n, turn },
          4.6 - 0.5 * i - 1.3 * t + (t ? -0.13 : 0.1) * j + 0.3 * noise(),
          0.3,
        ),
      ),
    ),
  ),
  references: ['1st turn', '2nd turn'].flatMap((turn, t) => [
    samplePoint({ reference: 'base alone', turn }, 3.3 - 0.7 * t, 0.3),
    samplePoint({ reference: 'instruct twin', turn }, 5.6 - 0.4 * t, 0.3),
  ]),
};

const histogram: FigureData = {
  ...head,
  kind: 'histogram',
  title: 'Greedy search for a demonstration',
  paper,
  threshold: 4.4,
  start: samplePoint({ reference: 'URIAL' }, 4.3, 0.4, { label: 'URIAL without any candidate' }),
  rounds: [100, 41, 22].map((count, round) => {
    const candidates = Array.from({ length: count }, (_, i) => {
      const value = 4.3 + 0.15 * round + 0.9 * (noise() + noise() + noise());
      return samplePoint({ round: `Round ${round + 1}`, candidate: String(i) }, value, 0.4, {
        label: `round ${round + 1}, candidate ${i + 1}`,
        seeds: 1,
      });
    });
    const best = Math.max(...candidates.map(({ value }) => value));
    return {
      label: `Round ${round + 1}`,
      candidates,
      chosen: candidates.findIndex(({ value }) => value === best),
    };
  }),
};

const dots: FigureData = {
  ...head,
  kind: 'dots',
  title: 'Languages and sizes',
  measure: { label: 'degenerate answers', low: 0, high: 1, percent: true, digits: 0 },
  x: { name: 'language', levels: ['English', 'French', 'Spanish'] },
  groups: { name: 'asked', levels: ['zero-shot', 'URIAL translated', 'instruct', 'base + DPO'] },
  panels: { name: 'size', levels: ['chosen model', 'the same recipe in a smaller size'] },
  points: ['chosen model', 'the same recipe in a smaller size'].flatMap((size, s) =>
    ['English', 'French', 'Spanish'].flatMap((language, l) =>
      ['zero-shot', 'URIAL translated', 'instruct', 'base + DPO'].map((recipe, i) =>
        samplePoint(
          { size, language, asked: recipe },
          0.5 - 0.12 * i + 0.08 * l + 0.1 * s + 0.05 * noise(),
          0.06,
          i === 1 ? { missing: 3, errors: 1 } : {},
        ),
      ),
    ),
  ),
  references: [samplePoint({ reference: 'answers of the bench itself' }, 0.02, 0.015)],
};

const arms = ['base', 'base + URIAL', 'base + adapter'];
const shift: FigureData = {
  ...head,
  kind: 'shift',
  title: 'Where the aligned model says something else',
  measure: share,
  counted: 'answer',
  arms: { name: 'asked', levels: arms },
  points: arms.flatMap((arm, i) => {
    const shifted = 0.22 - 0.06 * i;
    const marginal = 0.17 - 0.03 * i;
    return [
      samplePoint({ asked: arm, shift: 'unshifted' }, 1 - shifted - marginal, 0.03),
      samplePoint({ asked: arm, shift: 'marginal' }, marginal, 0.02),
      samplePoint({ asked: arm, shift: 'shifted' }, shifted, 0.025),
    ];
  }),
  positions: arms.flatMap((arm, i) =>
    ['1', '2 to 4', '5 to 8', '9 to 16', '17 to 32', '33 to 48'].map((position, j) =>
      samplePoint({ asked: arm, position }, 0.1 + (0.4 - 0.1 * i) / (1 + j), 0.04),
    ),
  ),
};

const forest: FigureData = {
  ...head,
  kind: 'forest',
  title: 'Contrasts',
  measure: {
    label: 'difference in points of the score',
    low: null,
    high: null,
    percent: false,
    digits: 2,
  },
  rows: [
    {
      point: samplePoint({ contrast: 'c1' }, 1.42, 0.3, {
        label: 'C1: URIAL beats the bare base model',
      }),
      expect: { kind: 'above', than: 0 },
      verdict: 'supported',
    },
    {
      point: samplePoint({ contrast: 'c5' }, 0.12, 0.4, {
        label: 'C5: the first turn rises from 3 to 10 demonstrations and then no more',
      }),
      expect: { kind: 'above', than: 0 },
      verdict: 'undecided',
    },
    {
      point: samplePoint({ contrast: 'c7' }, -0.05, 0.18, {
        label: 'C7: one chosen is as good as many random',
      }),
      expect: { kind: 'near', than: 0, within: 0.3 },
      verdict: 'supported',
    },
    {
      point: samplePoint({ contrast: 'c6' }, 0.5, 0.2, { label: 'C6: the second turn falls' }),
      expect: { kind: 'below', than: 0 },
      verdict: 'contradicted',
    },
    {
      point: samplePoint({ contrast: 'x' }, 0.2, 0.25, { label: 'Order of demonstrations' }),
      expect: null,
      verdict: null,
    },
  ],
};

export const samples = { table, heatmap, bands, histogram, dots, shift, forest } as const;
