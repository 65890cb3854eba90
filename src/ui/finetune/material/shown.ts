import type { TrainingSet } from '../../../domain/training/conversation.ts';
import type { TrainingText } from '../../../domain/training/rows.ts';
import type { PreparedRows } from '../../../experiments/training/rows.ts';

/** One text of an example: all of it for imitation, either answer for a preference. */
export interface ShownText {
  readonly title: string;
  readonly text: TrainingText;
}

/** An example as the model reads it. */
export interface ShownRow {
  readonly heldOut: boolean;
  readonly texts: readonly ShownText[];
}

/** The row of the example at a place; null where it is left out. */
export function rowAt({ rows, places }: PreparedRows, place: string): ShownRow | null {
  for (const part of ['training', 'validation'] as const) {
    const at = places[part].indexOf(place);
    if (at < 0) continue;
    const row = rows.method === 'sft' ? rows[part][at] : rows[part][at];
    if (!row) return null;
    const texts =
      'tokens' in row
        ? [{ title: 'As the model reads it', text: row }]
        : [
            { title: 'Preferred', text: row.chosen },
            { title: 'Not preferred', text: row.rejected },
          ];
    return { heldOut: part === 'validation', texts };
  }
  return null;
}

/** The beginning of an example, for a list. */
export function firstWords(set: TrainingSet, at: number): string {
  const example = set.examples[at]?.example;
  if (!example) return '';
  const query = 'turns' in example ? (example.turns[0]?.query ?? '') : example.query;
  const line = query.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

/** A stretch of tokens that are all learnt, or all only read. */
export interface Stretch {
  readonly learnt: boolean;
  /** Where it begins and ends among the tokens. */
  readonly from: number;
  readonly to: number;
}

/** A text's tokens, parted by whether they are learnt. */
export function stretches({ tokens, learnt }: TrainingText): Stretch[] {
  const parts: Stretch[] = [];
  let at = 0;
  for (const [from, to] of learnt) {
    if (from > at) parts.push({ learnt: false, from: at, to: from });
    parts.push({ learnt: true, from, to });
    at = to;
  }
  if (at < tokens.length) parts.push({ learnt: false, from: at, to: tokens.length });
  return parts;
}
