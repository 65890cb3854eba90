import type { PreTrainedTokenizer } from '@huggingface/transformers';
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

const NamedTemplates = v.array(v.object({ name: v.string(), template: v.string() }));

/** What we read of tokenizer_config.json. */
export const TokenizerSettings = v.looseObject({
  chat_template: v.nullish(v.union([v.string(), NamedTemplates])),
});

/** A model's tokenizer and chat template: transformers.js's own, in the few words the lab needs. */
export class Tokenizer {
  readonly #hub: PreTrainedTokenizer;

  constructor(hub: PreTrainedTokenizer) {
    this.#hub = hub;
  }

  get hasChatTemplate(): boolean {
    return this.#hub.chat_template !== null;
  }

  /** The tokenizer's own end token, where it names one. */
  get endToken(): number | undefined {
    return this.#hub.eos_token_id;
  }

  /** A prompt's tokens: with the start token in front where the tokenizer puts one there. */
  encode(text: string): number[] {
    return this.#hub.encode(text);
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
   * A chat in the model's own template, without the start token's text where `encode` puts that token there.
   * @param open for the next answer; else closed behind the last message, as training has it
   * @throws Problem 'bad-input' where there is no template, or it refuses these messages
   */
  renderChat(messages: readonly ChatMessage[], open = true): string {
    const text = this.#renderTemplate(messages, open);
    const start = this.#hub.bos_token;
    if (!start || !text.startsWith(start)) return text;
    return this.encode('')[0] === this.#hub.bos_token_id ? text.slice(start.length) : text;
  }

  #renderTemplate(messages: readonly ChatMessage[], open: boolean): string {
    if (!this.hasChatTemplate) {
      throw new Problem({
        code: 'bad-input',
        message: 'This model brings no chat template.',
        remedy: 'Choose another layout.',
      });
    }
    try {
      return this.#hub.apply_chat_template([...messages], {
        tokenize: false,
        add_generation_prompt: open,
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
