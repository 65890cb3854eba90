import { Problem } from '../../src/domain/problem.ts';
import type { Folder } from './folder.ts';

/** A worker that was ended lets go of its files a little later. */
const patience = { tries: 20, pause: 100 };

/**
 * A folder of the origin's private file system, written through synchronous handles (which only workers
 * have). It is made when something is written into it.
 */
export function opfsFolder(name: string): Folder {
  const open = async (create: boolean) => {
    const root = await navigator.storage.getDirectory();
    return root.getDirectoryHandle(name, { create });
  };
  return {
    read: (file) =>
      absentAsNull(async () => {
        const handle = await (await open(false)).getFileHandle(file);
        return new Uint8Array(await (await handle.getFile()).arrayBuffer());
      }),
    write: async (file, parts) => {
      try {
        const handle = await (await open(true)).getFileHandle(file, { create: true });
        await writeAll(handle, parts);
      } catch (thrown) {
        throw notWritten(`${name}/${file}`, thrown);
      }
    },
    remove: async (file) => {
      await absentAsNull(async () => (await open(false)).removeEntry(file));
    },
    list: async () => {
      const names: string[] = [];
      await absentAsNull(async () => {
        for await (const entry of (await open(false)).keys()) names.push(entry);
      });
      return names.sort();
    },
  };
}

async function writeAll(
  file: FileSystemFileHandle,
  parts: readonly Uint8Array<ArrayBuffer>[],
): Promise<void> {
  const access = await openForWriting(file);
  try {
    access.truncate(0);
    let at = 0;
    for (const part of parts) {
      const written = access.write(part, { at });
      if (written < part.length) throw new DOMException('cut short', 'QuotaExceededError');
      at += written;
    }
    access.flush();
  } finally {
    access.close();
  }
}

async function openForWriting(file: FileSystemFileHandle): Promise<FileSystemSyncAccessHandle> {
  for (let left = patience.tries; ; left--) {
    try {
      return await file.createSyncAccessHandle();
    } catch (thrown) {
      if (nameOf(thrown) !== 'NoModificationAllowedError' || left === 0) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, patience.pause));
    }
  }
}

async function absentAsNull<Result>(work: () => Promise<Result>): Promise<Result | null> {
  try {
    return await work();
  } catch (thrown) {
    if (nameOf(thrown) === 'NotFoundError') return null;
    throw notRead(thrown);
  }
}

const nameOf = (thrown: unknown) => (thrown instanceof Error ? thrown.name : '');
const words = (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown));

/** Browsers differ in how they say that there is no room (AbortError: Chromium). */
const full = new Set(['QuotaExceededError', 'AbortError']);

function notWritten(path: string, thrown: unknown): Problem {
  const isFull = full.has(nameOf(thrown));
  return new Problem(
    {
      code: isFull ? 'storage-full' : 'storage-failed',
      message: isFull
        ? `There is no room left to keep the file ${path} in this browser.`
        : `The file ${path} could not be kept in this browser.`,
      remedy: isFull
        ? 'Delete adapters, models or experiments that you no longer need, or make room on the disk.'
        : 'Try again; if it happens again, reload the page, and look whether the browser is in a private mode.',
      detail: words(thrown),
    },
    { cause: thrown },
  );
}

function notRead(thrown: unknown): Problem {
  return new Problem(
    {
      code: 'storage-blocked',
      message: 'This browser does not let the lab use its private files.',
      remedy: 'Leave the private mode, or allow this site to keep data; then reload the page.',
      detail: words(thrown),
    },
    { cause: thrown },
  );
}
