/** A stretch of a key as long as this is told from chance. */
const shortest = 6;

const mark = '•••';

/**
 * A text without a key: every stretch of it that is six characters or longer is taken out, whatever its
 * case, since servers quote keys in parts; a shorter key as a whole.
 */
export function redacted(text: string, key: string | null): string {
  if (key === null || key === '') return text;
  const [low, secret] = [text.toLowerCase(), key.toLowerCase()];
  const least = Math.min(shortest, secret.length);
  let clean = '';
  for (let at = 0; at < text.length;) {
    let length = 0;
    while (
      at + length < low.length &&
      (length < least - 1 || secret.includes(low.slice(at, at + length + 1)))
    )
      length++;
    const found = length >= least && secret.includes(low.slice(at, at + length));
    clean += found ? mark : text[at];
    at += found ? length : 1;
  }
  return clean;
}

/** Whether a text has a key in it, as it is or in parts. */
export const tells = (text: string, key: string | null): boolean => redacted(text, key) !== text;
