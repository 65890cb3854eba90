import { expect, it } from 'vitest';
import { differences } from './differences.ts';
import { documentOf, templateOf } from './gallery.ts';
import type { Template } from './template.ts';

const e1 = templateOf('E1') as Template;

it('says what is otherwise than in the paper, and nothing else', () => {
  const found = differences(documentOf('E1', 'quick'), e1, 'Lab base 4M');
  const whats = found.map(({ what }) => what);
  expect(whats).toContain('Models');
  expect(whats).toContain('Repetition penalty');
  // greedy there and here
  expect(whats).not.toContain('Temperature');
  expect(found.find(({ what }) => what === 'Questions')?.here).toBe(
    'Lab-80, 20 items of the test split (world)',
  );
});

it('finds a change that the reader made', () => {
  const document = documentOf('E1', 'quick');
  const hot = { ...document, fixed: { decoding: { temperature: 0.7 } } };
  const found = differences(hot, e1, 'Lab base 4M');
  expect(found).toContainEqual({ what: 'Temperature', paper: '0', here: '0.7' });
});

it('has nothing to say where no paper was', () => {
  const document = documentOf('E14', 'quick');
  expect(differences(document, templateOf('E14') as Template, 'm')).toEqual([]);
});
