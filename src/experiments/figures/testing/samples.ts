import type { FigureData } from '../data.ts';
import { dots, forest, histogram, shift } from './more-samples.ts';
import { samplePaper } from './sample-paper.ts';
import { head, noise, samplePoint } from './sample-point.ts';

/** Figures of each kind with made-up numbers, for tests and for looking at. */

const turns = ['turn 1', 'turn 2', 'both turns'];
const asked = ['base', 'base + URIAL', 'instruct twin'];

const table: FigureData = {
  ...head,
  kind: 'table',
  title: 'Alignment by demonstrations and by tuning',
  paper: samplePaper,
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
  references: [samplePoint({ reference: 'instruct twin, greedy' }, 5.9, 0.3)],
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
  paper: samplePaper,
  x: { name: 'demonstrations', levels: shown },
  lines: { name: 'recipe', levels: ['URIAL + random', 'random only'] },
  panels: { name: 'turn', levels: ['turn 1', 'turn 2'] },
  points: ['turn 1', 'turn 2'].flatMap((turn, t) =>
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
  references: ['turn 1', 'turn 2'].flatMap((turn, t) => [
    samplePoint({ reference: 'base alone', turn }, 3.3 - 0.7 * t, 0.3),
    samplePoint({ reference: 'instruct twin', turn }, 5.6 - 0.4 * t, 0.3),
  ]),
};

export const samples = { table, heatmap, bands, histogram, dots, shift, forest } as const;
