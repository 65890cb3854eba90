import { describe, expect, it } from 'vitest';
import { starters } from './starters.ts';

describe('starters', () => {
  it('are at least four, each with demonstrations and something to ask', () => {
    expect(starters.length).toBeGreaterThanOrEqual(4);
    expect(new Set(starters.map((s) => s.id)).size).toBe(starters.length);
    expect(starters[0].demonstrations).toHaveLength(3);
    for (const { demonstrations, queries } of starters) {
      expect(demonstrations.length).toBeGreaterThanOrEqual(3);
      for (const { query, answer } of demonstrations) expect(query && answer).not.toBe('');
      // what is asked is not answered by a demonstration already
      for (const q of queries) expect(demonstrations.map((d) => d.query)).not.toContain(q);
    }
  });

  it('use no heading that a layout would take for its own', () => {
    for (const { rules, demonstrations } of starters)
      for (const text of [rules, ...demonstrations.flatMap((d) => [d.query, d.answer])])
        expect(text).not.toMatch(/^#|```|^Q:|^A:/m);
  });
});
