import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell, JudgmentCell } from '../../domain/cell.ts';
import type { Engine } from '../../engine/engine.ts';
import type { ExperimentDocument } from '../document/document.ts';
import { assemble } from '../results/assemble.ts';
import { indexRows } from '../results/index-rows.ts';
import { summaryOf } from '../results/summary.ts';
import { textSummary } from '../results/text-tables.ts';
import { readRound } from '../plan/read-round.ts';
import { smallDocument } from '../testing/documents.ts';
import { ruleEngine, type Trouble } from '../testing/rule-engine.ts';
import { MemoryKeeper, models, shelf } from '../testing/world.ts';
import { newExperiment } from './new-experiment.ts';
import type { RunProgress } from './progress.ts';
import { runExperiment } from './run-experiment.ts';

const bench = shelf();
const book = models();

const twin = { by: 'model', model: 'twin' };
const single = { kind: 'judge', judge: twin };
const against = { ...single, mode: { against: { arm: 'bare' } } };

/** A rating that a cell's key decides. */
const rate = (key: string): string =>
  `Rating: [[${1 + (Number.parseInt(key.slice(0, 6), 16) % 10)}]]`;
const plenty = 2 ** 40;

interface Way {
  arms?: Trouble;
  judge?: Trouble;
  room?: number;
  again?: boolean;
  signal?: AbortSignal;
}

function running(document: ExperimentDocument, keeper = new MemoryKeeper()) {
  const told: RunProgress[] = [];
  const engines: (Engine & { asked: string[]; disposed: boolean; loads: string[] })[] = [];
  const engineFor = (trouble: Trouble) => {
    const engine = ruleEngine(trouble);
    const made = Object.assign(engine, { disposed: false, loads: [] as string[] });
    const { load } = engine;
    made.dispose = () => void (made.disposed = true);
    made.load = (input, options) => {
      made.loads.push(input.model);
      return load(input, options);
    };
    engines.push(made);
    return made;
  };
  return {
    keeper,
    told,
    engines,
    go: ({ arms = {}, judge = { says: rate }, room = plenty, ...more }: Way = {}) =>
      runExperiment(keeper.record ?? newExperiment(document), document, {
        keeper,
        shelf: bench,
        models: book,
        // where judges sit in the arms' worker, both speak alike
        engine: engineFor(room === 0 ? judge : arms),
        device: 'auto',
        judging: { createEngine: () => engineFor(judge), room },
        signal: new AbortController().signal,
        onProgress: (progress) => told.push(progress),
        ...more,
      }),
    results: async () => {
      const rounds = await Promise.all((await keeper.rounds()).map(readRound));
      return assemble(document, rounds, (keys) => keeper.cells(keys));
    },
  };
}

const timeless = ({ createdAt: _, ...cell }: Cell) => cell;
const contents = ({ kept }: MemoryKeeper) =>
  [...kept.values()].map(timeless).sort((a, b) => (a.key < b.key ? -1 : 1));
const judgmentsIn = ({ kept }: MemoryKeeper): JudgmentCell[] =>
  [...kept.values()].filter((cell) => cell.kind === 'judgment');

const document = smallDocument({ scorers: [{ kind: 'lab-80' }, single] });

describe('A run with a judge', () => {
  it('judges every answer once, and scores it by what was said', async () => {
    const { keeper, go, results } = running(document);
    const record = await go();
    const answers = [...keeper.kept.values()].filter(({ kind }) => kind === 'answer');
    const judgments = judgmentsIn(keeper);
    expect(judgments).toHaveLength(answers.length);
    expect(record.cells).toEqual({
      total: 2 * answers.length,
      done: 2 * answers.length,
      failed: 0,
    });
    expect(new Set(keeper.times.values())).toEqual(new Set([1]));
    expect(new Set(judgments.flatMap(({ of }) => of))).toEqual(
      new Set(answers.map(({ key }) => key)),
    );
    for (const { planned, scores } of (await results()).rows) {
      if (planned.kind !== 'answer') continue;
      const { reply } = judgments.find(({ of }) => of[0] === planned.key) as JudgmentCell;
      const scored = scores['judge/twin/single/parsed'];
      expect(scored && 'value' in scored && `Rating: [[${scored.value}]]`).toBe(reply);
    }
    expect(record.models.map(({ id }) => id)).toEqual(['lab-base-4m', 'lab-instruct-4m']);
  });

  it('shows a second turn with all that was said before it', async () => {
    const { keeper, go } = running(document);
    await go();
    const texts = new Map(
      [...keeper.kept.values()].flatMap((cell) =>
        cell.kind === 'answer' ? [[cell.key, cell.generation.text] as const] : [],
      ),
    );
    const { cells } = await readRound(keeper.stored[0]);
    const first = new Map<string, string>(
      cells.flatMap(({ kind, turn, arm, item, seed, key }) =>
        kind === 'answer' && turn === 1 ? [[`${arm}/${item}/${seed}`, key] as const] : [],
      ),
    );
    for (const judgment of judgmentsIn(keeper)) {
      const planned = cells.find(({ key }) => key === judgment.key);
      const { turn, arm, item, seed } = planned ?? {};
      const whole = `${keeper.texts.get(judgment.prompt.recipe) ?? ''}${judgment.prompt.live}`;
      expect(whole).toContain(texts.get(judgment.of[0] ?? ''));
      if (turn === 2) expect(whole).toContain(texts.get(first.get(`${arm}/${item}/${seed}`) ?? ''));
    }
  });

  it('gives one judgment for every way of reading it', async () => {
    const readings = ['parsed', 'weighted', 'calibrated'].map((as) => ({ ...single, as }));
    const { keeper, go, results } = running(smallDocument({ scorers: readings }));
    await go();
    const plain = running(smallDocument({ scorers: [single] }));
    await plain.go();
    expect(contents(keeper)).toEqual(contents(plain.keeper));
    const rows = (await results()).rows.filter(({ planned }) => planned.kind === 'answer');
    for (const { scores } of rows) {
      expect(Object.keys(scores)).toHaveLength(3);
      for (const scored of Object.values(scores)) expect(scored).toHaveProperty('value');
    }
    for (const { choices } of judgmentsIn(keeper)) expect(choices).toHaveLength(10);
  });

  it('asks nothing that is stored', async () => {
    const first = running(document);
    await first.go();
    const second = running(document, first.keeper);
    await second.go();
    expect(second.engines.flatMap(({ asked }) => asked)).toEqual([]);
  });
});

