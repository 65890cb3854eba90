import { diffWordsWithSpace, type Change } from 'diff';

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
const maxEdits = 1000;

const whole = (text: string): Piece[] => (text === '' ? [] : [{ text, changed: true }]);

/** Whether a change is a space between two words that differ: part of the difference, to a reader. */
function bridges(changes: readonly Change[], at: number): boolean {
  const differs = (change: Change | undefined) => change !== undefined && isChanged(change);
  const { value } = changes[at] ?? { value: '' };
  return /^[^\S\n]+$/u.test(value) && differs(changes[at - 1]) && differs(changes[at + 1]);
}

const isChanged = ({ added, removed }: Change) => added || removed;

/** Neighbours that are changed alike, as one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last?.changed === piece.changed) last.text += piece.text;
    else result.push({ ...piece });
  }
  return result;
}

/** What two texts share and what each has alone, by words, marks and white space. */
export function wordDiff(a: string, b: string): WordDiff {
  const changes = diffWordsWithSpace(a, b, { maxEditLength: maxEdits });
  if (!changes) return { left: whole(a), right: whole(b), equal: false, byWord: false };
  const pieces = changes.map((change, i) => ({
    ...change,
    piece: { text: change.value, changed: isChanged(change) || bridges(changes, i) },
  }));
  return {
    left: joined(pieces.filter(({ added }) => !added).map(({ piece }) => piece)),
    right: joined(pieces.filter(({ removed }) => !removed).map(({ piece }) => piece)),
    equal: a === b,
    byWord: true,
  };
}
