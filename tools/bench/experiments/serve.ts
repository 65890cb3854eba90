import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { serveFolders, type FileServer } from '../engine/browser/serve.ts';

const page = '.cache/bench/stores';
const lab = '.cache/bench/lab';

/** The lab as it is built, and beside it a page that works on the same stores. */
export async function serveLab(): Promise<FileServer> {
  await build({ logLevel: 'warn', build: { outDir: lab, emptyOutDir: true } });
  await build({
    configFile: false,
    root: fileURLToPath(new URL('page', import.meta.url)),
    base: './',
    logLevel: 'warn',
    build: { outDir: `${process.cwd()}/${page}`, emptyOutDir: true, target: 'esnext' },
  });
  return serveFolders([
    ['/stores/', page],
    ['/', lab],
  ]);
}
