import { expect, it } from 'vitest';
import { fileName } from './file-name.ts';

it('keeps letters and digits, and is never empty', () => {
  expect(fileName('E4: wrong answers (N = 3)')).toBe('E4-wrong-answers-N-3');
  expect(fileName('Größe & 言語 / ../etc')).toBe('Größe-言語-etc');
  expect(fileName('…')).toBe('experiment');
  expect(fileName('x'.repeat(200))).toHaveLength(60);
});