describe('Where judges sit', () => {
  it('changes nothing in what they say', async () => {
    const says = rate;
    const beside = running(document);
    await beside.go({ arms: { says } });
    const after = running(document);
    await after.go({ room: 0 });
    expect(contents(after.keeper)).toEqual(contents(beside.keeper));
    expect(beside.engines).toHaveLength(2);
    expect(beside.engines[0]?.loads).toEqual(['lab-base-4m']);
    expect(beside.engines[1]?.loads).toEqual(['lab-instruct-4m']);
    expect(beside.engines.map(({ disposed }) => disposed)).toEqual([false, true]);
    expect(after.engines).toHaveLength(1);
    // looked at before anything is stored, then the arms, then once more
    expect(after.engines[0]?.loads).toEqual(['lab-instruct-4m', 'lab-base-4m', 'lab-instruct-4m']);
  });

  it('has the first answers judged while others are still to come, where there is room', async () => {
    const many = smallDocument({
      questions: { bench: 'lab-80', split: 'test', part: 'world', limit: 40 },
      scorers: [single],
    });
    const kinds = async (room: number) => {
      const { keeper, go } = running(many);
      await go({ room });
      return [...keeper.kept.values()].map(({ kind }) => kind);
    };
    const beside = await kinds(plenty);
    expect(beside.indexOf('judgment')).toBeLessThan(beside.lastIndexOf('answer'));
    const after = await kinds(0);
    expect(after.indexOf('judgment')).toBeGreaterThan(after.lastIndexOf('answer'));
  });
});

describe('What goes wrong', () => {
  it('survives crashes of both workers at any moment with the same result', async () => {
    const undisturbed = running(document);
    await undisturbed.go();
    const moments = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 });
    // breaks once or twice in a row: the block is tried again, and once more
    const breakingAt = (moment: number) => {
      let left = moment;
      return () => (--left === 0 || left === -1 ? ('crash' as const) : undefined);
    };
    await fc.assert(
      fc.asyncProperty(moments, moments, async (ofArms, ofJudge) => {
        const { keeper, go } = running(document);
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
    const undisturbed = running(document);
    await undisturbed.go();
    for (const at of [3, 20, 40]) {
      const { keeper, go } = running(document);
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
    const { keeper, go } = running(document);
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
    const { keeper, go, results } = running(
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
    const { keeper, go } = running(
      smallDocument({ questions, factors: [bare], turns: 1, scorers: [single] }),
    );
    await expect(go()).rejects.toThrow('The judge Lab instruct 4M has room for 2048 tokens');
    expect(keeper.kept.size).toBe(0);
  });

  it('lists replies without a rating with their texts, and counts them nowhere as 0', async () => {
    const says = (key: string) => (key < '8' ? 'Splendid, really.' : rate(key));
    const { keeper, go, results } = running(smallDocument({ scorers: [single] }));
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
    const { keeper, go, results } = running(paired);
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
    const { go, results } = running(paired);
    await go({ judge: { says: () => '[[A]]' } });
    const summary = await summaryOf(await indexRows(await results()));
    const [table] = summary.tables.filter(({ scorer }) => scorer.kind === 'judge');
    expect(table?.cells[1]?.map((cell) => cell?.value)).toEqual([0.5, 0.5, 0.5]);
  });
});
