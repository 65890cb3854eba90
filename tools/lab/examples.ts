import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { gallery } from '../../src/experiments/gallery/gallery.ts';

/**
 * `npm run examples`: the gallery's quick documents, as files to start from; `-- --full DIR` writes those of the
 * papers' own size.
 */
const { values } = parseArgs({ options: { full: { type: 'string' } } });
const folder = values.full ?? 'examples';
mkdirSync(folder, { recursive: true });
const config = await resolveConfig('examples/any.json');
for (const { id, quick, full } of gallery) {
  const path = `${folder}/${id.toLowerCase()}.json`;
  const document = values.full === undefined ? quick : full;
  writeFileSync(path, await format(JSON.stringify(document), { ...config, filepath: path }));
}
