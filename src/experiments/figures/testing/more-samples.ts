import type { FigureData } from '../data.ts';
import { head, noise, samplePoint, share } from './sample-point.ts';
import { samplePaper } from './sample-paper.ts';

export const histogram: FigureData = {
  ...head,
  kind: 'histogram',
  title: 'Greedy search for a demonstration',
  paper: samplePaper,
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

export const dots: FigureData = {
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
export const shift: FigureData = {
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

export const forest: FigureData = {
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
