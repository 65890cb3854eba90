import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface Weight {
  file: string;
  /** With which the page shows itself, with which its worker answers, or when something asks for it. */
  comes: 'page' | 'worker' | 'later';
  /** Bytes under gzip. */
  gzip: number;
}

/** The runtime's own glue, which comes with its wasm, is not the page's JavaScript. */
export const isRuntimeGlue = (file: string): boolean => file.startsWith('ort-wasm');

/** Scripts that a text needs at once, by name: what `import()` asks for comes later. */
const neededBy = (text: string, pattern: RegExp): string[] =>
  Array.from(text.matchAll(pattern), ([, path = '']) => basename(path));

/** Size of every script of a built page under gzip, largest first. */
export function scriptWeights(outDir: string): Weight[] {
  const assets = join(outDir, 'assets');
  const read = (file: string): string => readFileSync(join(assets, file), 'utf8');
  const closure = (roots: readonly string[]): Set<string> => {
    const found = new Set<string>();
    const take = (file: string): void => {
      if (found.has(file)) return;
      found.add(file);
      neededBy(read(file), /(?:from|import)\s*["'](\.\/[^"']+\.js)["']/g).forEach(take);
    };
    roots.forEach(take);
    return found;
  };
  const scripts = readdirSync(assets).filter((file) => /\.m?js$/.test(file));
  const html = readFileSync(join(outDir, 'index.html'), 'utf8');
  const page = closure(neededBy(html, /(?:src|href)="(\.\/assets\/[^"]+\.js)"/g));
  const worker = closure(scripts.filter((file) => file.startsWith('model.worker')));
  return scripts
    .map((file): Weight => {
      const comes = page.has(file) ? 'page' : worker.has(file) ? 'worker' : 'later';
      return { file, comes, gzip: gzipSync(readFileSync(join(assets, file)), { level: 9 }).length };
    })
    .sort((a, b) => b.gzip - a.gzip);
}
