import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDiff, type Piece } from './word-diff.ts';

const textOf = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('');

describe('wordDiff', () => {
  it('marks what only one side has', () => {
    const { left, right, equal } = wordDiff(
      'Water boils at 100 degrees.',
      'Water boils at 212 degrees.',
    );
    expect(left.filter((p) => p.changed)).toEqual([{ text: '100', changed: true }]);
    expect(right.filter((p) => p.changed)).toEqual([{ text: '212', changed: true }]);
    expect(equal).toBe(false);
  });

  it('marks words that differ in a row as one', () => {
    const { left, right } = wordDiff('It is a very old house.', 'It is my own house.');
    const marked = (pieces: Piece[]) => pieces.filter((p) => p.changed).map((p) => p.text.trim());
    expect([marked(left), marked(right)]).toEqual([['a very old'], ['my own']]);
  });

  it('sees white space', () => {
    const { left, right, equal } = wordDiff('a b', 'a  b');
    expect([left, right].flat().some((p) => p.changed)).toBe(true);
    expect(equal).toBe(false);
  });

  it('marks nothing where both are equal', () => {
    expect(wordDiff('same', 'same')).toMatchObject({
      left: [{ text: 'same', changed: false }],
      equal: true,
    });
    expect(wordDiff('', '')).toMatchObject({ left: [], right: [], equal: true });
  });

  it('gives up on long texts with nothing in common', () => {
    const text = (word: string) => Array.from({ length: 4000 }, (_, i) => `${word}${i}`).join(' ');
    const { left, right, byWord } = wordDiff(text('a'), text('b'));
    expect(byWord).toBe(false);
    expect([textOf(left), textOf(right)]).toEqual([text('a'), text('b')]);
  });

  it('keeps both texts as they are, and what is common in common', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', ' ', '  ', '\n', '.', 'é', '水', '👩‍🔬'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const { left, right } = wordDiff(a, b);
        expect([textOf(left), textOf(right)]).toEqual([a, b]);
        const common = (pieces: Piece[]) => textOf(pieces.filter((p) => !p.changed));
        expect(common(left)).toBe(common(right));
      }),
    );
  });
});
