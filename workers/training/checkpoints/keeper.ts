import type { Folder } from '../../files/folder.ts';
import { readCheckpoint, writeCheckpoint, type Checkpoint } from './checkpoint.ts';

const slots = ['a', 'b'] as const;
const nameOf = (id: string, slot: number) => `${id}.${slots[slot]}`;

/**
 * A training's checkpoints, in two files of which the older one is written over: whatever breaks, at
 * least one of them is whole, since each carries the hash of what it holds.
 */
export class CheckpointKeeper {
  readonly #folder: Folder;
  readonly #id: string;
  #next = 0;

  constructor(folder: Folder, id: string) {
    this.#folder = folder;
    this.#id = id;
  }

  /** The newest one that is whole; null where there is none. */
  async load(): Promise<Checkpoint | null> {
    let newest: Checkpoint | null = null;
    for (const slot of slots.keys()) {
      const file = await this.#folder.read(nameOf(this.#id, slot));
      const found = file && (await readCheckpoint(file));
      if (!found || (newest && !isNewer(found, newest))) continue;
      newest = found;
      this.#next = 1 - slot;
    }
    return newest;
  }

  /** @returns bytes written */
  async save(checkpoint: Checkpoint): Promise<number> {
    const parts = await writeCheckpoint(checkpoint);
    await this.#folder.write(nameOf(this.#id, this.#next), parts);
    this.#next = 1 - this.#next;
    return parts.reduce((sum, { length }) => sum + length, 0);
  }

  async remove(): Promise<void> {
    for (const slot of slots.keys()) await this.#folder.remove(nameOf(this.#id, slot));
  }
}

/** Of equal steps the finished one is newer. */
const isNewer = ({ course: a }: Checkpoint, { course: b }: Checkpoint) =>
  a.step > b.step || (a.step === b.step && a.finished !== null);

/** Ids of all trainings that have files. */
export async function keptTrainings(folder: Folder): Promise<string[]> {
  const names = await folder.list();
  return [...new Set(names.map((name) => name.replace(/\.[ab]$/, '')))];
}
