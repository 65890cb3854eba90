import { sha256 } from '../../src/domain/hash.ts';
import { Problem } from '../../src/domain/problem.ts';
import type { Folder } from '../files/folder.ts';

const isId = (name: string) => /^[0-9a-f]{64}$/.test(name);

/** Adapters' files by the SHA-256 of their bytes: a name is of these weights or of none. */
export class AdapterFiles {
  readonly #folder: Folder;

  constructor(folder: Folder) {
    this.#folder = folder;
  }

  /**
   * @returns the file's name and size
   * @throws Problem where there is no room, or files cannot be kept
   */
  async keep(bytes: Uint8Array<ArrayBuffer>): Promise<{ id: string; bytes: number }> {
    const id = await sha256(bytes);
    if (!(await this.has(id))) await this.#folder.write(id, [bytes]);
    return { id, bytes: bytes.length };
  }

  /** @throws Problem 'file-missing' or 'file-damaged' */
  async read(id: string): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await this.#folder.read(id);
    if (!bytes) throw adapterMissing(id);
    if ((await sha256(bytes)) !== id) throw adapterDamaged(id);
    return bytes;
  }

  /** Whether it is there and whole. */
  async has(id: string): Promise<boolean> {
    const bytes = await this.#folder.read(id);
    return bytes !== null && (await sha256(bytes)) === id;
  }

  remove(id: string): Promise<void> {
    return this.#folder.remove(id);
  }

  async list(): Promise<string[]> {
    return (await this.#folder.list()).filter(isId);
  }
}

/** @param name an adapter's id, or how a live one is named */
export function adapterMissing(name: string): Problem {
  return new Problem({
    code: 'file-missing',
    message: `The weights of the adapter ${name.slice(0, 21)} are not in this browser.`,
    remedy:
      'Bring its file in again, or train it again: the same rows and settings give the same adapter.',
  });
}

function adapterDamaged(id: string): Problem {
  return new Problem({
    code: 'file-damaged',
    message: `The file of the adapter ${id.slice(0, 12)} is damaged: its content is not what its name says (SHA-256).`,
    remedy: 'Delete it, then bring its file in again or train it again.',
  });
}
