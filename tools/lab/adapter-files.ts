import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { Adapter } from '../../src/domain/training/adapter.ts';
import { issueText } from '../../src/domain/issue.ts';
import { UsageError } from './command-line.ts';
import { replaceFile } from './json-lines.ts';

/**
 * The adapters of a folder, two files each: adapters/<id>.safetensors has the weights, adapters/<id>.json what
 * made them. A record is written after its weights, so one that is there has them.
 */
export class AdapterFiles {
  readonly #path: string;
  readonly #known = new Map<string, Adapter>();

  private constructor(path: string) {
    this.#path = path;
  }

  /** @throws UsageError that names a file which is no adapter's record */
  static async open(folder: string): Promise<AdapterFiles> {
    const files = new AdapterFiles(join(folder, 'adapters'));
    if (!existsSync(files.#path)) return files;
    for (const name of (await readdir(files.#path)).sort()) {
      if (!name.endsWith('.json')) continue;
      const adapter = await readRecord(join(files.#path, name));
      files.#known.set(adapter.id, adapter);
    }
    return files;
  }

  get all(): Adapter[] {
    return [...this.#known.values()];
  }

  /** Resolves when both files are on the disk. @param weights in base64 */
  async put(adapter: Adapter, weights: string): Promise<void> {
    await mkdir(this.#path, { recursive: true });
    const place = join(this.#path, `${adapter.id}.safetensors`);
    await writeFile(`${place}.new`, Buffer.from(weights, 'base64'), { flush: true });
    await rename(`${place}.new`, place);
    await replaceFile(join(this.#path, `${adapter.id}.json`), `${JSON.stringify(adapter)}\n`);
    this.#known.set(adapter.id, adapter);
  }

  /** In base64; null where there are none. */
  async weights(id: string): Promise<string | null> {
    if (!this.#known.has(id)) return null;
    const bytes = await readFile(join(this.#path, `${id}.safetensors`)).catch(() => null);
    return bytes?.toString('base64') ?? null;
  }
}

async function readRecord(path: string): Promise<Adapter> {
  const refuse = (what: string) =>
    new UsageError(`${path}: ${what} Take it away, with its weights; they are trained again.`);
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch (thrown) {
    throw refuse(`${(thrown as Error).message}.`);
  }
  const read = v.safeParse(Adapter, json);
  if (read.success) return read.output;
  throw refuse(`${issueText(read.issues[0])}.`);
}
