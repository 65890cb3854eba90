import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBench, readPool, readStyles } from '../../../src/scoring/lab-80/read.ts';
import type {
  BenchItem,
  BenchLanguage,
  BenchStyle,
  PlainDemonstration,
} from '../../../src/scoring/lab-80/schema.ts';

/** What prompts of one language are made of. */
export interface Material {
  readonly language: BenchLanguage;
  readonly items: readonly BenchItem[];
  /** Demonstrations for the world part. */
  readonly pool: readonly PlainDemonstration[];
  readonly styles: readonly BenchStyle[];
}

/** A bench file that is missing or does not fit; the message names file and field. */
export class BenchFileError extends Error {
  override readonly name = 'BenchFileError';
}

function readJson<T>(path: string, check: (json: unknown) => T): T {
  try {
    return check(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new BenchFileError(`${path}: ${(error as Error).message}`, { cause: error });
  }
}

/** Every second item of each part, in the order of their ids: the same half in every language. */
export const halfOf = (items: readonly BenchItem[]): BenchItem[] =>
  (['world', 'context'] as const).flatMap((part) =>
    items
      .filter((item) => item.part === part)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .filter((_, i) => i % 2 === 0),
  );

/** Throws a BenchFileError where languages do not have the same items: they could not be compared. */
export function checkSameItems(materials: readonly Material[]): void {
  const ids = ({ items }: Material) => items.map(({ id }) => id).sort();
  const [first, ...others] = materials;
  for (const other of others) {
    const odd = ids(other).find((id, i) => first && ids(first)[i] !== id);
    if (first && (odd !== undefined || first.items.length !== other.items.length))
      throw new BenchFileError(
        `Lab-80 in ${other.language} has other items than in ${first.language}` +
          (odd === undefined ? '.' : `, such as ${odd}.`),
      );
  }
}

/**
 * Reads Lab-80's files of one language.
 * @param folder public/lab-80
 * @throws BenchFileError that names file and field
 */
export function loadMaterial(
  folder: string,
  language: BenchLanguage,
  { split = 'test', quick = false }: { split?: 'dev' | 'test'; quick?: boolean } = {},
): Material {
  const { items } = readJson(join(folder, `${split}.${language}.json`), readBench);
  const pool = readJson(join(folder, `pool.${language}.json`), readPool);
  const { styles } = readJson(join(folder, 'styles.json'), readStyles);
  const asked = new Set(items.flatMap(({ turns }) => turns.map(({ query }) => query)));
  return {
    language,
    items: quick ? halfOf(items) : items,
    // No item's own query among the demonstrations; the same ones for all items, so they share a prefix.
    pool: pool.demonstrations.filter(({ query }) => !asked.has(query)),
    styles: styles[language] ?? [],
  };
}
