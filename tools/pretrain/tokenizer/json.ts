import * as v from 'valibot';
import { bytePairFile, bytesAsCharacters } from './byte-level.ts';
import { pattern } from './pretokenize.ts';
import { BytePairTokenizer, specialTokens } from './tokenizer.ts';

const [end, start, stop, pad] = specialTokens;

/** The two files a Hugging Face library reads: `tokenizer.json` and `tokenizer_config.json`. */
export interface TokenizerFiles {
  tokenizer: ReturnType<typeof tokenizerFile>;
  tokenizerConfig: ReturnType<typeof configFile>;
}

const added = (content: string, id: number) => ({
  id,
  content,
  single_word: false,
  lstrip: false,
  rstrip: false,
  normalized: false,
  special: true,
});

const tokenizerFile = ({ tokens, merges }: BytePairTokenizer) =>
  bytePairFile({
    addedTokens: specialTokens.map(added),
    preTokenizer: {
      type: 'Sequence',
      pretokenizers: [
        { type: 'Split', pattern: { Regex: pattern }, behavior: 'Isolated', invert: false },
        bytesAsCharacters,
      ],
    },
    // Every prompt begins as every document of the corpus does: after an end of text.
    postProcessor: {
      type: 'TemplateProcessing',
      single: [{ SpecialToken: { id: end, type_id: 0 } }, { Sequence: { id: 'A', type_id: 0 } }],
      pair: [
        { SpecialToken: { id: end, type_id: 0 } },
        { Sequence: { id: 'A', type_id: 0 } },
        { Sequence: { id: 'B', type_id: 1 } },
      ],
      special_tokens: { [end]: { id: end, ids: [0], tokens: [end] } },
    },
    tokens,
    merges,
  });

function configFile() {
  return {
    tokenizer_class: 'PreTrainedTokenizerFast',
    bos_token: end,
    eos_token: end,
    pad_token: pad,
    additional_special_tokens: [start, stop],
    add_prefix_space: false,
    clean_up_tokenization_spaces: false,
    // The context length belongs to the model; its exporter overwrites this.
    model_max_length: 1_000_000,
  };
}

/** Both files of a tokenizer, as plain objects ready for JSON.stringify. */
export function toFiles(tokenizer: BytePairTokenizer): TokenizerFiles {
  return { tokenizer: tokenizerFile(tokenizer), tokenizerConfig: configFile() };
}

const pair = v.tuple([v.string(), v.string()]);
const fileSchema = v.object({
  model: v.object({
    type: v.literal('BPE'),
    vocab: v.record(v.string(), v.number()),
    merges: v.array(pair),
  }),
});

/**
 * Reads a `tokenizer.json` written by `toFiles`. Throws an Error that names the field when the object
 * has another form, and when its vocabulary is not the one its merges make.
 */
export function fromFile(file: unknown): BytePairTokenizer {
  const parsed = v.safeParse(fileSchema, file);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new Error(`tokenizer.json: ${v.getDotPath(issue) ?? 'file'}: ${issue.message}`);
  }
  const { vocab, merges } = parsed.output.model;
  const tokenizer = new BytePairTokenizer(merges);
  const wrong = tokenizer.tokens.findIndex((token, id) => vocab[token] !== id);
  if (wrong >= 0 || Object.keys(vocab).length !== tokenizer.vocabularySize)
    throw new Error('tokenizer.json: model.vocab: not the vocabulary that model.merges make');
  return tokenizer;
}
