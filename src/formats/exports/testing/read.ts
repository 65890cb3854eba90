import type { ExportFile } from '../file.ts';

const decoder = new TextDecoder();

/** A file's whole text. */
export const textOf = ({ pieces }: Pick<ExportFile, 'pieces'>): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : decoder.decode(piece))).join('');

/** The values of a file of lines: every line is whole, the last one too. */
export function linesOf(file: ExportFile): unknown[] {
  const text = textOf(file);
  if (text !== '' && !text.endsWith('\n')) throw new Error(`${file.name}: its last line is torn`);
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as unknown);
}

/** The file of a name. */
export function fileNamed(files: readonly ExportFile[], name: string): ExportFile {
  const found = files.find((file) => file.name === name);
  if (found) return found;
  throw new Error(`no ${name} among ${files.map((file) => file.name).join(', ')}`);
}
