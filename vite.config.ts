import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defaultClientConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { browserPath, browserFlags } from './tools/browser.ts';
import { leanTransformers } from './tools/lean-transformers.ts';
import { pages } from './tools/pages.ts';
import { contentPolicy, documentHeaders, isolationHeaders } from './tools/security.ts';

export default defineConfig({
  plugins: [svelte(), pages('index.html', 'headless.html'), contentPolicy(), leanTransformers()],
  // Relative addresses, hash routes: the build works from any folder of any static host.
  base: './',
  // Not a single-page fallback: a missing model file must be a real 404.
  appType: 'mpa',
  resolve: {
    // Picks the glue-free onnxruntime build: no second copy of its 26 MB wasm.
    conditions: ['onnxruntime-web-use-extern-wasm', ...defaultClientConditions],
    dedupe: ['onnxruntime-web', 'onnxruntime-common'],
  },
  define: { __APP_VERSION__: JSON.stringify(process.env.npm_package_version ?? 'dev') },
  worker: { format: 'es', plugins: () => [leanTransformers()] },
  optimizeDeps: {
    exclude: ['onnxruntime-web', '@huggingface/transformers'],
    // found late, they would have the page of a running test reloaded
    include: ['@bufbuild/protobuf', '@bufbuild/protobuf/codegenv2', 'onnxruntime-common'],
  },
  server: { headers: isolationHeaders },
  preview: { headers: documentHeaders },
  build: { target: 'esnext', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  test: {
    // by itself it leaves one core free: on two that is half of the machine
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          // A test never asserts a time; a busy machine must not fail one.
          testTimeout: 60_000,
          include: ['{src,workers,tools}/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts', '**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['{src,workers}/**/*.browser.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: browserPath(), args: browserFlags },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
