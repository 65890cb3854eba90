/**
 * A text as a part of a file's name, on every system: what one of them forbids is "_", and it is neither empty
 * nor too long.
 */
export function safeName(text: string): string {
  const safe = text
    // eslint-disable-next-line no-control-regex -- they are forbidden in names of files
    .replace(/[\u0000-\u001f\u007f"*/:<>?\\|]+/g, '_')
    .slice(0, 120)
    .replace(/^[\s.]+|[\s.]+$/g, '');
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

/** A text in small letters, digits and "_" alone, as tools want names of tasks; '' where nothing is left. */
export const wordsOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .slice(0, 80)
    .replace(/^_+|_+$/g, '');
