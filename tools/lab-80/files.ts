import {
  benchLanguages,
  type BenchLanguage,
  type PoolFile,
} from '../../src/scoring/lab-80/schema.ts';
import { asLines, benchFile, stylesAsLines } from './build.ts';
import { degrade } from './pool/degrade.ts';
import { drawPool } from './pool/draw.ts';
import { givesAway } from './pool/taken.ts';
import { halves } from './say.ts';
import { styles } from './styles.ts';

/** A language's pool and its degraded twin. */
export function poolFiles(language: BenchLanguage): { high: PoolFile; degraded: PoolFile } {
  const pool = drawPool(language, givesAway(halves.map((half) => benchFile(half, language))));
  const file = (quality: PoolFile['quality'], list: PoolFile['demonstrations']): PoolFile => ({
    format: 'lab-80-pool',
    version: 1,
    language,
    quality,
    demonstrations: list.map(({ query, answer, category }) => ({ query, answer, category })),
  });
  return {
    high: file('high', pool),
    degraded: file('degraded', degrade(pool, `lab-80/degraded/${language}`)),
  };
}

/** Every file of public/lab-80 by its name, as text. */
export function allFiles(): Map<string, string> {
  const files = new Map<string, string>();
  for (const language of benchLanguages) {
    for (const half of halves)
      files.set(`${half}.${language}.json`, asLines(benchFile(half, language), 'items'));
    const { high, degraded } = poolFiles(language);
    files.set(`pool.${language}.json`, asLines(high, 'demonstrations'));
    files.set(`pool-degraded.${language}.json`, asLines(degraded, 'demonstrations'));
  }
  return files.set('styles.json', stylesAsLines(styles));
}
