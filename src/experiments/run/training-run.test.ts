import { describe, expect, it } from 'vitest';
import { Problem } from '../../domain/problem.ts';
import type { ExperimentDocument } from '../document/document.ts';
import { smallDocument } from '../testing/documents.ts';
import { MemoryAdapters } from '../testing/memory-adapters.ts';
import { ruleEngine, type Trouble } from '../testing/rule-engine.ts';
import { RuleFiles } from '../testing/rule-trainings.ts';
import { MemoryKeeper, models, shelf } from '../testing/world.ts';
import { newExperiment } from './new-experiment.ts';
import type { RunProgress } from './progress.ts';
import { runExperiment, type RunnerParts } from './run-experiment.ts';

const bench = shelf();
const book = models();

/** ICL and IFT on the same three demonstrations of the pool. */
const document = smallDocument({
  fixed: {
    rules: false,
    demonstrations: [{ take: 'pool' }],
    decoding: { maxNewTokens: 8 },
  },
  factors: [
    {
      name: 'method',
      levels: [
        { label: 'ICL', set: {} },
        {
          label: 'IFT',
          set: { tuning: { kind: 'sft', preset: 'classroom', changes: { maxLength: 2000 } } },
        },
      ],
    },
  ],
  figure: { kind: 'table', rows: 'method', columns: 'turn' },
});

function running(asked: ExperimentDocument = document) {
  const keeper = new MemoryKeeper();
  const files = new RuleFiles();
  const adapters = new MemoryAdapters();
  const record = newExperiment(asked);
  const told: RunProgress[] = [];
  return {
    keeper,
    files,
    adapters,
    told,
    go: async (trouble: Trouble = {}, more: Partial<RunnerParts> = {}) => {
      const engine = ruleEngine(trouble, files);
      await runExperiment(keeper.record ?? record, asked, {
        keeper,
        adapters,
        shelf: bench,
        models: book,
        engine,
        device: 'auto',
        signal: new AbortController().signal,
        onProgress: (progress) => told.push(progress),
        ...more,
      });
      return engine;
    },
  };
}

const contents = ({ kept }: MemoryKeeper) =>
  [...kept.values()]
    .map(({ createdAt: _, ...cell }) => cell)
    .sort((a, b) => (a.key < b.key ? -1 : 1));

describe('A run with trainings', () => {
  it('trains once for each seed, and asks both turns of the same weights together', async () => {
    const { go, adapters, keeper, told } = running();
    const engine = await go();
    expect(keeper.record?.cells).toMatchObject({ failed: 0 });
    expect([...adapters.byId.keys()]).toHaveLength(2);
    const switches = engine.adapters.filter((id, i) => i === 0 || id !== engine.adapters[i - 1]);
    expect(switches).toHaveLength(3);
    expect(switches[0]).toBeUndefined();
    const tuned = [...keeper.kept.values()].flatMap((cell) =>
      cell.kind === 'answer' && cell.tuning ? [cell.tuning] : [],
    );
    expect(tuned).toHaveLength(4 * 2 * 2);
    for (const { adapter } of tuned) expect([...adapters.byId.keys()]).toContain(adapter);
    expect(new Set(tuned.map(({ training }) => training)).size).toBe(2);
    const trained = told.filter(({ stage }) => stage === 'training');
    expect(trained.at(-1)?.training).toMatchObject({ number: 2, of: 2 });
    expect(trained.at(-1)?.training?.step).toBe(trained.at(-1)?.training?.steps);
  });

  it('names the training in the record of what it came to', async () => {
    const { go, adapters } = running();
    await go();
    const [adapter] = adapters.byId.values();
    expect(adapter?.name).toBe('Small: IFT, seed 1');
    expect(adapter?.origin).toMatchObject({
      kind: 'trained',
      settings: { method: 'sft', seed: 1, validation: 0, template: 'urial-fenced' },
      data: { rows: 3 },
    });
  });

  it('trains nothing that was trained before', async () => {
    const first = running();
    await first.go();
    const { go, keeper, files } = running();
    for (const id of first.files.adapters) files.adapters.add(id);
    await go({}, { adapters: first.adapters });
    expect(files.steps).toEqual([]);
    expect(contents(keeper)).toEqual(contents(first.keeper));
  });

  it('trains again what has lost its weights, to the same', async () => {
    const first = running();
    await first.go();
    const { go, keeper, files } = running();
    for (const id of first.adapters.byId.keys()) first.adapters.gone.add(id);
    await go({}, { adapters: first.adapters });
    expect(files.steps).toEqual(first.files.steps);
    expect(contents(keeper)).toEqual(contents(first.keeper));
  });

  it('goes on from the checkpoint after a crash and after a stop, with the same result', async () => {
    const undisturbed = running();
    await undisturbed.go();
    const { go, files, keeper } = running();
    const stop = new AbortController();
    let steps = 0;
    const beforeStep = (): 'crash' | undefined => {
      steps++;
      if (steps === 20) stop.abort();
      return steps === 7 || steps === 12 ? 'crash' : undefined;
    };
    await expect(go({ beforeStep }, { signal: stop.signal })).rejects.toThrow('stopped');
    expect(files.checkpoints.size).toBe(1);
    await go();
    expect(files.steps).toHaveLength(undisturbed.files.steps.length);
    expect(contents(keeper)).toEqual(contents(undisturbed.keeper));
  });

  it('fails the cells of a training that comes to no number, by step and rows, and no others', async () => {
    const { go, keeper } = running();
    const bad = new Set<string>();
    await go({
      beforeStep: (id, step) => {
        if (step === 5 && bad.size === 0) bad.add(id);
        return step === 5 && bad.has(id) ? 'diverge' : undefined;
      },
    });
    expect(keeper.record).toMatchObject({ state: 'finished', cells: { failed: 4 * 2 } });
    const failed = [...keeper.kept.values()].find(({ kind }) => kind === 'failed');
    expect(failed).toMatchObject({
      problem: {
        code: 'training-diverged',
        message: expect.stringMatching(/^IFT, seed 1: Step 5 .* rows \d/) as string,
      },
    });
  });

  it('refuses what does not fit into a row before anything is stored', async () => {
    const tight = smallDocument({
      ...document,
      factors: [
        {
          name: 'method',
          levels: [
            {
              label: 'IFT',
              set: { tuning: { kind: 'sft', preset: 'classroom', changes: { maxLength: 9 } } },
            },
          ],
        },
      ],
    });
    const { go, keeper } = running(tight);
    const problem = await go().catch((thrown: unknown) => Problem.from(thrown));
    expect(problem).toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(/^“IFT, seed 1”: .*Demonstration 1: \d+ tokens/) as string,
    });
    expect(keeper.stored).toEqual([]);
  });

  it('has nothing left to wait for at the end', async () => {
    const { go, told } = running();
    await go();
    expect(told.at(-1)?.training).toBeUndefined();
    expect(told.at(-1)?.stage).toBe('finished');
  });
});
