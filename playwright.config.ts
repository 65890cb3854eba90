import { defineConfig } from '@playwright/test';
import { browserFlags, browserPath, plainFlags } from './tools/browser.ts';

/** PORT and OUT_DIR let two test runs stand side by side on one machine. */
const port = Number(process.env.PORT ?? 4273);
const outDir = process.env.OUT_DIR ?? 'dist';
const executablePath = browserPath();

export default defineConfig({
  testDir: 'e2e',
  timeout: 120_000,
  expect: { timeout: 30_000 },
  // Two at a time: most of a test is waiting for the page.
  workers: 2,
  forbidOnly: !!process.env.CI,
  // A shared machine may stall for seconds; what passes only the second time is listed as flaky.
  retries: process.env.CI ? 1 : 0,
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    browserName: 'chromium',
    trace: 'retain-on-failure',
  },
  projects: [
    // No WebGPU adapter: "auto" is wasm. Every test runs here.
    { name: 'wasm', use: { launchOptions: { executablePath, args: plainFlags } } },
    // A software WebGPU adapter: what depends on the device runs here once more.
    {
      name: 'webgpu',
      grep: /@device/,
      use: { launchOptions: { executablePath, args: browserFlags } },
    },
  ],
  webServer: {
    command: `npx vite preview --host 127.0.0.1 --port ${port} --strictPort --outDir ${outDir}`,
    port,
    reuseExistingServer: false,
  },
});
