import type { TrainingPlan } from '../../src/domain/training/plan.ts';
import type { Trained as TrainedNumbers } from '../../src/onnx/training/trained.ts';
import type {
  Calls,
  StoredTraining,
  Trained,
  TrainingEvent,
  TrainingRequest,
} from '../protocol.ts';
import { checkRows } from './batches/check-rows.ts';
import { unitsOf, type TrainingUnits } from './batches/units.ts';
import type { Checkpoint } from './checkpoints/checkpoint.ts';
import { CheckpointKeeper, keptTrainings } from './checkpoints/keeper.ts';
import { Control } from './control.ts';
import type { Folder } from '../files/folder.ts';
import type { TrainingGround } from './ground.ts';
import type { Prepared } from './prepare.ts';
import { alreadyTraining, memoryShort, otherTraining } from './problems.ts';
import { freshCheckpoint, freshState, identityOf } from './start.ts';
import type { Trainer } from './trainer.ts';

/** What a training may be given beside its request. */
export interface TrainingOptions {
  signal: AbortSignal;
  tell: (event: TrainingEvent) => void;
}

/** Numbers in training, as they are now. */
export interface LiveNumbers {
  readonly trained: TrainedNumbers;
  readonly parameters: Float32Array<ArrayBuffer>;
  /** Steps that they have seen. */
  readonly step: number;
}

/** Graphs and their gradients: much of a worker's code, fetched where something is trained. */
const preparing = () => import('./prepare.ts');
const training = () => import('./trainer.ts');

interface AtWork {
  readonly id: string;
  readonly control: Control;
  readonly prepared: Prepared;
  readonly trainer: Trainer;
}

/** The trainings of a model: planned, one at a time under way, held up and let go on. */
export class TrainingDesk {
  readonly #ground: () => Promise<TrainingGround>;
  /** Whose training is under way, from its asking on. */
  #taken: { id: string; control: Control } | null = null;
  #atWork: AtWork | null = null;

  /** @param ground made when it is first needed: reading a decoder for training takes a while */
  constructor(ground: () => Promise<TrainingGround>) {
    this.#ground = ground;
  }

  async plan({ settings, lengths }: Calls['planTraining']['input']): Promise<TrainingPlan> {
    const [ground, { prepare }] = await Promise.all([this.#ground(), preparing()]);
    const most = Math.min(settings.maxLength, ground.base.contextLength);
    const leftOut = lengths.training.flatMap((tokens, row) =>
      tokens > most ? [{ row, tokens, most }] : [],
    );
    const texts = settings.method === 'dpo' ? 2 : 1;
    const extents = (list: readonly number[]) =>
      Array.from({ length: Math.floor(list.length / texts) }, (_, i) =>
        list.slice(i * texts, (i + 1) * texts),
      )
        .filter((unit) => unit.every((tokens) => tokens <= most))
        .map((unit) => ({
          length: Math.max(...unit) - 1,
          // all of them, at most
          learnt: unit.reduce((a, b) => a + b, 0),
        }));
    const { plan } = prepare(
      ground.base,
      settings,
      { training: extents(lengths.training), validation: extents(lengths.validation) },
      meansOf(ground),
    );
    return { ...plan, leftOut };
  }

  /**
   * Trains, or goes on with what was left, or gives what it came to where it was finished.
   * @throws Problem
   */
  async train(request: TrainingRequest, { signal, tell }: TrainingOptions): Promise<Trained> {
    if (this.#taken) throw alreadyTraining(this.#taken.id);
    const { id } = request;
    const control = new Control(signal);
    this.#taken = { id, control };
    try {
      const [ground, { prepare }] = await Promise.all([this.#ground(), preparing()]);
      const units = unitsOf(request.rows);
      checkRows(units, ground.base);
      const prepared = prepare(ground.base, request.settings, units, meansOf(ground));
      const { bytes, allowed } = prepared.plan;
      if (bytes > allowed) throw memoryShort(bytes, allowed);
      return await this.#train(ground, request, { units, prepared }, { control, tell });
    } finally {
      this.#taken = null;
    }
  }

  async #train(
    ground: TrainingGround,
    request: TrainingRequest,
    { units, prepared }: { units: TrainingUnits; prepared: Prepared },
    { control, tell }: { control: Control; tell: TrainingOptions['tell'] },
  ): Promise<Trained> {
    const { id, settings } = request;
    const { plan, trained } = prepared;
    const keeper = new CheckpointKeeper(ground.folder, id);
    const identity = await identityOf(ground.base, request);
    const kept = await keptOf(keeper, id, identity, ground);
    const fresh = () => freshState(trained, ground.base, settings.seed);
    const checkpoint = kept ?? freshCheckpoint(trained, ground.base, identity, plan.steps, fresh());
    const { step: done, curve, seconds, finished, weights, device } = checkpoint.course;
    tell({ kind: 'begun', plan, done, curve, seconds });
    if (finished) return { file: { ...finished, weights }, curve, device, seconds };
    const parts = { units, prepared, checkpoint, keeper };
    const { Trainer } = await training();
    const trainer = new Trainer(ground, request, parts, control, tell);
    this.#atWork = { id, control, prepared, trainer };
    try {
      return await trainer.run();
    } finally {
      this.#atWork = null;
    }
  }

  pause(id: string): void {
    if (this.#taken?.id === id) this.#taken.control.pause();
  }

  resume(id: string): void {
    if (this.#taken?.id === id) this.#taken.control.resume();
  }

  /** What is in training under this id; null where nothing is. */
  async live(id: string): Promise<LiveNumbers | null> {
    if (this.#atWork?.id !== id) return null;
    const { trainer, prepared } = this.#atWork;
    return {
      trained: prepared.trained,
      parameters: await trainer.parameters(),
      step: trainer.step,
    };
  }
}

const meansOf = ({ allowed, devices }: TrainingGround) => ({
  allowed,
  devices: devices.map(({ kind }) => kind),
});

/**
 * What was left of a training; null where nothing was, or what it came to has been removed since.
 * @throws Problem 'bad-input' where it is another training's
 */
async function keptOf(
  keeper: CheckpointKeeper,
  id: string,
  identity: string,
  { has }: TrainingGround,
): Promise<Checkpoint | null> {
  const kept = await keeper.load();
  if (!kept) return null;
  if (kept.course.identity !== identity) throw otherTraining(id);
  const { finished } = kept.course;
  if (!finished || (await has(finished.id))) return kept;
  await keeper.remove();
  return null;
}

/** Trainings that were left in the middle. */
export async function storedTrainings(folder: Folder): Promise<StoredTraining[]> {
  const stored: StoredTraining[] = [];
  for (const id of await keptTrainings(folder)) {
    const kept = await new CheckpointKeeper(folder, id).load();
    if (!kept || kept.course.finished) continue;
    const { step, steps } = kept.course;
    stored.push({ id, step, steps, bytes: 12 * kept.state.parameters.length });
  }
  return stored;
}
