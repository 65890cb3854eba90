import type { DType } from '../../model/dtypes.ts';

/** A graph that a rewrite does not fit; the message says why, in words that fit into a sentence. */
export class NoMatch extends Error {
  override readonly name = 'NoMatch';
}

/** Rotation that the attention node applies itself. */
export interface SiteRotary {
  /** Tables [positions, width / 2]. */
  readonly cos: string;
  readonly sin: string;
  readonly interleaved: number;
  /** Elements of a head that are turned, from the first on. */
  readonly width: number;
}

/** Where a decoder attends to its past, and how: what any layer of any family may differ in. */
export interface AttentionSite {
  readonly name: string;
  /** The layer's number, as its cache is named. */
  readonly layer: number;
  /** Element type of activations and cache. */
  readonly dtype: DType;
  readonly heads: number;
  readonly kvHeads: number;
  readonly headSize: number;
  /** Factor on the scores. */
  readonly scale: number;
  /** Scores become softcap tanh(score / softcap); 0: they do not. */
  readonly softcap: number;
  /** A query sees this many positions, its own included; Infinity: all. */
  readonly window: number;
  /** Undefined where queries and keys come already turned. */
  readonly rotary: SiteRotary | undefined;
  /** Whether queries, keys, values and result are [B, heads, S, size] in place of [B, S, heads size]. */
  readonly parted: boolean;
  /** Names of queries, keys, values; of one packed value where k and v are ''. */
  readonly q: string;
  readonly k: string;
  readonly v: string;
  /** Cache [B, KV, past, size]: inputs of the graph, and outputs that extend them. */
  readonly past: readonly [key: string, value: string];
  readonly present: readonly [key: string, value: string];
  /** Name of the result. */
  readonly output: string;
}
