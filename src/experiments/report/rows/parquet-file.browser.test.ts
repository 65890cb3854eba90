import { parquetReadObjects } from 'hyparquet';
import { expect, it } from 'vitest';
import { ratedResults } from '../../rating/testing/rated-results.ts';
import { flatRows } from './flat-rows.ts';
import { parquetBytes } from './parquet.ts';
import { parquetFile } from './parquet-file.ts';

it('is written in a worker while the page rests between slices, and comes back as it was', async () => {
  const flat = await flatRows(ratedResults(120));
  let rests = 0;
  const rest = () => {
    rests++;
    return undefined;
  };
  const file = await parquetFile(flat, rest);
  expect(rests).toBeGreaterThanOrEqual(flat.rows.length / 200);
  expect(file.size).toBe(parquetBytes(flat).byteLength);
  const read = await parquetReadObjects({ file: await file.arrayBuffer() });
  const expected = flat.rows.map((row) =>
    Object.fromEntries(flat.columns.map(({ name }, i) => [name, row[i] ?? null])),
  );
  expect(read).toEqual(expected);
});

it('tells where rows cannot be written', async () => {
  const flat = { columns: [{ name: 'n', type: 'whole' as const }], rows: [['not a number']] };
  await expect(parquetFile(flat)).rejects.toMatchObject({ code: 'internal' });
});
