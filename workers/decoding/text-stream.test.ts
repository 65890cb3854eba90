import { PreTrainedTokenizer } from '@huggingface/transformers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trainTokenizer } from '../../tools/pretrain/tokenizer/index.ts';
import { Tokenizer } from '../loading/tokenizer.ts';
import { TextStream } from './text-stream.ts';

const corpus = 'naïve café, 漢字 and 😀👩‍🔬; Привет, мир! the cat the hat '.repeat(4);
const files = trainTokenizer([corpus], 330).toJSON();
const tokenizer = new Tokenizer(new PreTrainedTokenizer(files.tokenizer, files.tokenizerConfig));
const decode = (tokens: readonly number[]) => tokenizer.decode(tokens);
const vocabularySize = Object.keys(files.tokenizer.model.vocab).length;

/** The text that came out after each token. */
function stream(tokens: readonly number[], prompt: readonly number[] = []): string[] {
  const text = new TextStream(decode, prompt);
  return tokens.map((token) => text.push(token));
}

describe('TextStream', () => {
  it('gives the text of the tokens, piece by piece, and no half character', () => {
    // U+FFFD that was meant is not told from half a character: it comes when something stands behind it
    const texts = fc
      .string({ unit: 'grapheme', maxLength: 40 })
      .filter((text) => !text.includes('\uFFFD'));
    fc.assert(
      fc.property(texts, (text) => {
        const tokens = tokenizer.encode(text).slice(1);
        const pieces = stream(tokens);
        expect(pieces.join('')).toBe(text);
        for (const piece of pieces) expect(piece).not.toContain('\uFFFD');
      }),
    );
  });

  it('gives what decoding at once gives, for any tokens, but for a half character at the end', () => {
    const anyTokens = fc.array(fc.integer({ min: 0, max: vocabularySize - 1 }), { maxLength: 40 });
    fc.assert(
      fc.property(anyTokens, (tokens) => {
        expect(stream(tokens).join('')).toBe(decode(tokens).replace(/\uFFFD+$/, ''));
      }),
      { numRuns: 1000 },
    );
  });

  it('holds the bytes of a character until it is whole', () => {
    const bytes = tokenizer.encode('§').slice(1);
    expect(bytes.length).toBe(2); // not in the corpus, so byte by byte
    expect(stream([...tokenizer.encode('a').slice(1), ...bytes])).toEqual(['a', '', '§']);
  });

  it('leaves special tokens out', () => {
    const start = tokenizer.encode('')[0] ?? -1;
    const [hat = -1] = tokenizer.encode(' the').slice(1);
    expect(stream([hat, start, hat])).toEqual([' the', '', ' the']);
  });

  it('keeps the leading space that a tokenizer writes only inside a text', () => {
    // like a SentencePiece decoder: words with a space in front, the first space of a text dropped
    const words = ['▁Paris', '▁is', '▁big'];
    const inner = (tokens: readonly number[]) =>
      tokens
        .map((t) => words[t])
        .join('')
        .replaceAll('▁', ' ')
        .replace(/^ /, '');
    const text = new TextStream(inner, [1]);
    expect([0, 1, 2].map((t) => text.push(t))).toEqual([' Paris', ' is', ' big']);
  });
});
