import {
  categories,
  type BenchItem,
  type PlainDemonstration,
} from '../../../src/scoring/lab-80/schema.ts';
import type { Material } from '../conditions/material.ts';

const turn = (query: string, answer: string, word: string): BenchItem['turns'][0] => ({
  query,
  answer,
  check: { kind: 'words', all: [word], none: [] },
  format: 'sentence',
});

const world = (id: string, query: string, answer: string, word: string): BenchItem => ({
  id,
  part: 'world',
  category: 'stem',
  turns: [
    turn(query, answer, word),
    turn('And a lion?', 'A lion lives in the savanna.', 'savanna'),
  ],
});

const homes = ['lamp', 'box', 'tree', 'shoe'];
const context: BenchItem = {
  id: 'context-home',
  part: 'context',
  category: 'extraction',
  evidence: 'facts',
  turns: [
    turn('Where does the zib live?', 'The zib lives in the lamp.', 'lamp'),
    turn('And the mop?', 'The mop lives in the box.', 'box'),
  ],
  demonstrations: Array.from({ length: 24 }, (_, i): PlainDemonstration => {
    const name = ['zib', 'mop', 'tak', 'lor'][i % 4];
    return {
      query: `Home of the ${name}, number ${i}?`,
      answer: `The ${name} lives in the ${homes[i % 4]}.`,
      category: 'extraction',
    };
  }),
};

/** Three items, a pool of three demonstrations in every category and two styles: a bench for tests. */
export const tinyBench: Material = {
  language: 'en',
  items: [
    world('world-lion', 'Where does a lion live?', 'A lion lives in the savanna.', 'savanna'),
    world('world-legs', 'How many legs does a dog have?', 'A dog has 4 legs.', '4'),
    context,
  ],
  pool: categories.flatMap((category) =>
    [1, 2, 3].map((i) => ({
      query: `Question ${i} of ${category}?`,
      answer: `Answer ${i} of ${category}.`,
      category,
    })),
  ),
  styles: [
    { opening: 'Good question!', closing: 'I hope this helps!' },
    { opening: 'Well now.', closing: '' },
  ],
};
