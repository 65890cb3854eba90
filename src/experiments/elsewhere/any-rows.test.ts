import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BenchJudgment } from '../../formats/benches/types.ts';
import { scoresReport } from './report.ts';
import { scorable, scoreFiles } from './score-files.ts';
import { aspects, judged, pair, preference, single } from './testing/sample-files.ts';
import { scoresText } from './text.ts';

const rest = () => undefined;

describe('scores of any rows that a reader gives', () => {
  it('never fails, whatever valid rows hold', async () => {
    const few = fc.constantFrom('a', 'b', '', '__proto__', 'x/y');
    const winner = fc.constantFrom('first', 'second', 'tie', 'error');
    const finite = fc.oneof(
      fc.integer({ min: -1, max: 11 }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    const two = fc.tuple(few, few);
    const judge = fc.tuple(few, few);
    const turn = fc.constantFrom(1, 2);
    const rows = fc.oneof(
      fc.array(fc.record({ id: few, system: few, judge, score: finite, turn }).map(single), {
        maxLength: 8,
      }),
      fc.array(
        fc
          .record({ id: few, systems: two, judge, winners: fc.tuple(winner, winner), turn })
          .map((row) => pair(row as Parameters<typeof pair>[0])),
        { maxLength: 8 },
      ),
      fc.array(
        fc
          .record({
            instruction: few,
            outputs: two,
            systems: two,
            judge: few,
            preference: fc.option(fc.double({ min: 1, max: 2, noNaN: true })),
          })
          .map(preference),
        { maxLength: 8 },
      ),
      fc.array(
        fc
          .record({
            id: few,
            answer: fc.string(),
            system: few,
            judge: few,
            aspects: fc.dictionary(
              fc.string(),
              fc.record({
                score: fc.oneof(finite, fc.constant('N/A' as const)),
                reason: fc.string(),
              }),
            ),
          })
          .map(aspects),
        { maxLength: 8 },
      ),
    ) as fc.Arbitrary<BenchJudgment[]>;
    await fc.assert(
      fc.asyncProperty(fc.array(rows, { minLength: 1, maxLength: 3 }), async (sets) => {
        const files = sets.map((set, i) => judged(`file ${i}`, set));
        for (const bench of scorable(files.filter((_, i) => (sets[i] ?? []).length > 0))) {
          const scored = await scoreFiles(bench, files, rest);
          expect(scoresText(scored)).not.toMatch(/NaN|undefined|Infinity/);
          expect(scoresReport(scored)).toContain('</html>');
          expect(
            scored.tables.every(({ head, rows: all }) =>
              all.every((row) => row.length === head.length),
            ),
          ).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});
