import type { Page } from '@playwright/test';

/**
 * Everything that a page keeps on its machine, as one text: all databases with their binary values, the
 * files of its own file system, both web storages, caches, cookies, and the address.
 */
export const everythingKept = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const parts: string[] = [location.href, document.cookie, document.title];
    const latin = new TextDecoder('latin1');
    const binary = async (value: unknown): Promise<string> => {
      if (value instanceof Blob) return latin.decode(await value.arrayBuffer());
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return latin.decode(value);
      if (value === null || typeof value !== 'object') return String(value);
      const inner = await Promise.all(
        Object.entries(value).map(async ([key, one]) => `${key}:${await binary(one)}`),
      );
      return inner.join('\n');
    };
    for (const storage of [localStorage, sessionStorage])
      parts.push(JSON.stringify({ ...storage }));
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('cannot be read'));
      });
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const records = await done(database.transaction(store).objectStore(store).getAll());
        parts.push(`${name}/${store}`, await binary(records));
      }
      database.close();
    }
    const walk = async (folder: FileSystemDirectoryHandle): Promise<void> => {
      for await (const [name, handle] of (
        folder as unknown as { entries(): AsyncIterable<[string, FileSystemHandle]> }
      ).entries()) {
        parts.push(name);
        if (handle.kind === 'directory') await walk(handle as FileSystemDirectoryHandle);
        else {
          const file = await (handle as FileSystemFileHandle).getFile();
          parts.push(latin.decode(await file.arrayBuffer()));
        }
      }
    };
    await walk(await navigator.storage.getDirectory());
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) parts.push(name, request.url);
    return parts.join('\n');
  });
