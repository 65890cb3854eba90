import type { Sampler } from '../sampler/sampler.ts';
import type { Decode } from './text-stream.ts';

/** What decoding needs to know of a model, beside its decoder. */
export interface DecodingModel {
  /** Positions, prompt and answer together. */
  contextLength: number;
  vocabularySize: number;
  endTokens: ReadonlySet<number>;
  /** Tokens read in one run at most: a long prompt is read in chunks, so that others get their turn. */
  chunkLength: number;
  decode: Decode;
  sampler: Sampler;
}
