import { readFileSync, writeFileSync } from 'node:fs';

const start = '<!-- written by npm run bench -- engine -->';
const end = '<!-- end -->';

/** Sections of the report, each a heading and what stands under it. */
export type Sections = readonly (readonly [heading: string, text: string])[];

export const written = (sections: Sections): string =>
  sections.map(([heading, text]) => `### ${heading}\n\n${text}`).join('\n\n');

/**
 * Puts the report between its marks in a document; the rest of that stays.
 * @throws where the marks are not there
 */
export function writeDocs(path: string, sections: Sections): void {
  const old = readFileSync(path, 'utf8');
  const [from, to] = [old.indexOf(start), old.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${path} has no place for the engine's benchmarks`);
  const report = `${start}\n\n${written(sections)}\n\n`;
  writeFileSync(path, old.slice(0, from) + report + old.slice(to));
}
