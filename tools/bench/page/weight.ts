import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface Weight {
  file: string;
  bytes: number;
  gzip: number;
}

/** Size of every script of a built page, as it is and under gzip, largest first. */
export function scriptWeights(outDir: string): Weight[] {
  const assets = join(outDir, 'assets');
  return readdirSync(assets)
    .filter((file) => /\.m?js$/.test(file))
    .map((file) => {
      const data = readFileSync(join(assets, file));
      return { file, bytes: data.length, gzip: gzipSync(data, { level: 9 }).length };
    })
    .sort((a, b) => b.gzip - a.gzip);
}

/** The runtime's own glue, which comes with its wasm, is not the page's JavaScript. */
export function isRuntimeGlue(file: string): boolean {
  return file.startsWith('ort-wasm');
}
