import { describe, expect, it } from 'vitest';
import { trainTokenizer } from '../tokenizer/index.ts';
import { validationScores } from './scores.ts';
import { tokenSpans } from './spans.ts';
import { validationRows } from './validation-set.ts';

const text = 'cat -> gato\nniño -> child\nmañana -> tomorrow\n';
const tokenizer = trainTokenizer([text, text, 'cat cat gato child'], 300);
const decode = (ids: Iterable<number>) => tokenizer.decode(ids);

describe('tokenSpans', () => {
  it('finds the tokens that hold the characters, accents and all', () => {
    const ids = tokenizer.encode(text);
    for (const part of ['gato', 'child', 'ñana', 'tomorrow', 'cat -> gato\n']) {
      const start = text.indexOf(part);
      const [span] = tokenSpans(ids, [{ start, end: start + part.length }], decode);
      const [first, last] = [span?.start ?? 0, span?.end ?? 0];
      expect(decode(ids.slice(first, last))).toContain(part);
      expect(decode(ids.slice(first + 1, last))).not.toContain(part);
      expect(decode(ids.slice(first, last - 1))).not.toContain(part);
    }
  });
});

describe('validationRows', () => {
  it('cuts rows and forgets examples that do not fit', () => {
    const examples = [
      { start: 0, end: 3 },
      { start: text.length - 9, end: text.length },
    ];
    const documents = [{ text, family: 'pairs', examples }];
    const whole = validationRows(documents, tokenizer, 100)[0];
    expect(whole?.row.at(0)).toBe(tokenizer.endOfText);
    expect(whole?.row.at(-1)).toBe(tokenizer.endOfText);
    expect(whole?.examples).toHaveLength(2);
    const cut = validationRows(documents, tokenizer, 10)[0];
    expect(cut?.row).toHaveLength(11);
    expect(cut?.examples).toHaveLength(1);
  });
});

describe('validationScores', () => {
  const row = (family: string, examples: number) => ({
    family,
    row: Array.from({ length: 13 }, () => 0),
    examples: Array.from({ length: examples }, (_, i) => ({ start: i, end: i + 1 })),
  });

  it('averages over tokens, by family, and by example where there are ten', () => {
    const falling = Array.from({ length: 12 }, (_, i) => -(12 - i));
    const flat = Array.from({ length: 12 }, () => -1);
    const scores = validationScores([row('b', 10), row('a', 3)], [falling, flat]);
    expect(scores.loss).toBeCloseTo((78 + 12) / 24, 12);
    expect(scores.families).toEqual({ a: 1, b: 6.5 });
    expect(Object.keys(scores.families)).toEqual(['a', 'b']);
    expect(scores.examples).toEqual({ 1: 12, 3: 10, 10: 3 });
  });

  it('has no in-context score without long documents', () => {
    const scores = validationScores([row('a', 9)], [new Float32Array(12).fill(-1)]);
    expect(scores.examples).toEqual({ 1: null, 3: null, 10: null });
  });
});
