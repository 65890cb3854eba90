import { fromFile, toFiles, type TokenizerFiles } from './json.ts';
import { BytePairTokenizer, specialTokens } from './tokenizer.ts';
import { learnMerges } from './train.ts';
import { byteCharacters } from './bytes.ts';

export { fertility } from './fertility.ts';
export type { TokenizerFiles } from './json.ts';
export { specialTokens } from './tokenizer.ts';

/** What the trainer needs of a tokenizer. */
export interface Tokenizer {
  /** Ids of a text, nothing put in front. */
  encode(text: string): Uint16Array;
  /** The text of ids, special tokens spelled out. */
  decode(ids: Iterable<number>): string;
  /** The contents of tokenizer.json and tokenizer_config.json. */
  toJSON(): TokenizerFiles;
  /** UTF-8 bytes that a token stands for. */
  byteLength(id: number): number;
  readonly endOfText: number;
  readonly vocabularySize: number;
}

class SavedTokenizer extends BytePairTokenizer implements Tokenizer {
  toJSON(): TokenizerFiles {
    return toFiles(this);
  }
}

/** Learns a byte-level BPE of at most `vocabularySize` tokens, the special ones included. */
export function trainTokenizer(texts: Iterable<string>, vocabularySize: number): Tokenizer {
  const smallest = specialTokens.length + byteCharacters.length;
  if (!Number.isInteger(vocabularySize) || vocabularySize < smallest || vocabularySize > 65536)
    throw new RangeError(`vocabularySize must be an integer from ${smallest} to 65536`);
  return new SavedTokenizer(learnMerges(texts, vocabularySize - specialTokens.length));
}

/** A tokenizer from the parsed contents of a tokenizer.json that `toJSON` wrote. */
export function tokenizerFromJSON(json: unknown): Tokenizer {
  return new SavedTokenizer(fromFile(json).merges);
}
