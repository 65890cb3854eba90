import { diffWordsWithSpace } from 'diff';

/** A stretch of a text, and whether the other text has it too. */
export interface Piece {
  text: string;
  changed: boolean;
}

export interface WordDiff {
  /** The whole first text; what is changed is only here. */
  left: Piece[];
  /** The whole second text; what is changed is only here. */
  right: Piece[];
  equal: boolean;
  /** False where the texts differ so much that they were not compared word by word. */
  byWord: boolean;
}

/** More edits than this are no help to a reader and take too long to find. */
const maxEdits = 1500;

const whole = (text: string): Piece[] => (text === '' ? [] : [{ text, changed: true }]);

/** What two texts share and what each has alone, by words, marks and white space. */
export function wordDiff(a: string, b: string): WordDiff {
  const changes = diffWordsWithSpace(a, b, { maxEditLength: maxEdits });
  if (!changes) return { left: whole(a), right: whole(b), equal: false, byWord: false };
  const side = (other: 'added' | 'removed') =>
    changes
      .filter((change) => !change[other])
      .map(({ value, added, removed }) => ({ text: value, changed: added || removed }));
  const left = side('added');
  const right = side('removed');
  return { left, right, equal: a === b, byWord: true };
}
