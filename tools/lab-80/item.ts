import type {
  BenchItem,
  BenchLanguage,
  BenchTurn,
  PlainDemonstration,
} from '../../src/scoring/lab-80/schema.ts';

export type Category = BenchItem['category'];
export type WordingAgain = NonNullable<BenchItem['wordingAgain']>;
export type Evidence = Extract<BenchItem, { part: 'context' }>['evidence'];

/** One of the bench's items before it is written in a language: its draws are the same in all. */
export type Draft =
  | {
      id: string;
      category: Category;
      part: 'world';
      wording: 'held-out' | 'own';
      wordingAgain: WordingAgain;
      turns(language: BenchLanguage): [BenchTurn, BenchTurn];
    }
  | {
      id: string;
      category: Category;
      part: 'context';
      wording: 'shown' | 'own';
      wordingAgain: WordingAgain;
      evidence: Evidence;
      turns(language: BenchLanguage): [BenchTurn, BenchTurn];
      demonstrations(language: BenchLanguage): PlainDemonstration[];
    };

/** A draft written in a language. */
export function written(draft: Draft, language: BenchLanguage): BenchItem {
  const { id, category, wordingAgain } = draft;
  const turns = draft.turns(language);
  if (draft.part === 'world') {
    const { part, wording } = draft;
    return { id, category, part, wording, wordingAgain, turns };
  }
  const { part, wording, evidence } = draft;
  const demonstrations = draft.demonstrations(language);
  return { id, category, part, wording, wordingAgain, evidence, turns, demonstrations };
}
