import type { Document, StageName } from './document.ts';
import { documentAt } from './corpus.ts';

/** Counts of a part of the corpus. */
export interface Count {
  documents: number;
  characters: number;
  /** Examples with a marked answer. */
  examples: number;
}

export interface CorpusStatistics extends Count {
  families: Record<string, Count>;
  languages: Record<string, Count>;
}

/** The first `count` documents of a stage, for reading. */
export function sampleDocuments(seed: number, stage: StageName, count: number): Document[] {
  return Array.from({ length: count }, (_, index) => documentAt(seed, stage, index));
}

/** Documents, characters and examples, in all and by family and language. */
export function corpusStatistics(documents: Iterable<Document>): CorpusStatistics {
  const zero = (): Count => ({ documents: 0, characters: 0, examples: 0 });
  const all: CorpusStatistics = { ...zero(), families: {}, languages: {} };
  for (const { text, family, language, examples } of documents)
    for (const count of [
      all,
      (all.families[family] ??= zero()),
      (all.languages[language] ??= zero()),
    ]) {
      count.documents++;
      count.characters += text.length;
      count.examples += examples?.length ?? 0;
    }
  return all;
}
