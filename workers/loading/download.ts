import type { ModelFile } from '../../src/domain/model.ts';
import type { LoadProgress } from '../protocol.ts';
import { fetchFile } from './fetch-file.ts';

type Tell = (progress: LoadProgress) => void;

/** Time between two reports of progress, in milliseconds. */
const pause = 50;

/**
 * Fetches files side by side, telling bytes of all together. The first that fails ends the others.
 * @returns bytes by path
 * @throws Problem that names the file
 */
export async function download(
  folder: URL,
  files: readonly ModelFile[],
  tell: Tell,
): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const failed = new AbortController();
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  const here = new Map<string, number>();
  let told = -Infinity;
  const report = (file: ModelFile, loaded: number) => {
    here.set(file.path, loaded);
    const sum = [...here.values()].reduce((a, b) => a + b, 0);
    const now = performance.now();
    const stage = loaded === file.bytes ? 'verify' : 'download';
    if (stage === 'download' && now - told < pause) return;
    told = now;
    tell({ stage, subject: file.path, loaded: sum, total });
  };
  const fetched = files.map(async (file) => {
    const onBytes = (loaded: number) => report(file, loaded);
    const bytes = await fetchFile(new URL(file.path, folder), file, {
      signal: failed.signal,
      onBytes,
    });
    return [file.path, bytes] as const;
  });
  try {
    return new Map(await Promise.all(fetched));
  } catch (thrown) {
    failed.abort();
    throw thrown;
  }
}
