import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readBench, readPool, readStyles } from '../../src/scoring/lab-80/read.ts';
import { allFiles } from './files.ts';

/** Writes public/lab-80; every file is read back by its schema before it is written. */
const folder = fileURLToPath(new URL('../../public/lab-80/', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [name, text] of allFiles()) {
  const json: unknown = JSON.parse(text);
  if (name === 'styles.json') readStyles(json);
  else if (name.startsWith('pool')) readPool(json);
  else readBench(json);
  writeFileSync(`${folder}${name}`, text);
  console.log(`${name.padEnd(24)} ${(text.length / 1024).toFixed(0).padStart(5)} k`);
}
