import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexRows } from '../results/index-rows.ts';
import { summaryOf } from '../results/summary.ts';
import { textSummary } from '../results/text-tables.ts';
import { smallDocument } from '../testing/documents.ts';
import { against, contents, judgedRun, judgmentsIn, rate, single } from '../testing/judged-run.ts';

const document = smallDocument({ scorers: [{ kind: 'lab-80' }, single] });

describe('What goes wrong', () => {
  it('survives crashes of both workers at any moment with the same result', async () => {
    const undisturbed = judgedRun(document);
    await undisturbed.go();
    const moments = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 });
    // breaks once or twice in a row: the block is tried again, and once more
    const breakingAt = (moment: number) => {
      let left = moment;
      return () => (--left === 0 || left === -1 ? ('crash' as const) : undefined);
    };
    await fc.assert(
      fc.asyncProperty(moments, moments, async (ofArms, ofJudge) => {
        const { keeper, go } = judgedRun(document);
        for (const [i, moment] of [...ofArms, Infinity].entries())
          await go({
            arms: { beforeCell: breakingAt(moment) },
            judge: { says: rate, beforeCell: breakingAt(ofJudge[i] ?? Infinity) },
          });
        expect(contents(keeper)).toEqual(contents(undisturbed.keeper));
        expect(new Set(keeper.times.values())).toEqual(new Set([1]));
      }),
      { numRuns: 12 },
    );
  });

  it('stops both where it is told to, and goes on from there', async () => {
    const undisturbed = judgedRun(document);
    await undisturbed.go();
    for (const at of [3, 20, 40]) {
      const { keeper, go } = judgedRun(document);
      const stop = new AbortController();
      let left = at;
      const beforeCell = () => {
        if (--left === 0) stop.abort();
        return undefined;
      };
      const way = { arms: { beforeCell }, judge: { says: rate, beforeCell } };
      await expect(go({ ...way, signal: stop.signal })).rejects.toThrow('stopped');
      expect(keeper.record?.state).toBe('stopped');
      await go();
      expect(contents(keeper)).toEqual(contents(undisturbed.keeper));
    }
  });

  it('answers all that it can where the judge breaks every time, and then says why', async () => {
    const { keeper, go } = judgedRun(document);
    const beforeCell = () => 'crash' as const;
    await expect(go({ judge: { beforeCell } })).rejects.toThrow('struck');
    const kinds = [...keeper.kept.values()].map(({ kind }) => kind);
    expect(kinds).toEqual(kinds.map(() => 'answer'));
    expect(keeper.record).toMatchObject({ state: 'stopped', cells: { failed: 0 } });
  });

  it('makes a failed answer’s judgment a failure, and asks both again', async () => {
    const questions = {
      bench: 'given',
      items: [
        { id: 'long', turns: [{ query: 'x'.repeat(700) }] },
        { id: 'short', turns: [{ query: 'Hello?' }] },
      ],
    };
    const pairs = [{ query: 'Why?', answer: 'y'.repeat(1400) }];
    const { keeper, go, results } = judgedRun(
      smallDocument({
        questions,
        fixed: { rules: false, demonstrations: [{ take: 'given', pairs }] },
        turns: 1,
        seeds: [1],
        scorers: [single],
      }),
    );
    const record = await go();
    // the long question has no room after the long demonstration
    expect(record.cells).toEqual({ total: 8, done: 6, failed: 2 });
    const failed = (await results()).rows.filter(({ cell }) => cell?.kind === 'failed');
    expect(failed.map(({ planned }) => planned.kind)).toEqual(['answer', 'judgment']);
    expect(failed[1]?.cell).toMatchObject({ problem: { code: 'bad-input' } });
    expect((await go({ again: true })).cells.failed).toBe(2);
    expect(keeper.kept.size).toBe(8);
  });

  it('refuses a judge without room before anything is asked', async () => {
    const long = { query: 'x'.repeat(1900), reference: 'y' };
    const questions = { bench: 'given', items: [{ id: 'long', turns: [long] }] };
    const bare = {
      name: 'arm',
      levels: [{ label: 'bare', set: { template: 'raw', demonstrations: [] } }],
    };
    const { keeper, go } = judgedRun(
      smallDocument({ questions, factors: [bare], turns: 1, scorers: [single] }),
    );
    await expect(go()).rejects.toThrow('The judge Lab instruct 4M has room for 2048 tokens');
    expect(keeper.kept.size).toBe(0);
  });

  it('lists replies without a rating with their texts, and counts them nowhere as 0', async () => {
    const says = (key: string) => (key < '8' ? 'Splendid, really.' : rate(key));
    const { keeper, go, results } = judgedRun(smallDocument({ scorers: [single] }));
    await go({ judge: { says } });
    const { failures, tables, cells } = await summaryOf(await indexRows(await results()));
    expect(cells.failed).toBe(0);
    const unread = judgmentsIn(keeper).filter(({ reply }) => reply === 'Splendid, really.');
    expect(failures).toEqual([
      {
        of: 'judge/twin/single/parsed',
        message: 'The judge’s reply has no rating.',
        remedy: '',
        cells: unread.length,
        texts: ['Splendid, really.'],
      },
    ]);
    for (const cell of tables[0]?.cells.flat() ?? [])
      expect(cell?.value ?? 1).toBeGreaterThanOrEqual(1);
  });
});

describe('Two answers side by side', () => {
  const paired = smallDocument({ scorers: [{ kind: 'lab-80' }, against] });

  it('are judged in both orders, and an arm not beside itself', async () => {
    const { keeper, go, results } = judgedRun(paired);
    await go({
      judge: { says: (key) => `Better: [[${'ABC'[Number.parseInt(key[0] ?? '', 16) % 3]}]]` },
    });
    const judgments = judgmentsIn(keeper);
    const orders = new Set(judgments.map(({ of }) => of.join()));
    for (const { of } of judgments) expect(orders).toContain(of.toReversed().join());
    const summary = await summaryOf(await indexRows(await results()));
    const [table] = summary.tables.filter(({ scorer }) => scorer.kind === 'judge');
    expect(table?.cells[0]).toEqual([null, null, null]);
    for (const cell of table?.cells[1] ?? []) {
      expect(cell).toMatchObject({ missing: 0, errors: 0 });
      expect(cell?.value).toBeGreaterThanOrEqual(0);
      expect(cell?.value).toBeLessThanOrEqual(1);
    }
    expect(summary.cells.total).toBe(keeper.kept.size);
    expect(textSummary(summary)).toContain('Better than bare, judged by the instruct twin');
  });

  it('are a tie where a judge always takes the first', async () => {
    const { go, results } = judgedRun(paired);
    await go({ judge: { says: () => '[[A]]' } });
    const summary = await summaryOf(await indexRows(await results()));
    const [table] = summary.tables.filter(({ scorer }) => scorer.kind === 'judge');
    expect(table?.cells[1]?.map((cell) => cell?.value)).toEqual([0.5, 0.5, 0.5]);
  });
});
