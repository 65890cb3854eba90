import type { Page } from '@playwright/test';
import { defaultDecoding } from '../../src/domain/decoding.ts';

/** Rounds after which all comes again: three under one beginning each, two under all of them. */
export const shapes = 5;

/**
 * Short runs under three beginnings, some of which are cancelled.
 * @param together runs that are asked for at once
 * @param rounds how often
 */
export function manyRuns(page: Page, together: number, rounds: number): Promise<void> {
  return page.evaluate(
    async ([decoding, together, rounds, shapes]) => {
      const row = (length: number, first: number) => Array.from({ length }, (_, t) => first + t);
      const trunks = [row(5, 20), row(30, 50), row(70, 90)];
      const run = async (i: number, shape: number) => {
        const controller = new AbortController();
        const ending = row(1 + ((i * shape) % 7), 40 + 9 * i);
        await window.engine.generate(
          {
            promptTokens: [...(trunks[shape] ?? trunks[i % trunks.length] ?? []), ...ending],
            decoding: { ...decoding, temperature: i % 2, maxNewTokens: 2 + (i % 4) },
            key: `run ${i}`,
          },
          {
            signal: controller.signal,
            onEvent: () => {
              if (i % shapes === shape) controller.abort();
            },
          },
        );
      };
      for (let round = 0; round < rounds; round++)
        await Promise.all(row(together, 0).map((i) => run(i, round % shapes)));
    },
    [defaultDecoding, together, rounds, shapes] as const,
  );
}
