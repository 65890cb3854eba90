import * as v from 'valibot';
import type { ExperimentRecord } from '../../domain/experiment.ts';
import { Problem } from '../../domain/problem.ts';
import type { DeviceChoice } from '../../domain/model.ts';
import type { Engine } from '../../engine/engine.ts';
import type { ServedBy } from '../../engine/served/served-models.ts';
import type { ExperimentDocument } from '../document/document.ts';
import { seatPlan } from '../judging/seat.ts';
import type { Shelf } from '../material/shelf.ts';
import type { ModelBook } from '../plan/models.ts';
import type { Round } from '../plan/plan.ts';
import type { ReadyTraining } from '../plan/tunings.ts';
import { planRound } from '../plan/plan-round.ts';
import { nextRound } from '../search/next-round.ts';
import { assemble } from '../results/assemble.ts';
import type { Keeper } from './keeper.ts';
import { lookAhead } from './look-ahead.ts';
import { ProgressMeter, type RunProgress } from './progress.ts';
import { JudgeDesk, type JudgingParts } from './judge-desk.ts';
import { lookAtJudges } from './look-at-judges.ts';
import { stopped } from './persist.ts';
import { RoundRun } from './run-round.ts';
import { ModelSlot } from './slot.ts';
import { TrainingDesk } from './training-desk.ts';
import { noAdapters, type AdapterShelf } from '../tuning/adapters.ts';

/** What running takes from the world. */
export interface RunnerParts {
  readonly keeper: Keeper;
  readonly shelf: Shelf;
  readonly models: ModelBook;
  /** What was trained before, and where what is trained now is kept; absent for none. */
  readonly adapters?: AdapterShelf | undefined;
  /** A worker of the experiment's own: what the reader does beside it does not wait. */
  readonly engine: Engine;
  readonly device: DeviceChoice;
  /** What asks served models, after the reader agreed to it; absent: none is asked. */
  readonly served?: ServedBy | undefined;
  /** What judges of the lab sit in; absent: the arms' own worker. */
  readonly judging?: Omit<JudgingParts, 'served'> | undefined;
  readonly onProgress: (progress: RunProgress) => void;
  readonly signal: AbortSignal;
  /** Whether cells that failed before are asked again. */
  readonly again?: boolean;
}

/**
 * Runs an experiment to its end, from wherever it is: what is stored is not asked again, so a new run, a
 * resumed one, and one after a crash are the same thing.
 * @returns its record as it is at the end
 * @throws Problem 'cancelled' when stopped, else what hindered it; in both cases the record says 'stopped'
 */
export async function runExperiment(
  record: ExperimentRecord,
  document: ExperimentDocument,
  parts: RunnerParts,
): Promise<ExperimentRecord> {
  const { keeper, engine, device, signal, onProgress } = parts;
  const meter = new ProgressMeter(onProgress);
  const slot = new ModelSlot(engine, device);
  const { room = 0 } = parts.judging ?? {};
  const judging = new JudgeDesk(
    { ...parts.judging, served: parts.served },
    { engine, slot },
    device,
  );
  let current = record;
  const save = async (state: ExperimentRecord['state']) => {
    const { total, done, failed } = meter.now;
    const updatedAt = new Date().toISOString();
    current = { ...current, state, updatedAt, cells: { total, done, failed } };
    await keeper.put(current);
  };
  try {
    const rounds: Round[] = [];
    const tally = { total: 0, done: 0, failed: 0 };
    for (let number = 0; ; number++) {
      meter.stage('planning', { round: number });
      const results = await assemble(document, rounds, (keys) => keeper.cells(keys));
      const wanted = await nextRound(record.id, document, results, parts.shelf);
      if (!wanted) break;
      const planned = await planRound(document, wanted, parts);
      const { round } = planned;
      const stored = (await keeper.rounds(record.id))[number];
      await checkSame(round, stored);
      judging.sit(seatPlan(planned, room)?.seat ?? 'after');
      // what does not fit is refused before anything is stored
      if (stored === undefined) {
        const loading = ({ subject }: { subject: string }) => meter.stage('loading', { subject });
        await lookAtJudges(planned, document, async ({ model }) => {
          const worker = judging.worker();
          const loaded = await worker.slot.take(model, loading, signal);
          return { engine: worker.engine, loaded };
        });
        await lookAhead(planned, engine, (model) => slot.take(model, loading, signal));
      }
      await keeper.putRound(round);
      rounds.push(round);
      current = { ...current, models: modelsOf(rounds) };
      const keys = [...new Set(round.cells.map(({ key }) => key))];
      const states = await keeper.cellStates(keys);
      const failed = [...states.values()].filter((state) => state === 'failed').length;
      tally.total += keys.length;
      tally.done += states.size - failed;
      tally.failed += failed;
      meter.stage('planning', { ...tally, purpose: round.purpose });
      await save('running');
      const again = parts.again ?? false;
      const { trainings } = planned;
      const { adapters = noAdapters } = parts;
      meter.willTrain(rowsToRead(trainings, tuningsLeft(round, states, again)));
      const desk = new TrainingDesk({
        ...{ title: document.title, round, trainings, engine, adapters, device, meter, signal },
      });
      const { served } = parts;
      const ground = {
        document,
        engine,
        served,
        keeper,
        slot,
        desk,
        judging,
        meter,
        signal,
        again,
      };
      await new RoundRun(ground, planned, states).run();
      ({ total: tally.total, done: tally.done, failed: tally.failed } = meter.now);
    }
    meter.stage('finished');
    await save('finished');
    return current;
  } catch (thrown) {
    meter.stage('stopped');
    await save('stopped');
    throw signal.aborted ? stopped() : thrown;
  } finally {
    judging.close();
    slot.close();
  }
}

/** Trainings that cells still wait for: rows that each reads in all. */
function rowsToRead(
  trainings: ReadonlyMap<string, ReadyTraining>,
  wanted: ReadonlySet<string>,
): Map<string, number> {
  return new Map(
    [...trainings].flatMap(
      ([
        name,
        {
          planned: { examples, settings },
        },
      ]) => (wanted.has(name) ? [[name, examples * settings.epochs] as const] : []),
    ),
  );
}

/** What the weights of those cells have beside the base's that are still to be asked. */
const tuningsLeft = (
  { cells }: Round,
  states: ReadonlyMap<string, 'done' | 'failed'>,
  again: boolean,
): Set<string> =>
  new Set(
    cells.flatMap(({ key, tuning = [] }) => {
      const state = states.get(key);
      return state === 'done' || (state === 'failed' && !again) ? [] : tuning;
    }),
  );

/** The weights of all arms, each once. */
const modelsOf = (rounds: readonly Round[]): ExperimentRecord['models'] => [
  ...new Map(
    rounds.flatMap(({ arms, judges = [] }) =>
      [...arms, ...judges].map(({ model }) => [model.fingerprint, model] as const),
    ),
  ).values(),
];

/**
 * What goes on must be what began.
 * @throws Problem where the lab, its bench or its models have changed since
 */
async function checkSame(round: Round, stored: unknown): Promise<void> {
  if (stored === undefined) return;
  const before = v.safeParse(v.object({ cells: v.array(v.object({ key: v.string() })) }), stored);
  const same =
    before.success &&
    before.output.cells.length === round.cells.length &&
    before.output.cells.every(({ key }, i) => key === round.cells[i]?.key);
  if (same) return;
  throw new Problem({
    code: 'bad-input',
    message: 'The lab has changed since this experiment began: its cells are others now.',
    remedy: 'Its results can still be read. Begin a new experiment from the same document.',
  });
}
