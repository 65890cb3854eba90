import { readFileSync, writeFileSync } from 'node:fs';

/** Benches that write their reports in docs/benchmarks.md between marks of their own. */
type Reporter = 'engine' | 'training';

const startOf = (bench: Reporter): string => `<!-- written by npm run bench -- ${bench} -->`;
const end = '<!-- end -->';

/** Sections of the report, each a heading and what stands under it. */
export type Sections = readonly (readonly [heading: string, text: string])[];

export const written = (sections: Sections): string =>
  sections.map(([heading, text]) => `### ${heading}\n\n${text}`).join('\n\n');

/**
 * Puts the report between its marks in a document; the rest of that stays.
 * @throws where the marks are not there
 */
export function writeDocs(path: string, sections: Sections, bench: Reporter = 'engine'): void {
  const old = readFileSync(path, 'utf8');
  const start = startOf(bench);
  const from = old.indexOf(start);
  const to = old.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`${path} has no place for the benchmarks of ${bench}`);
  const report = `${start}\n\n${written(sections)}\n\n`;
  writeFileSync(path, old.slice(0, from) + report + old.slice(to));
}
