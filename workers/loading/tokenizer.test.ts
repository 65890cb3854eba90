import { PreTrainedTokenizer } from '@huggingface/transformers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tinyTokenizer } from '../../e2e/engine-page/tiny-model.ts';
import { Tokenizer } from './tokenizer.ts';

const files = tinyTokenizer.toJSON();
const template =
  '{{ bos_token }}{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}' +
  '{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}';
const settings = { ...files.tokenizerConfig, chat_template: template };
const build = (config: object) => new Tokenizer(new PreTrainedTokenizer(files.tokenizer, config));
const tokenizer = build(settings);
const plain = build(files.tokenizerConfig);
const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('', ' ', '<|endoftext|>', 'a<|im_end|>b', "it's  12\n\n\tcats\r\n"),
);

describe('Tokenizer', () => {
  it('gives back every text, special tokens left out or spelled', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const tokens = tokenizer.encode(text);
        expect(tokenizer.decode(tokens, true)).toBe(`<|endoftext|>${text}`);
        expect(tokenizer.decode(tokens)).toBe(text.replaceAll(/<\|\w+\|>/g, ''));
      }),
    );
  });

  it('puts the start token in front of a prompt, and knows the end token', () => {
    expect(tokenizer.encode('')).toEqual([tinyTokenizer.endOfText]);
    expect(tokenizer.endToken).toBe(tinyTokenizer.endOfText);
    expect(tokenizer.decode([])).toBe('');
  });

  it('shows every token by itself: pieces add up to the text', () => {
    const text = ' a cat, and  niño';
    const tokens = tokenizer.encode(text).slice(1);
    expect(tokenizer.pieces(tokens).join('')).toBe(text);
    expect(tokenizer.pieces([tinyTokenizer.endOfText])).toEqual(['<|endoftext|>']);
  });

  it('writes a chat in the model’s own template, with one start token in all', () => {
    const chat = tokenizer.renderChat([
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'Hi' },
    ]);
    expect(chat).toBe(
      '<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\n',
    );
    const starts = tokenizer.encode(chat).filter((token) => token === tinyTokenizer.endOfText);
    expect(starts.length).toBe(1);
  });

  it('closes a chat behind its last answer, beginning as the open one does', () => {
    const asked = [{ role: 'user' as const, content: 'Hi' }];
    const closed = tokenizer.renderChat(
      [...asked, { role: 'assistant', content: 'Hello.' }],
      false,
    );
    expect(closed).toBe(`${tokenizer.renderChat(asked)}Hello.<|im_end|>\n`);
  });

  it('says so where there is no template, or it refuses the messages', () => {
    expect(plain.hasChatTemplate).toBe(false);
    expect(() => plain.renderChat([])).toThrow(expect.objectContaining({ code: 'bad-input' }));
    const strict = build({
      ...settings,
      chat_template: [{ name: 'default', template: "{{ raise_exception('No system role') }}" }],
    });
    expect(() => strict.renderChat([])).toThrow(
      expect.objectContaining({
        code: 'bad-input',
        message: expect.stringContaining('No system role'),
      }),
    );
  });
});
