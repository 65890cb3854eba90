import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPool } from '../../src/scoring/lab-80/read.ts';
import type { BenchLanguage, PoolFile } from '../../src/scoring/lab-80/schema.ts';
import { Random } from '../pretrain/corpus/random.ts';

/** A pool that cannot be used; the message says which file, where and why. */
export class PoolError extends Error {
  override readonly name = 'PoolError';
}

/** A query with a good answer and a poor one, neither dressed. */
export interface PoolEntry {
  readonly language: BenchLanguage;
  readonly query: string;
  readonly answer: string;
  readonly degraded: string;
}

/** Share of the entries by language. */
export const languageShares: Readonly<Record<BenchLanguage, number>> = {
  en: 0.6,
  es: 0.22,
  fr: 0.18,
};

function readFile(path: string): PoolFile {
  if (!existsSync(path))
    throw new PoolError(`${path} is not there: the pool of demonstrations is needed.`);
  try {
    return readPool(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new PoolError(`${path}: ${(error as Error).message}`, { cause: error });
  }
}

/**
 * A language's pool with its degraded twin, index by index.
 * @param folder where pool.<language>.json and pool-degraded.<language>.json stand
 * @throws PoolError that names the file, and the place in it where the two do not agree
 */
export function readEntries(folder: string, language: BenchLanguage): PoolEntry[] {
  const good = readFile(join(folder, `pool.${language}.json`)).demonstrations;
  const path = join(folder, `pool-degraded.${language}.json`);
  const poor = readFile(path).demonstrations;
  if (poor.length !== good.length)
    throw new PoolError(`${path} has ${poor.length} demonstrations, the pool has ${good.length}.`);
  return good.map(({ query, answer }, i) => {
    const other = poor[i];
    if (other?.query !== query)
      throw new PoolError(`${path}: demonstrations.${i}.query is not the pool's.`);
    return { language, query, answer, degraded: other.answer };
  });
}

/** Entries to learn from and entries to measure with, no query in both. */
export interface PoolDraw {
  readonly training: readonly PoolEntry[];
  readonly heldOut: readonly PoolEntry[];
}

/**
 * Draws `count` entries by the languages' shares, and a tenth as many more that are held out.
 * @throws PoolError when a language's pool is too small
 */
export function drawPool(folder: string, count: number, seed: number): PoolDraw {
  const training: PoolEntry[] = [];
  const heldOut: PoolEntry[] = [];
  for (const [language, share] of Object.entries(languageShares) as [BenchLanguage, number][]) {
    const wanted = Math.round(count * share);
    const measured = Math.ceil(wanted / 10);
    const entries = oncePerQuery(readEntries(folder, language));
    if (entries.length < wanted + measured)
      throw new PoolError(
        `The ${language} pool has ${entries.length} different queries; ${wanted} to learn from and ` +
          `${measured} to measure with are wanted. Ask for fewer with --examples.`,
      );
    const drawn = new Random(`pool/${seed}/${language}`).shuffle(entries);
    heldOut.push(...drawn.slice(0, measured));
    training.push(...drawn.slice(measured, measured + wanted));
  }
  return { training, heldOut };
}

/** The first entry of each query. */
const oncePerQuery = (entries: readonly PoolEntry[]): PoolEntry[] =>
  [...new Map([...entries].reverse().map((entry) => [entry.query, entry])).values()].reverse();
