import { mkdirSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { gallery } from '../../src/experiments/gallery/gallery.ts';

/** `npm run examples`: the gallery's quick documents, as files to start from. */
mkdirSync('examples', { recursive: true });
const config = await resolveConfig('examples/any.json');
for (const { id, quick } of gallery) {
  const path = `examples/${id.toLowerCase()}.json`;
  writeFileSync(path, await format(JSON.stringify(quick), { ...config, filepath: path }));
}
