import type { StopReason } from '../../domain/run.ts';
import { clean, type Evidence, type Finding } from './finding.ts';
import { linesWithPlaces } from './lines.ts';

const openers =
  'query|question|q|user|human|instruction|pregunta|consulta|usuario|instrucción|requête|utilisateur';

/**
 * A line with which a prompt begins the next turn: "# Query:", "### User", "Q:", and their like in Spanish
 * and French. A heading of a text ("# User guide") goes on, and a sentence has no colon there.
 */
const heading = new RegExp(`^(?:#{1,6} ?(?:${openers})\\s*(?::|$)|(?:${openers})\\s?:)`, 'iu');

/** Where an answer goes on with a turn of its own: the first heading that stands below something. */
export function newHeading(text: string): Evidence | null {
  let isBelow = false;
  for (const { line, start } of linesWithPlaces(text)) {
    const written = line.trimStart();
    const found = heading.exec(written.slice(0, 60));
    if (found && isBelow) {
      const from = start + line.length - written.length;
      return { start: from, end: from + found[0].length, what: 'goes on with a new turn' };
    }
    isBelow ||= /[^\s`~]/u.test(line);
  }
  return null;
}

/**
 * Whether an answer did not come to its end: it ran to the limit of tokens or of the context, or into a
 * turn of its own. A stop string that ended it, a heading too, is an end: it is how the layout separates
 * turns (domain/template.ts), and stands after the text.
 * @param text as the model gave it, before its stop string
 * @returns an error for a cancelled answer: nobody knows how that would have ended
 */
export function stopFailure(
  text: string,
  stopReason: StopReason,
): Finding | { readonly error: string } {
  if (stopReason === 'cancelled') return { error: 'The answer was cancelled before its end.' };
  const evidence: Evidence[] = [];
  const ranOn = newHeading(text);
  if (ranOn) evidence.push(ranOn);
  if (stopReason === 'length' || stopReason === 'context') {
    const limit = stopReason === 'length' ? 'the limit of tokens' : 'the end of the context';
    evidence.push({ start: text.length, end: text.length, what: `cut off at ${limit}` });
  }
  return evidence.length === 0 ? clean : { flag: true, share: 1, evidence };
}
