/**
 * A relation between a thing and a fact about it, as people ask and tell it. Slots: {x} the bare word,
 * {a} with "a", {the} with "the", {v} the fact. `again` is the short follow-up. Of four or more askings
 * one is held out, never the first.
 */
export interface Relation {
  asks: readonly string[];
  tells: readonly string[];
  again: readonly string[];
}
