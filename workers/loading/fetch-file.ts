import { sha256 } from '../../src/domain/hash.ts';
import type { Problem } from '../../src/domain/problem.ts';
import type { ModelFile } from '../../src/domain/model.ts';
import { fileDamaged, fileMissing } from './problems.ts';

export interface FetchOptions {
  signal?: AbortSignal;
  /** Told how many bytes of the file are here. */
  onBytes?: (loaded: number) => void;
}

/**
 * An answer that is the file asked for.
 * @throws Problem where there is none: no answer, an error status, or a web page in its place
 */
export async function request(
  address: URL,
  path: string,
  cache: RequestCache,
  signal: AbortSignal | null = null,
): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, { signal, cache });
  } catch (thrown) {
    throw fileMissing(path, 'the server did not answer', String(thrown));
  }
  if (!response.ok) throw fileMissing(path, `the server answered ${response.status}`);
  if (response.headers.get('content-type')?.includes('text/html')) {
    throw fileMissing(path, 'the server answered with a web page');
  }
  return response;
}

/**
 * Fetches one file of a model and checks its size and hash. A copy that does not match, or that broke off
 * on its way, is fetched once more past the browser's cache, which may hold the file of an earlier
 * model, or a part of this one.
 * @throws Problem that names the file
 */
export async function fetchFile(
  address: URL,
  file: ModelFile,
  options: FetchOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const first = await fetchOnce(address, file, options, 'default');
  if (first.fault === null) return first.bytes;
  const second = await fetchOnce(address, file, options, 'reload');
  if (second.fault === null) return second.bytes;
  if (typeof second.fault !== 'string') throw second.fault;
  throw fileDamaged(file.path, second.fault);
}

interface Copy {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** In what it is not the file; a problem where it did not come whole. */
  readonly fault: string | Problem | null;
}

async function fetchOnce(
  address: URL,
  file: ModelFile,
  { signal, onBytes }: FetchOptions,
  cache: RequestCache,
): Promise<Copy> {
  const response = await request(address, file.path, cache, signal);
  const bytes = new Uint8Array(file.bytes);
  let loaded = 0;
  try {
    for await (const chunk of response.body ?? []) {
      if (loaded + chunk.length > bytes.length) {
        return { bytes, fault: `it is larger than the ${file.bytes} bytes it should have` };
      }
      bytes.set(chunk, loaded);
      loaded += chunk.length;
      onBytes?.(loaded);
    }
  } catch (thrown) {
    const fault = fileMissing(file.path, 'the connection broke off', String(thrown));
    if (signal?.aborted) throw fault;
    return { bytes, fault };
  }
  if (loaded !== bytes.length) {
    return { bytes, fault: `it has ${loaded} bytes and should have ${file.bytes}` };
  }
  const hash = await sha256(bytes);
  const fault = hash === file.sha256 ? null : 'its content is not what the manifest says (SHA-256)';
  return { bytes, fault };
}
