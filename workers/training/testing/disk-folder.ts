import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Folder } from '../../files/folder.ts';

/** A folder of the disk: for tests in Node. */
export function diskFolder(path: string): Folder {
  return {
    read: async (name) => {
      const found = await readFile(join(path, name)).catch(() => null);
      return found && Uint8Array.from(found);
    },
    write: async (name, parts) => {
      await mkdir(path, { recursive: true });
      const file = await open(join(path, name), 'w');
      try {
        for (const part of parts) await file.write(part);
        await file.sync();
      } finally {
        await file.close();
      }
    },
    remove: (name) => rm(join(path, name), { force: true }),
    list: async () => (await readdir(path).catch(() => [])).sort(),
  };
}
