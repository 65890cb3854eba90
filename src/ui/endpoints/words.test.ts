import { expect, it } from 'vitest';
import { smallDocument } from '../../experiments/testing/documents.ts';
import { askersOf } from './words.ts';

const served = ['big', 'far'].map((name) => ({
  ...{ name, url: 'http://localhost:8080/v1', model: 'b', api: 'completions' },
}));
const levels = (count: number) => [
  {
    name: 'arm',
    levels: Array.from({ length: count }, (_, i) => ({
      label: `way ${i + 1}`,
      set: { model: 'served:far', decoding: { maxNewTokens: i + 1 } },
    })),
  },
];
const judge = { kind: 'judge', judge: { by: 'served', endpoint: 'big' } };
const document = (arms: number, scorers: object[] = [judge]) =>
  smallDocument({ served, scorers, factors: levels(arms) });

it('names the arms that ask a served model', () => {
  expect(askersOf(document(1), 'far')).toBe('the arm “way 1”');
  expect(askersOf(document(2), 'far')).toBe('the arms “way 1” and “way 2”');
  expect(askersOf(document(5), 'far')).toBe('5 arms');
});

it('names judges, alone and beside arms', () => {
  expect(askersOf(document(1), 'big')).toBe('a judge');
  const far = { ...judge, judge: { by: 'served', endpoint: 'far' } };
  expect(askersOf(document(1, [far, { ...far, as: 'weighted' }]), 'far')).toBe(
    'the arm “way 1” and 2 judges',
  );
});
