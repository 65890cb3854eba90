import { PreTrainedTokenizer } from '@huggingface/transformers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trainTokenizer, tokenizerFromJSON } from './index.ts';
import { pieces } from './pretokenize.ts';

const texts = [
  'The lion lives in the savanna. The lioness lives there too.\n\n',
  '¿Dónde vive el ratón? El ratón vive en la casa.\n',
  "L'éléphant vit dans la forêt, où il fait chaud.\n",
  '## Task\n```\nWhat is 12 + 30?\n```\n\n## Result\n```\n42\n```\n',
].map((text) => text.repeat(20));
const tokenizer = trainTokenizer(texts, 340);
const { tokenizer: file, tokenizerConfig } = tokenizer.toJSON();
const library = new PreTrainedTokenizer(structuredClone(file), structuredClone(tokenizerConfig));
const libraryIds = (text: string): number[] => library.encode(text, { add_special_tokens: false });
const anyText = fc.string({ unit: 'binary', maxLength: 60 });
const awkward = fc
  .array(
    fc.constantFrom(
      '```',
      '\n',
      ' ',
      '  ',
      '\t',
      '\r\n',
      '12',
      "'s",
      'é',
      'e\u0301',
      '日本',
      '😀',
      'Lion',
      '<|endoftext|>',
      '<|',
    ),
  )
  .map((parts) => parts.join(''));

describe('byte-level BPE', () => {
  it('has the special tokens first, then 256 bytes, then merges', () => {
    expect(tokenizer.vocabularySize).toBe(340);
    expect(tokenizer.endOfText).toBe(0);
    expect(tokenizer.decode([0, 1, 2, 3])).toBe('<|endoftext|><|im_start|><|im_end|><|pad|>');
  });

  it('gives text back exactly', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, awkward), (text) => {
        expect(tokenizer.decode(tokenizer.encode(text))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('cuts text into pieces that make it up', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(pieces(text).join('')).toBe(text);
      }),
    );
  });

  it('agrees with transformers.js on any text, special tokens spelled in it included', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, awkward), (text) => {
        expect([...tokenizer.encode(text)]).toEqual(libraryIds(text));
      }),
      { numRuns: 500 },
    );
  });

  it('is put after an end of text by transformers.js, and decoded back by it', () => {
    const ids = library.encode('El ratón vive.');
    expect(ids[0]).toBe(0);
    expect(library.decode(ids, { skip_special_tokens: true })).toBe('El ratón vive.');
    expect(library.eos_token_id).toBe(0);
  });

  it('keeps digits apart and fences whole', () => {
    expect(pieces('12 + 30\n```\nx\n```')).toEqual([
      '1',
      '2',
      ' +',
      ' 3',
      '0',
      '\n',
      '```',
      '\n',
      'x',
      '\n',
      '```',
    ]);
  });

  it('is the same when trained again, and when read back from JSON', () => {
    const again = trainTokenizer(texts, 340);
    expect(JSON.stringify(again)).toBe(JSON.stringify(tokenizer));
    const read = tokenizerFromJSON(JSON.parse(JSON.stringify(file)));
    expect(JSON.stringify(read)).toBe(JSON.stringify(tokenizer));
  });

  it('refuses a file of another form, naming the field', () => {
    expect(() => tokenizerFromJSON({ model: { type: 'Unigram' } })).toThrow('model.type');
    const vocab = { ...file.model.vocab, extra: 340 };
    expect(() => tokenizerFromJSON({ model: { ...file.model, vocab } })).toThrow('model.vocab');
    expect(() => trainTokenizer(texts, 100)).toThrow('vocabularySize');
    expect(() => tokenizer.decode([340])).toThrow('340');
  });
});
