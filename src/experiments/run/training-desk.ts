import type { CellTuning } from '../../domain/cell.ts';
import type { DeviceChoice } from '../../domain/model.ts';
import { Problem } from '../../domain/problem.ts';
import { trainingIdentity } from '../../domain/training/identity.ts';
import { stepCount } from '../../domain/training/course.ts';
import type { Engine } from '../../engine/engine.ts';
import type { LoadedModel, TrainingEvent } from '../../../workers/protocol.ts';
import type { Round } from '../plan/plan.ts';
import type { ReadyTraining } from '../plan/tunings.ts';
import type { AdapterShelf, TrainingOf } from '../tuning/adapters.ts';
import { adapterOf, placeOf, rowsOf, type ReadyRows } from '../tuning/ready-rows.ts';
import type { ProgressMeter } from './progress.ts';

/** What trainings of a round are run with. */
export interface TrainingGround {
  /** Of the experiment: what it trains is named after it. */
  readonly title: string;
  readonly round: Round;
  readonly trainings: ReadonlyMap<string, ReadyTraining>;
  readonly engine: Engine;
  readonly adapters: AdapterShelf;
  readonly device: DeviceChoice;
  readonly meter: ProgressMeter;
  readonly signal: AbortSignal;
}

/** Troubles of a training itself: another try would come to the same. */
const itsOwn: ReadonlySet<string> = new Set([
  'bad-input',
  'context-exceeded',
  'memory-short',
  'training-diverged',
]);

/** Has ready what cells have beside the base's weights: found where it was trained before, else trained now. */
export class TrainingDesk {
  readonly #ground: TrainingGround;
  readonly #failed = new Map<string, Problem>();
  readonly #ready = new Map<string, CellTuning>();

  constructor(ground: TrainingGround) {
    this.#ground = ground;
  }

  /**
   * @param name of a training of the round, or id of an adapter
   * @param loaded the base, which is loaded
   * @returns a Problem where the training failed for good: its cells fail, others go on
   * @throws Problem 'cancelled', or of the worker or the store: then it goes on from its last checkpoint
   */
  async take(name: string, loaded: LoadedModel): Promise<CellTuning | Problem> {
    const known = this.#ready.get(name) ?? this.#failed.get(name);
    if (known) return known;
    const training = this.#ground.trainings.get(name);
    try {
      const ready = training ? await this.#train(training, loaded) : await this.#stored(name);
      this.#ready.set(name, ready);
      return ready;
    } catch (thrown) {
      const problem = Problem.from(thrown);
      if (this.#ground.signal.aborted || !itsOwn.has(problem.code)) throw problem;
      const { code, message, remedy } = problem;
      const where = training ? `${placeOf(this.#ground.round, training)}: ` : '';
      const told = new Problem({ code, message: `${where}${message}`, remedy }, { cause: thrown });
      this.#failed.set(name, told);
      return told;
    }
  }

  async #stored(id: string): Promise<CellTuning> {
    const { adapters } = this.#ground;
    const found = await adapters.find(id);
    if (found && (await adapters.ready(found))) return { adapter: id, training: null };
    throw new Problem({
      code: 'bad-input',
      message: `The weights of the adapter ${id.slice(0, 12)}… are not here.`,
      remedy: 'Import it in the Fine-tune place, then run the failed cells again.',
    });
  }

  async #train(training: ReadyTraining, loaded: LoadedModel): Promise<CellTuning> {
    const { engine, adapters, meter, round } = this.#ground;
    const { settings, name } = training.planned;
    const place = placeOf(round, training);
    meter.training(name, place, { step: 0, steps: 0, loss: null });
    const rows = await rowsOf(training, engine, loaded);
    const { fingerprint } = loaded.identity;
    const identity = await trainingIdentity(fingerprint, settings, rows.data.sha256);
    const of: TrainingOf = { identity, fingerprint, settings, rows: rows.data.sha256 };
    const before = await adapters.trained(of);
    const found = before !== null && (await adapters.ready(before));
    const adapter = found ? before.id : await this.#learn(training, rows, of, loaded);
    meter.trained(name);
    return { adapter, training: identity };
  }

  async #learn(
    training: ReadyTraining,
    rows: ReadyRows,
    of: TrainingOf,
    loaded: LoadedModel,
  ): Promise<string> {
    const { title, round, engine, adapters, device, meter, signal } = this.#ground;
    const { settings, name } = training.planned;
    const place = placeOf(round, training);
    const steps = stepCount(rows.rows.training.length, settings);
    const tell = (event: TrainingEvent): void => {
      if (event.kind === 'begun')
        meter.training(name, place, { step: event.done, steps, loss: null });
      if (event.kind === 'rewound')
        meter.training(name, place, { step: event.step, steps, loss: null });
      if (event.kind === 'step')
        meter.training(name, place, { step: event.point.step, steps, loss: event.point.loss });
    };
    const trained = await engine.train(
      {
        id: of.identity,
        settings,
        rows: rows.rows,
        device,
        validateEvery: 0,
        probes: [],
        probeEvery: 0,
      },
      { signal, onEvent: tell },
    );
    const adapter = adapterOf(`${title}: ${place}`, training, rows, trained, loaded.identity);
    await adapters.put(adapter);
    return adapter.id;
  }
}
