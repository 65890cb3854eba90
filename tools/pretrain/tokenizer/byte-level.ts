const byteLevel = { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true } as const;

/** Bytes as characters, where a text is already split. */
export const bytesAsCharacters = { ...byteLevel, use_regex: false } as const;

/** What a byte-level BPE has of its own, in the words of a `tokenizer.json`. */
interface Own {
  readonly addedTokens: readonly object[];
  readonly preTokenizer: object;
  readonly postProcessor: object | null;
  /** In the order of their ids. */
  readonly tokens: readonly string[];
  readonly merges: readonly (readonly [string, string])[];
}

/** The `tokenizer.json` of a byte-level BPE; the order of its fields is part of published files' hashes. */
export const bytePairFile = (own: Own) => ({
  version: '1.0',
  truncation: null,
  padding: null,
  added_tokens: own.addedTokens,
  normalizer: null,
  pre_tokenizer: own.preTokenizer,
  post_processor: own.postProcessor,
  decoder: { ...byteLevel, use_regex: true },
  model: {
    type: 'BPE',
    dropout: null,
    unk_token: null,
    continuing_subword_prefix: null,
    end_of_word_suffix: null,
    fuse_unk: false,
    byte_fallback: false,
    ignore_merges: false,
    vocab: Object.fromEntries(own.tokens.map((token, id) => [token, id])),
    merges: own.merges,
  },
});
