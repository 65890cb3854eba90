import { build, preview, type PreviewServer } from 'vite';
import { documentHeaders } from '../../tools/security.ts';

/**
 * Builds the page around the engine with the product's own settings, and serves it below a path of a
 * host, under the product's headers.
 * @param publicDir has models/
 */
export async function serveEnginePage(publicDir: string, outDir: string): Promise<PreviewServer> {
  const root = 'e2e/engine-page';
  await build({
    root,
    configFile: 'vite.config.ts',
    publicDir,
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true },
  });
  return preview({
    root,
    configFile: 'vite.config.ts',
    base: '/some/where/',
    logLevel: 'warn',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0, headers: documentHeaders },
  });
}
