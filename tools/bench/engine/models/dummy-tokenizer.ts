import { bytePairFile, bytesAsCharacters } from '../../../pretrain/tokenizer/byte-level.ts';

/**
 * tokenizer.json and tokenizer_config.json of as many plain tokens as a vocabulary has: '<0>', '<1>', ...
 * Nothing is special, nothing ends an answer. Prompts of benchmarks are ids, so it need not take texts apart.
 */
export function dummyTokenizer(vocabularySize: number, contextLength: number) {
  return {
    tokenizer: bytePairFile({
      addedTokens: [],
      preTokenizer: bytesAsCharacters,
      postProcessor: null,
      tokens: Array.from({ length: vocabularySize }, (_, id) => `<${id}>`),
      merges: [],
    }),
    tokenizerConfig: {
      tokenizer_class: 'PreTrainedTokenizerFast',
      clean_up_tokenization_spaces: false,
      model_max_length: contextLength,
    },
  };
}
