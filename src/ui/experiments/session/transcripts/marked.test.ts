import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evidenceIn, marked } from './marked.ts';

it('cuts a text where evidence begins and ends', () => {
  const evidence = [
    { start: 2, end: 6, what: 'loop' },
    { start: 4, end: 8, what: 'code' },
  ];
  expect(marked('abcdefghij', evidence)).toEqual([
    { text: 'ab', what: null },
    { text: 'cd', what: 'loop' },
    { text: 'ef', what: 'loop; code' },
    { text: 'gh', what: 'code' },
    { text: 'ij', what: null },
  ]);
  expect(marked('', [])).toEqual([]);
});

it('loses and invents no text, whatever the offsets', () => {
  const place = fc.integer({ min: -3, max: 30 });
  const evidence = fc.record({ start: place, end: place, what: fc.constantFrom('a', 'b') });
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), fc.array(evidence), (text, found) => {
      const whole = marked(text, found)
        .map((piece) => piece.text)
        .join('');
      expect(whole).toBe(text);
    }),
  );
});

it('takes what scorers point at in the order of the text, and passes errors over', () => {
  const scores = {
    a: { value: 1, evidence: [{ start: 5, end: 6, what: 'late' }] },
    b: { error: 'none' },
    c: { value: 0, evidence: [{ start: 1, end: 2, what: 'early' }] },
  };
  expect(evidenceIn({ scores }).map(({ what }) => what)).toEqual(['early', 'late']);
});
