import type { BenchFile, BenchLanguage, BenchStyle } from '../../src/scoring/lab-80/schema.ts';
import { categories } from '../../src/scoring/lab-80/schema.ts';
import { contextItems } from './context/index.ts';
import { written } from './item.ts';
import type { Half } from './say.ts';
import { worldItems } from './world/index.ts';

/** The eighty questions of one half in one language, by category. */
export function benchFile(half: Half, language: BenchLanguage): BenchFile {
  const items = [...worldItems(half), ...contextItems(half)]
    .map((draft) => written(draft, language))
    .sort((a, b) => categories.indexOf(a.category) - categories.indexOf(b.category));
  return { format: 'lab-80', version: 1, language, split: half, items };
}

/** JSON with one entry of the list `key` on a line: compact, and yet a change shows as a line. */
export function asLines<T extends object>(file: T, key: keyof T & string): string {
  const list = file[key];
  if (!Array.isArray(list)) throw new Error(`"${key}" is not a list`);
  const lines = list.map((entry) => JSON.stringify(entry)).join(',\n');
  const head = JSON.stringify({ ...file, [key]: undefined }).slice(0, -1);
  return `${head},"${key}":[\n${lines}\n]}\n`;
}

/** The styles of all languages, one style on a line. */
export function stylesAsLines(styles: Record<BenchLanguage, readonly BenchStyle[]>): string {
  const blocks = Object.entries(styles).map(
    ([language, list]) =>
      `${JSON.stringify(language)}:[\n${list.map((it) => JSON.stringify(it)).join(',\n')}\n]`,
  );
  return `{"format":"lab-80-styles","version":1,"styles":{\n${blocks.join(',\n')}\n}}\n`;
}
