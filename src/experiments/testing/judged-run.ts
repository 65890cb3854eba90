import type { Cell, JudgmentCell } from '../../domain/cell.ts';
import type { Engine } from '../../engine/engine.ts';
import type { ExperimentDocument } from '../document/document.ts';
import { readRound } from '../plan/read-round.ts';
import { assemble } from '../results/assemble.ts';
import { newExperiment } from '../run/new-experiment.ts';
import type { RunProgress } from '../run/progress.ts';
import { runExperiment } from '../run/run-experiment.ts';
import { ruleEngine, type Trouble } from './rule-engine.ts';
import { MemoryKeeper, models, shelf } from './world.ts';

const bench = shelf();
const book = models();

const twin = { by: 'model', model: 'twin' };
/** Each answer by itself. */
export const single = { kind: 'judge', judge: twin };
/** Each answer beside that of the arm "bare". */
export const against = { ...single, mode: { against: { arm: 'bare' } } };

/** A rating that a cell's key decides. */
export const rate = (key: string): string =>
  `Rating: [[${1 + (Number.parseInt(key.slice(0, 6), 16) % 10)}]]`;
/** Room for both. */
export const plenty = 2 ** 40;

/** How a run goes: what its workers suffer and say, and what room there is. */
interface Way {
  arms?: Trouble;
  judge?: Trouble;
  room?: number;
  again?: boolean;
  signal?: AbortSignal;
}

/** A document with judges, run by rule engines in workers of their own. */
export function judgedRun(document: ExperimentDocument, keeper = new MemoryKeeper()) {
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

/** All but what says when. */
const timeless = ({ createdAt: _, ...cell }: Cell) => cell;
export const contents = ({ kept }: MemoryKeeper) =>
  [...kept.values()].map(timeless).sort((a, b) => (a.key < b.key ? -1 : 1));
export const judgmentsIn = ({ kept }: MemoryKeeper): JudgmentCell[] =>
  [...kept.values()].filter((cell) => cell.kind === 'judgment');
