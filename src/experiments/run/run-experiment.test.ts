import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../domain/cell.ts';
import { Problem } from '../../domain/problem.ts';
import type { ExperimentDocument } from '../document/document.ts';
import { smallDocument } from '../testing/documents.ts';
import { ruleEngine, type Trouble } from '../testing/rule-engine.ts';
import { MemoryKeeper, models, shelf } from '../testing/world.ts';
import { newExperiment } from './new-experiment.ts';
import type { RunProgress } from './progress.ts';
import { runExperiment, type RunnerParts } from './run-experiment.ts';

const bench = shelf();
const book = models();

function running(document: ExperimentDocument, keeper = new MemoryKeeper()) {
  const record = newExperiment(document);
  const told: RunProgress[] = [];
  return {
    keeper,
    told,
    go: (trouble: Trouble = {}, more: Partial<RunnerParts> = {}) => {
      const engine = ruleEngine(trouble);
      return runExperiment(keeper.record ?? record, document, {
        keeper,
        shelf: bench,
        models: book,
        engine,
        device: 'auto',
        signal: new AbortController().signal,
        onProgress: (progress) => told.push(progress),
        ...more,
      });
    },
  };
}

/** All but what says when. */
const timeless = ({ createdAt: _, ...cell }: Cell) => cell;
const contents = ({ kept }: MemoryKeeper) =>
  [...kept.values()].map(timeless).sort((a, b) => (a.key < b.key ? -1 : 1));

const document = smallDocument({ scorers: [{ kind: 'lab-80' }, { kind: 'likelihood' }] });

describe('A run', () => {
  it('keeps every cell once and says that it is finished', async () => {
    const { keeper, told, go } = running(document);
    const record = await go();
    expect(record.state).toBe('finished');
    expect(record.cells).toEqual({ total: keeper.kept.size, done: keeper.kept.size, failed: 0 });
    expect(new Set(keeper.times.values())).toEqual(new Set([1]));
    expect(told.at(-1)?.stage).toBe('finished');
    expect(record.models.map(({ id }) => id)).toEqual(['lab-base-4m']);
  });

  it('puts the model’s own first answer into the second turn', async () => {
    const { keeper, go } = running(document);
    await go();
    const answers = [...keeper.kept.values()].filter((cell) => cell.kind === 'answer');
    const firsts = answers.map(({ generation }) => generation.text);
    const seconds = answers.filter(({ prompt }) => firsts.some((it) => prompt.live.includes(it)));
    expect(seconds).toHaveLength(answers.length / 2);
  });

  it('keeps the text before the live conversation under its hash, and none of the chat layout', async () => {
    const chat = { label: 'chat', set: { template: 'chat' } };
    const { keeper, go } = running(
      smallDocument({ factors: [{ name: 'arm', levels: [{ label: 'URIAL', set: {} }, chat] }] }),
    );
    expect((await go()).cells.failed).toBe(0);
    expect(keeper.texts.size).toBe(2); // one for each seed's style
  });

  it('asks nothing that is stored', async () => {
    const first = running(document);
    await first.go();
    const engine = ruleEngine();
    await running(document, first.keeper).go({}, { engine });
    expect(engine.asked).toEqual([]);
  });

  it('stops where it is told to, and goes on from there', async () => {
    const undisturbed = running(document);
    await undisturbed.go();
    const { keeper, go } = running(document);
    const stop = new AbortController();
    let left = 5;
    const abortSoon = () => {
      if (--left === 0) stop.abort();
      return undefined;
    };
    await expect(go({ beforeCell: abortSoon }, { signal: stop.signal })).rejects.toThrow('stopped');
    expect(keeper.record?.state).toBe('stopped');
    expect(keeper.kept.size).toBeGreaterThan(0);
    await go();
    expect(contents(keeper)).toEqual(contents(undisturbed.keeper));
  });

  it('survives crashes at any moment with the same result, each cell kept once', async () => {
    const undisturbed = running(document);
    await undisturbed.go();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }),
        async (moments) => {
          const { keeper, go } = running(document);
          for (const moment of [...moments, Infinity]) {
            let left = moment;
            // breaks twice in a row: the block is tried again, and once more
            const beforeCell = () => {
              left--;
              return left === 0 || left === -1 ? ('crash' as const) : undefined;
            };
            await go({ beforeCell });
          }
          expect(contents(keeper)).toEqual(contents(undisturbed.keeper));
          expect(new Set(keeper.times.values())).toEqual(new Set([1]));
        },
      ),
      { numRuns: 12 },
    );
  });

  it('gives up a worker that breaks every time, keeps what is there, and says why', async () => {
    const { keeper, go } = running(document);
    let cells = 0;
    const beforeCell = () => (++cells > 6 ? ('crash' as const) : undefined);
    await expect(go({ beforeCell })).rejects.toThrow('struck');
    expect(keeper.record?.state).toBe('stopped');
    expect(keeper.kept.size).toBe(6);
  });

  it('keeps a prompt without room as a failure, never as a score', async () => {
    const long = { query: 'x'.repeat(3000), reference: 'y' };
    const questions = {
      bench: 'given',
      items: [
        { id: 'long', turns: [long] },
        { id: 'short', turns: [{ query: 'Hello?', reference: 'Hi.' }] },
      ],
    };
    const { keeper, go } = running(
      smallDocument({ questions, turns: 1, scorers: [{ kind: 'exact' }] }),
    );
    const record = await go();
    expect(record.cells.failed).toBe(2);
    const failed = [...keeper.kept.values()].find(({ kind }) => kind === 'failed');
    expect(failed).toMatchObject({ problem: { code: 'context-exceeded' } });
  });

  it('does not go on with a lab that has changed', async () => {
    const { keeper, go } = running(document);
    await go();
    const [round] = keeper.stored as { cells: { key: string }[] }[];
    if (round?.cells[0]) round.cells[0].key = '0'.repeat(64);
    const problem = await go().catch((thrown: unknown) => Problem.from(thrown));
    expect(problem).toMatchObject({ code: 'bad-input' });
  });
});
