import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenFeeds } from './feeds.ts';
import { RowStream, tokensWithin, type Row } from './rows.ts';

/** Letters as tokens 1 to 26, the end token 0: rows that a person can read. */
const tokenizer = {
  endOfText: 0,
  encode: (text: string) => Array.from(text, (c) => c.charCodeAt(0) - 96),
  byteLength: () => 1,
};
const read = ({ tokens }: Row) =>
  Array.from(tokens, (t) => (t === 0 ? '.' : String.fromCharCode(t + 96))).join('');
const from = (texts: readonly string[]) => (index: number) => ({
  text: texts[index % texts.length] as string,
});

describe('RowStream', () => {
  it('begins rows with the end token, joins documents by it and cuts the last', () => {
    const rows = new RowStream(from(['abc', 'de', 'fghijk', 'lmn', 'opqrst']), tokenizer, {
      length: 9,
    });
    expect(read(rows.read())).toBe('.abc.de.fg');
    expect(rows.next).toBe(3);
    expect(read(rows.read())).toBe('.lmn.opqrs');
  });

  it('needs no further document when one ends exactly at the row', () => {
    const rows = new RowStream(from(['abc', 'de']), tokenizer, { length: 3 });
    expect(read(rows.read())).toBe('.abc');
    expect(rows.next).toBe(1);
    expect(read(rows.read())).toBe('.de.');
  });

  it('goes on from a number of documents exactly where it was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 4 }),
        (texts, length, before) => {
          const whole = new RowStream(from(texts), tokenizer, { length });
          for (let i = 0; i < before; i++) whole.read();
          const resumed = new RowStream(from(texts), tokenizer, { length, first: whole.next });
          expect(read(resumed.read())).toBe(read(whole.read()));
          expect(resumed.next).toBe(whole.next);
        },
      ),
    );
  });
});

describe('weights', () => {
  it('counts what the context determines several times', () => {
    const documents = [{ text: 'abcd', determined: [{ start: 2, end: 4 }] }, { text: 'ef' }];
    const rows = new RowStream((i) => documents[i % 2] ?? { text: '' }, tokenizer, {
      length: 7,
      emphasis: 3,
    });
    const row = rows.read();
    expect(read(row)).toBe('.abcd.ef');
    expect(Array.from(row.weights)).toEqual([1, 1, 3, 3, 1, 1, 1]);
  });

  it('finds the tokens of spans by bytes, in part or whole', () => {
    const text = 'né à Paris';
    const parts = ['n', 'é ', 'à P', 'ar', 'is'];
    const lengths = parts.map((part) => Buffer.byteLength(part));
    const within = (start: number, end: number) =>
      tokensWithin(text, [0, 1, 2, 3, 4], [{ start, end }], (id) => lengths[id] ?? 0);
    expect(within(5, 10)).toEqual([false, false, true, true, true]);
    expect(within(1, 2)).toEqual([false, true, false, false, false]);
    expect(within(3, 3)).toEqual([false, false, false, false, false]);
  });
});

describe('tokenFeeds', () => {
  it('shifts labels by one and weighs padding nothing', () => {
    const { ids, labels, weights } = tokenFeeds(
      [
        [0, 5, 6, 7],
        [0, 8],
      ],
      3,
      3,
    );
    expect(Array.from(ids, Number)).toEqual([0, 5, 6, 0, 0, 0, 0, 0, 0]);
    expect(Array.from(labels, Number)).toEqual([5, 6, 7, 8, 0, 0, 0, 0, 0]);
    expect(Array.from(weights)).toEqual([1, 1, 1, 1, 0, 0, 0, 0, 0]);
  });

  it('refuses more rows than the batch', () => {
    expect(() => tokenFeeds([[0], [0]], 1, 3)).toThrow('do not fit');
  });
});
