import { expect, it } from 'vitest';
import { exportIds, reasonAgainst, toolFormats } from './formats.ts';
import { sampleSource, withLikelihoods } from './testing/sample-source.ts';
import { recipeHashes, toolFiles } from './write.ts';

const source = sampleSource();
const answered = source.results.rows.filter(({ cell }) => cell?.kind === 'answer');

it.each(toolFormats.filter(({ id }) => id !== 'ifeval'))(
  '$label: the page may work at every row, and the same comes out each time',
  async ({ id, several }) => {
    let rests = 0;
    const rest = () => {
      rests++;
      return undefined;
    };
    const files = await toolFiles(id, source, rest);
    expect(rests).toBeGreaterThanOrEqual(answered.length);
    expect(files.length > 1).toBe(several);
    expect(new Set(files.map(({ name }) => name.toLowerCase())).size).toBe(files.length);
    expect(await toolFiles(id, source)).toEqual(files);
  },
);

it('has one entry for every tool, and says why there is nothing for one', () => {
  expect([...toolFormats.map(({ id }) => id), 'csv', 'parquet']).toEqual(exportIds);
  const reasons = (rows: typeof source.results.rows) =>
    exportIds.filter((id) => reasonAgainst(id, { ...source.results, rows }) === null);
  expect(reasons(source.results.rows)).toEqual(exportIds.filter((id) => id !== 'ifeval'));
  expect(reasons([])).toEqual(['csv', 'parquet']);
  const judged = withLikelihoods(source.results).rows.filter(
    ({ planned }) => planned.kind === 'likelihood',
  );
  expect(reasons(judged)).toEqual(['lm-eval', 'csv', 'parquet']);
});

it('names the texts that prompts begin with, each once', () => {
  expect(recipeHashes(source.results)).toEqual([...source.texts.keys()]);
});
