const codes: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r' };
const meanings: Record<string, string> = { '\\': '\\', n: '\n', t: '\t', r: '\r' };

/** A text on one line: line feed as \n, tab as \t, carriage return as \r, backslash doubled. */
export function escaped(text: string): string {
  return text.replace(/[\\\n\t\r]/g, (c) => codes[c] ?? c);
}

/** The text that `escaped` wrote; a backslash before anything else stands for itself. */
export function unescaped(text: string): string {
  return text.replace(/\\([\\ntr])/g, (_, c: string) => meanings[c] ?? c);
}
