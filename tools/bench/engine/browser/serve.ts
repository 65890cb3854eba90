import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, defaultClientConditions } from 'vite';
import { isolationHeaders } from '../../../security.ts';

const enginePage = fileURLToPath(new URL('page', import.meta.url));
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/**
 * Builds the page that contestants are opened in, as the lab's own page is built: one copy of the
 * runtime, its wasm as files.
 * @param root where the page's index.html is
 */
export async function buildBenchPage(outDir: string, root = enginePage): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    resolve: {
      conditions: ['onnxruntime-web-use-extern-wasm', ...defaultClientConditions],
      dedupe: ['onnxruntime-web', 'onnxruntime-common'],
    },
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'esnext', assetsInlineLimit: 0 },
  });
}

/** A server of files, cross-origin isolated so that wasm can have threads. */
export interface FileServer {
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Serves folders on this machine only; what is not there is a real 404.
 * @param places folders by the beginning of the path that they are served under; the first that fits counts
 */
export async function serveFolders(
  places: readonly (readonly [prefix: string, folder: string])[],
): Promise<FileServer> {
  const server = createServer(({ url = '/' }, response) => {
    const path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
    const place = places.find(([prefix]) => path.startsWith(prefix));
    const rest = path.slice(place?.[0].length);
    const file = place && join(place[1], rest === '' ? 'index.html' : rest);
    const found = file !== undefined && statSync(file, { throwIfNoEntry: false });
    if (!file || !found || !found.isFile()) {
      response.writeHead(404, isolationHeaders).end();
      return;
    }
    response.writeHead(200, {
      ...isolationHeaders,
      'Content-Type': types[extname(file)] ?? 'application/octet-stream',
      'Content-Length': found.size,
    });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
