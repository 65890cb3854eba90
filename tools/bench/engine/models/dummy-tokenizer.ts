/**
 * tokenizer.json and tokenizer_config.json of as many plain tokens as a vocabulary has: '<0>', '<1>', ...
 * Nothing is special, nothing ends an answer. Prompts of benchmarks are ids, so it need not take texts apart.
 */
export function dummyTokenizer(vocabularySize: number, contextLength: number) {
  const byteLevel = { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true };
  return {
    tokenizer: {
      version: '1.0',
      truncation: null,
      padding: null,
      added_tokens: [],
      normalizer: null,
      pre_tokenizer: { ...byteLevel, use_regex: false },
      post_processor: null,
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
        vocab: Object.fromEntries(
          Array.from({ length: vocabularySize }, (_, id) => [`<${id}>`, id]),
        ),
        merges: [],
      },
    },
    tokenizerConfig: {
      tokenizer_class: 'PreTrainedTokenizerFast',
      clean_up_tokenization_spaces: false,
      model_max_length: contextLength,
    },
  };
}
