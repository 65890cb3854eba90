import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

/** Builds those of these pages that the root has: a test's root has only one. */
export function pages(...names: readonly string[]): Plugin {
  return {
    name: 'pages',
    apply: 'build',
    config: ({ root = '.' }) => {
      const input = names.map((name) => resolve(root, name)).filter((path) => existsSync(path));
      return { build: { rolldownOptions: { input } } };
    },
  };
}
