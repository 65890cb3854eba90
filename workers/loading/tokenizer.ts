import { Template } from '@huggingface/jinja';
import { Tokenizer as HubTokenizer } from '@huggingface/tokenizers';
import * as v from 'valibot';
import { Problem } from '../../src/domain/problem.ts';
import type { ChatMessage } from '../../src/domain/prompt.ts';

/** What must be in tokenizer.json for it to be one. */
export const TokenizerFile = v.looseObject({
  model: v.looseObject({
    vocab: v.union([v.array(v.unknown()), v.record(v.string(), v.unknown())]),
  }),
  added_tokens: v.optional(v.array(v.looseObject({ id: v.number(), content: v.string() })), []),
});
type TokenizerFile = v.InferOutput<typeof TokenizerFile>;

const SpecialToken = v.nullish(v.union([v.string(), v.looseObject({ content: v.string() })]));
const NamedTemplates = v.array(v.object({ name: v.string(), template: v.string() }));

/** What we read of tokenizer_config.json. */
export const TokenizerSettings = v.looseObject({
  bos_token: SpecialToken,
  eos_token: SpecialToken,
  chat_template: v.nullish(v.union([v.string(), NamedTemplates])),
});
type TokenizerSettings = v.InferOutput<typeof TokenizerSettings>;

const special = (token: v.InferOutput<typeof SpecialToken>): string | null =>
  (typeof token === 'object' ? token?.content : token) ?? null;

/** A model's tokenizer and chat template, as transformers.js builds them of the same files. */
export class Tokenizer {
  readonly #hub: HubTokenizer;
  readonly #startText: string | null;
  readonly #endText: string | null;
  readonly #chat: Template | null;

  /** @throws whatever a part of the file that is not understood makes the libraries throw */
  constructor(file: TokenizerFile, settings: TokenizerSettings) {
    this.#hub = new HubTokenizer(file, settings);
    this.#startText = special(settings.bos_token);
    this.#endText = special(settings.eos_token);
    const { chat_template: chat } = settings;
    const template = Array.isArray(chat)
      ? chat.find(({ name }) => name === 'default')?.template
      : chat;
    this.#chat = template ? new Template(template) : null;
  }

  get hasChatTemplate(): boolean {
    return this.#chat !== null;
  }

  /** The tokenizer's own end token, where it names one. */
  get endToken(): number | undefined {
    return this.#endText === null ? undefined : this.#hub.token_to_id(this.#endText);
  }

  /** A prompt's tokens: with the start token in front where the tokenizer puts one there. */
  encode(text: string): number[] {
    return this.#hub.encode(text).ids;
  }

  /** Tokens to text, nothing tidied; special tokens left out, or spelled out where `spell` says so. */
  decode(tokens: readonly number[], spell = false): string {
    if (tokens.length === 0) return '';
    return this.#hub.decode([...tokens], {
      skip_special_tokens: !spell,
      clean_up_tokenization_spaces: false,
    });
  }

  /**
   * The text of each token by itself, for display. Decoded behind a twin, so that a leading space
   * is not lost where a tokenizer drops it at the start of a text.
   */
  pieces(tokens: readonly number[]): string[] {
    const seen = new Map<number, string>();
    return tokens.map((token) => {
      const known = seen.get(token);
      if (known !== undefined) return known;
      const alone = this.decode([token], true);
      const piece = this.decode([token, token], true).slice(alone.length);
      seen.set(token, piece);
      return piece;
    });
  }

  /**
   * A chat in the model's own template, open for the answer, and without the start token's text where
   * `encode` puts that token there.
   * @throws Problem 'bad-input' where there is no template, or it refuses these messages
   */
  renderChat(messages: readonly ChatMessage[]): string {
    const text = this.#renderTemplate(messages);
    const start = this.#startText;
    if (start === null || !text.startsWith(start)) return text;
    const startToken = this.#hub.token_to_id(start);
    return this.encode('')[0] === startToken ? text.slice(start.length) : text;
  }

  #renderTemplate(messages: readonly ChatMessage[]): string {
    if (!this.#chat) {
      throw new Problem({
        code: 'bad-input',
        message: 'This model brings no chat template.',
        remedy: 'Choose another layout.',
      });
    }
    try {
      return this.#chat.render({
        messages,
        add_generation_prompt: true,
        bos_token: this.#startText,
        eos_token: this.#endText,
      });
    } catch (thrown) {
      const detail = thrown instanceof Error ? thrown.message : String(thrown);
      throw new Problem({
        code: 'bad-input',
        message: `The model's chat template refused these messages: ${detail}`,
        remedy:
          'Choose another layout, or leave out the rules (some templates take no system message).',
        detail,
      });
    }
  }
}
