import * as p from '../parts.ts';
import type { DocumentInput, Template } from '../template.ts';

const title = 'Decoding grid';
const question =
  'Which models need careful decoding: the bare base, the one with demonstrations, the aligned one?';

const hot = { temperature: '1', 'top-p': '1' };
const cold = { temperature: '0' };
/** What sampling at temperature 1 from the whole distribution takes from an arm. */
const drop = (weight: number, arm: string) => [
  p.term(weight, { arm, ...cold }),
  p.term(-weight, { arm, ...hot }),
];

interface Size {
  limit: number | undefined;
  seeds: number;
  temperatures: number[];
  topPs: number[];
}

const document = ({ limit, seeds, temperatures, topPs }: Size): DocumentInput => ({
  ...p.head('E2', title, question),
  questions: p.world(limit),
  factors: [
    { name: 'arm', levels: [p.bare, p.urial, p.twin] },
    {
      name: 'penalty',
      levels: [1, 1.15].map((repetitionPenalty) => ({
        label: String(repetitionPenalty),
        set: { decoding: { repetitionPenalty } },
      })),
    },
    {
      name: 'temperature',
      levels: temperatures.map((temperature) => ({
        label: String(temperature),
        set: { decoding: { temperature } },
      })),
    },
    {
      name: 'top-p',
      levels: topPs.map((topP) => ({ label: String(topP), set: { decoding: { topP } } })),
    },
  ],
  turns: 1,
  seeds: p.seeds(seeds),
  scorers: [p.lab80, ...p.degenerations],
  contrasts: [
    {
      id: 'base-urial',
      label: 'What T = 1, p = 1 costs the base − what it costs base + URIAL',
      claim: 'C4',
      terms: [...drop(1, 'Base'), ...drop(-1, 'Base + URIAL')],
      expect: p.aboveZero,
    },
    {
      id: 'urial-instruct',
      label: 'What T = 1, p = 1 costs base + URIAL − what it costs instruct',
      claim: 'C4',
      terms: [...drop(1, 'Base + URIAL'), ...drop(-1, 'Instruct')],
      expect: p.aboveZero,
    },
    {
      id: 'hot-cold',
      label: 'T = 1, p = 1 − greedy, all arms',
      claim: 'C4',
      terms: [p.term(1, hot), p.term(-1, cold)],
      expect: p.belowZero,
    },
  ],
  figure: { kind: 'heatmap', x: 'temperature', y: 'top-p', panels: 'arm', rows: 'penalty' },
});

export const e2: Template = {
  id: 'E2',
  title,
  question,
  look: 'Each panel is an arm, each cell a setting. Does the lower right corner fade, and in which panel most? At temperature 0 top-p changes nothing, so that column is one number.',
  source: 'arXiv 2405.19874, Figures 1, 10 and 11',
  paper: {
    ...p.mtBench,
    temperature: '0 to 1, by top-p',
    repetitionPenalty: '1.15 and 1.0',
    demonstrations: 'none, and URIAL',
  },
  claims: ['C4'],
  quick: document({ limit: 12, seeds: 1, temperatures: [0, 0.5, 1], topPs: [0.5, 1] }),
  full: document({
    limit: undefined,
    seeds: 3,
    temperatures: [0, 0.25, 0.5, 0.75, 1],
    topPs: [0.5, 0.7, 0.9, 1],
  }),
};
