import { readFile, truncate } from 'node:fs/promises';
import { wholeLines } from '../json-lines.ts';

/**
 * Tears the last line of a file, as a machine does that loses its power while it writes.
 * @param share of the line that is lost, above 0 and up to 1
 * @returns whether there was a line
 */
export async function tear(path: string, share: number): Promise<boolean> {
  const bytes = await readFile(path).catch(() => Buffer.alloc(0));
  const last = wholeLines(bytes).lines.at(-1);
  if (last === undefined) return false;
  const lost = Math.max(1, Math.ceil(share * (Buffer.byteLength(last) + 1)));
  await truncate(path, bytes.length - lost);
  return true;
}
