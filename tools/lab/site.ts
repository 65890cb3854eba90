import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build, preview, type PreviewServer } from 'vite';

/** What a build is made of. */
const sources = [
  'src',
  'workers',
  'public',
  'tools/lean-transformers.ts',
  'tools/security.ts',
].concat(['index.html', 'headless.html', 'vite.config.ts', 'package-lock.json']);

/** When the newest file of a place was written, in milliseconds. */
function newest(path: string): number {
  const state = statSync(path);
  if (!state.isDirectory()) return state.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Whether a built page is there and not older than what it is made of. */
export function isBuilt(outDir: string): boolean {
  const page = join(outDir, 'headless.html');
  return existsSync(page) && statSync(page).mtimeMs >= Math.max(...sources.map(newest));
}

/**
 * Serves the built lab on a free port of this machine, built first where it has to be. OUT_DIR names
 * another place for the build, as in the end-to-end tests.
 */
export async function serveLab(
  note: (line: string) => void,
): Promise<{ address: string; server: PreviewServer }> {
  const outDir = process.env.OUT_DIR ?? 'dist';
  if (!isBuilt(outDir)) {
    note(`Building the page, since ${outDir} is missing or older than the sources.`);
    await build({ logLevel: 'error', build: { outDir } });
  }
  const server = await preview({
    logLevel: 'error',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0, open: false },
  });
  return { address: server.resolvedUrls?.local[0] ?? '', server };
}
