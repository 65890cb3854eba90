import { describe, expect, it } from 'vitest';
import { uniform } from '../../domain/draw.ts';
import type { Contrast } from '../document/contrast.ts';
import { smallDocument } from '../testing/documents.ts';
import { madeItems, madeResults } from '../testing/results.ts';
import { evaluate } from './contrasts.ts';
import { indexRows } from './index-rows.ts';

/** A standard normal number (Box and Muller). */
const normal = (key: string, step: number): number =>
  Math.sqrt(-2 * Math.log(1 - uniform(7, key, 2 * step))) *
  Math.cos(2 * Math.PI * uniform(7, key, 2 * step + 1));

describe('the interval of a contrast', () => {
  const effect = 0.4;
  const contrast: Contrast = {
    id: 'gain',
    label: 'gain',
    claim: null,
    terms: [
      { weight: 1, where: { arm: 'URIAL' } },
      { weight: -1, where: { arm: 'bare' } },
    ],
    expect: { kind: 'above', than: effect },
  };

  it('covers the truth in about 95 of 100 data sets, draws of demonstrations being few', async () => {
    const document = smallDocument({ seeds: [1, 2, 3, 4, 5], turns: 1 });
    const items = madeItems(30);
    let [covered, wrong] = [0, 0];
    for (let set = 0; set < 200; set++) {
      // items differ, gain differently, seeds shift the gain of all, and every answer has noise
      const results = madeResults(document, {
        items,
        score: ({ arm, item, seed }) => {
          const place = (what: string) => `${set} ${what} ${item.id}`;
          const gain = effect + normal(place('gain'), 0) + 0.2 * normal(`${set} seed`, seed);
          const noise = normal(place(arm.label), seed);
          return 3 * normal(place('item'), 0) + noise + (arm.label === 'URIAL' ? gain : 0);
        },
      });
      const { interval, verdict } = await evaluate(await indexRows(results), contrast);
      const [low, high] = [interval?.low ?? NaN, interval?.high ?? NaN];
      if (low <= effect && effect <= high) covered++;
      if (verdict !== 'undecided') wrong++;
    }
    expect(covered).toBeGreaterThanOrEqual(0.88 * 200);
    expect(covered).toBeLessThanOrEqual(0.99 * 200);
    expect(wrong).toBe(200 - covered);
  });
});
