import { expect, it } from 'vitest';
import type { CellModel } from '../../../../domain/cell.ts';
import { boardModels, modelTitle } from './board-models.ts';

const model = (id: string, fingerprint: string, precision: 'fp32' | 'q4' = 'fp32'): CellModel => ({
  id,
  label: id.toUpperCase(),
  precision,
  fingerprint,
});
const [a, b, c] = [model('a', '1'), model('b', '2'), model('a', '3', 'q4')];
const ran = [a, b, a, c].map((each) => ({ models: [each, b] }));

it('has each model that was run on once, the chosen one first', () => {
  expect(boardModels(ran, { id: 'b', precision: 'fp32' })).toEqual([b, a, c]);
  expect(boardModels(ran, { id: 'a', precision: 'q4' })).toEqual([c, a, b]);
});

it('takes other weights of the same name for another model', () => {
  expect(boardModels(ran, model('a', '9'))[0]).toEqual(model('a', '9'));
  expect(boardModels(ran, model('a', '9'))).toHaveLength(4);
});

it('has the chosen one where nothing was run', () => {
  expect(boardModels([], { id: 'x', precision: 'q4' })).toEqual([
    { id: 'x', label: 'x', precision: 'q4', fingerprint: '' },
  ]);
});

it('tells weights of one name apart', () => {
  expect(modelTitle(a, [a, b, c])).toBe('A, 32-bit');
  expect(modelTitle(c, [a, b, c])).toBe('A, 4-bit');
  const other = model('a', '123456789abc');
  expect(modelTitle(other, [a, other])).toBe('A, 32-bit (weights 12345678)');
});
