import type { Scene } from '../../pretrain/corpus/scene.ts';

/** Examples, and a query that only they decide. */
export interface ProbeQuestion {
  readonly examples: readonly { readonly query: string; readonly answer: string }[];
  readonly query: string;
  /** Whether an answer, trimmed, is right. */
  readonly right: (answer: string) => boolean;
  /** A right answer, for reading. */
  readonly expected: string;
}

/** A kind of question asked with so many examples. */
export interface ProbeTask {
  readonly name: string;
  readonly sizes: readonly number[];
  /** Whether queries and answers are short enough for lines of "query -> answer". */
  readonly short: boolean;
  draw(scene: Scene, size: number): ProbeQuestion;
}

/** A question whose answer must be exactly this. */
export const exactly = (
  examples: ProbeQuestion['examples'],
  query: string,
  expected: string,
): ProbeQuestion => ({ examples, query, expected, right: (answer) => answer === expected });
