import type {
  BenchItem,
  BenchLanguage,
  BenchTurn,
  PlainDemonstration,
} from '../../src/scoring/lab-80/schema.ts';

export type Category = BenchItem['category'];
export type Evidence = Extract<BenchItem, { part: 'context' }>['evidence'];

/** One of the bench's items before it is written in a language: its draws are the same in all. */
export type Draft =
  | {
      id: string;
      category: Category;
      part: 'world';
      turns(language: BenchLanguage): [BenchTurn, BenchTurn];
    }
  | {
      id: string;
      category: Category;
      part: 'context';
      evidence: Evidence;
      turns(language: BenchLanguage): [BenchTurn, BenchTurn];
      demonstrations(language: BenchLanguage): PlainDemonstration[];
    };

/** A draft written in a language. */
export function written(draft: Draft, language: BenchLanguage): BenchItem {
  const { id, category } = draft;
  const turns = draft.turns(language);
  if (draft.part === 'world') return { id, category, part: 'world', turns };
  const { evidence } = draft;
  const demonstrations = draft.demonstrations(language);
  return { id, category, part: 'context', evidence, turns, demonstrations };
}
