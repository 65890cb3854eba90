import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Worker } from '@playwright/test';
import { defaultDecoding, type Decoding } from '../../src/domain/decoding.ts';
import type { DecodingPath, DeviceChoice, Precision } from '../../src/domain/model.ts';
import { serveEnginePage } from './serve.ts';
import { writeTinyModel } from './tiny-model.ts';
import { expect, test as base } from '../parts/test.ts';

interface Place {
  /** Folder with models/tiny. */
  models: string;
  address: string;
}

/** The engine in a page of its own, below a path of a host, with a tiny random model. */
export const test = base.extend<{ baseURL: string }, { place: Place }>({
  place: [
    // eslint-disable-next-line no-empty-pattern -- Playwright wants the pattern
    async ({}, use) => {
      const root = mkdtempSync(join(tmpdir(), 'engine-'));
      const models = join(root, 'public/models');
      writeTinyModel(join(models, 'tiny'));
      cpSync('public/models/lab-base-2m', join(models, 'lab-base-2m'), { recursive: true });
      const server = await serveEnginePage(join(root, 'public'), join(root, 'dist'));
      await use({ models, address: server.resolvedUrls?.local[0] ?? '' });
      await server.close();
      rmSync(root, { recursive: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ place }, use) => use(place.address),
});
test.setTimeout(600_000);

/** Made-up tokens; a random model continues them as well as any. */
export const prompt = Array.from({ length: 60 }, (_, i) => 4 + ((i * 37) % 300));

/** Loads the tiny model, on the path for many prompts: a software adapter would take the other by itself. */
export const load = (
  page: Page,
  device: DeviceChoice = 'auto',
  precision: Precision = 'fp32',
  path: DecodingPath['kind'] = 'shared-prefix',
  model = 'tiny',
) =>
  page.evaluate((request) => window.engine.load(request), {
    model,
    precision,
    device,
    path,
  });

/** Generations that are asked for together; `order` says whose token came when. The title tells of the first. */
export function generate(page: Page, specs: Partial<Decoding>[], tokens = prompt) {
  const decodings = specs.map((spec) => ({ ...defaultDecoding, maxNewTokens: 24, ...spec }));
  return page.evaluate(
    async ([promptTokens, all]) => {
      const order: number[] = [];
      const generations = await Promise.all(
        all.map((decoding, i) =>
          window.engine.generate(
            { promptTokens, decoding, key: 'run' },
            {
              onEvent: () => {
                order.push(i);
                document.title = 'streaming';
              },
            },
          ),
        ),
      );
      return { generations, order };
    },
    [tokens, decodings] as const,
  );
}

/** The engine's worker; the runtime's own threads come after it. */
export async function workerOf(page: Page): Promise<Worker> {
  return page.workers()[0] ?? (await page.waitForEvent('worker'));
}

export { expect };
