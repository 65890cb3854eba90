const encoder = new TextEncoder();

/** As many of a text's characters, from its start, as have so many bytes: file systems count those. */
function clipped(text: string, bytes: number): string {
  let [kept, length] = ['', 0];
  for (const character of text) {
    length += encoder.encode(character).length;
    if (length > bytes) break;
    kept += character;
  }
  return kept;
}

/**
 * A text as a part of a file's name, on every system: what one of them forbids is "_", and it is neither empty
 * nor longer than 150 bytes.
 */
export function safeName(text: string): string {
  // eslint-disable-next-line no-control-regex -- they are forbidden in names of files
  const allowed = text.replace(/[\u0000-\u001f\u007f"*/:<>?[\\\]|]+/g, '_');
  const safe = clipped(allowed, 150).replace(/^[\s.]+|[\s.]+$/g, '');
  return safe === '' ? '_' : safe;
}

/** Names that no file system takes for one another, in the order given. */
export function unlike(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let own = name;
    for (let i = 2; taken.has(own.toLowerCase()); i++) own = `${name} (${i})`;
    taken.add(own.toLowerCase());
    return own;
  });
}

/**
 * A text in small letters, digits and "_" alone, as tools want names of tasks: at most 80 bytes, '' where
 * nothing is left.
 */
export const wordsOf = (text: string): string =>
  clipped(text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_'), 80).replace(/^_+|_+$/g, '');
