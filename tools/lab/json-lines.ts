import { open, rename, writeFile, type FileHandle } from 'node:fs/promises';

const newline = 0x0a;

/** The lines of a file that was only ever appended to; what follows the last line's end is torn. */
export function wholeLines(bytes: Buffer): { lines: string[]; length: number } {
  const lines: string[] = [];
  let start = 0;
  for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, start)) {
    lines.push(bytes.toString('utf8', start, end));
    start = end + 1;
  }
  return { lines, length: start };
}

/** A line that waits to be written, and who waits for it. */
interface Waiting {
  readonly line: string;
  readonly resolve: () => void;
  readonly reject: (thrown: unknown) => void;
}

/**
 * A file of lines that survives the loss of everything around it: a line is on the disk before anybody is
 * told that it is kept, and one that was torn by a crash is cut off when the file is opened again.
 */
export class JsonLines {
  readonly #file: FileHandle;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | null = null;
  /** A write that failed may have left half a line: nothing may come after it. */
  #broken: unknown = null;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Opens a file, made where it is missing. */
  static async open(path: string): Promise<{ file: JsonLines; lines: string[] }> {
    const handle = await open(path, 'a+');
    const bytes = await handle.readFile();
    const { lines, length } = wholeLines(bytes);
    if (length < bytes.length) await handle.truncate(length);
    return { file: new JsonLines(handle), lines };
  }

  /** Resolves when the line is on the disk; lines keep the order in which they were given. */
  append(line: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ line, resolve, reject });
      this.#writing ??= this.#write();
    });
  }

  /** Whatever came meanwhile goes with one write: the disk is waited for once. */
  async #write(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        if (this.#broken) throw this.#broken;
        await this.#file.appendFile(batch.map(({ line }) => `${line}\n`).join(''));
        await this.#file.datasync();
        for (const { resolve } of batch) resolve();
      } catch (thrown) {
        this.#broken = thrown;
        for (const { reject } of batch) reject(thrown);
      }
    }
    this.#writing = null;
  }

  /** After the last line that was given is written. */
  async close(): Promise<void> {
    await this.#writing;
    await this.#file.close();
  }
}

/** Puts a whole text in a file's place at once: a crash leaves either the old file or the new one. */
export async function replaceFile(path: string, text: string | Iterable<string>): Promise<void> {
  const temporary = `${path}.new`;
  await writeFile(temporary, text, { flush: true });
  await rename(temporary, path);
}
