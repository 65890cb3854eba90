import { Problem } from '../../src/domain/problem.ts';
import { learningRateAt, rowsOfStep } from '../../src/domain/training/course.ts';
import type { TrainingStep } from '../../src/domain/training/curve.ts';
import type { Trained, TrainingEvent, TrainingRequest } from '../protocol.ts';
import { runFailed } from '../runtime/problems.ts';
import { evaluationRuns, stepRuns, type Reading, type Run } from './batches/runs.ts';
import type { TrainingUnits } from './batches/units.ts';
import type { Checkpoint, Course } from './checkpoints/checkpoint.ts';
import type { CheckpointKeeper } from './checkpoints/keeper.ts';
import { Saver } from './checkpoints/saver.ts';
import type { Control } from './control.ts';
import type { TrainingGround } from './ground.ts';
import type { Learner } from './learning/learner.ts';
import { openLearner } from './learning/open-learner.ts';
import { pairsOf, referenceOf } from './learning/reference.ts';
import type { Prepared } from './prepare.ts';
import { trainingCancelled, trainingDiverged } from './problems.ts';

/** A step that broke so many sessions without one that went through is given up. */
const mostFailures = 2;

/** A training from a checkpoint, or from its very start, to its last step. */
export class Trainer {
  readonly #ground: TrainingGround;
  readonly #request: TrainingRequest;
  readonly #units: TrainingUnits;
  readonly #prepared: Prepared;
  readonly #control: Control;
  readonly #tell: (event: TrainingEvent) => void;
  readonly #saver: Saver;
  /** As of the last step. */
  #course: Course;
  #learner: Learner | null = null;
  #validationRuns: readonly Run[] | null = null;

  constructor(
    ground: TrainingGround,
    request: TrainingRequest,
    parts: {
      units: TrainingUnits;
      prepared: Prepared;
      checkpoint: Checkpoint;
      keeper: CheckpointKeeper;
    },
    control: Control,
    tell: (event: TrainingEvent) => void,
  ) {
    this.#ground = ground;
    this.#request = request;
    this.#units = parts.units;
    this.#prepared = parts.prepared;
    const { keeper, checkpoint } = parts;
    this.#saver = new Saver(keeper, checkpoint, ground.checkpointPause, tell);
    this.#course = structuredClone(checkpoint.course);
    this.#control = control;
    this.#tell = tell;
  }

  /** What is trained, as it is now. */
  parameters(): Promise<Float32Array<ArrayBuffer>> {
    return this.#learner?.parameters() ?? Promise.resolve(this.#saver.last.state.parameters);
  }

  /** Steps done. */
  get step(): number {
    return this.#course.step;
  }

  /**
   * Trains to the end. A session that breaks is replaced, and the steps since the last checkpoint are
   * taken again.
   * @throws Problem 'cancelled', 'training-diverged', 'device-failed', or what keeping the result throws
   */
  async run(): Promise<Trained> {
    let best = -1;
    for (let failures = 0; ;) {
      try {
        return await this.#toTheEnd();
      } catch (thrown) {
        if (thrown instanceof Problem) throw thrown;
        failures = this.#course.step > best ? 1 : failures + 1;
        best = Math.max(best, this.#course.step);
        if (failures >= mostFailures) throw runFailed(thrown);
        this.#course = structuredClone(this.#saver.last.course);
        const reason = thrown instanceof Error ? thrown.message : String(thrown);
        this.#tell({ kind: 'rewound', step: this.#course.step, reason });
      } finally {
        const learner = this.#learner;
        this.#learner = null;
        await learner?.release().catch(() => undefined); // what broke may not even close
      }
    }
  }

  async #toTheEnd(): Promise<Trained> {
    const learner = await this.#open();
    await this.#look();
    while (this.#course.step < this.#course.steps) {
      await this.#mayGoOn();
      await this.#step(learner);
      await this.#look();
      if (this.#saver.due) await this.#save(learner);
    }
    const parameters = await learner.parameters();
    const { weights } = this.#course;
    const finished = await this.#ground.keep(weights, parameters);
    this.#course.finished = finished;
    await this.#saver.finish(this.#course);
    const { curve, device, seconds } = this.#course;
    return { file: { ...finished, weights }, curve, device, seconds };
  }

  /** Opens the graphs, with the state of the last checkpoint in them. */
  async #open(): Promise<Learner> {
    const { settings, device: wanted } = this.#request;
    const before = this.#course;
    const training = this.#reading('training');
    const rows = rowsOfStep(this.#units.training.length, 1, settings);
    const { learner, kind, reason, timed } = await openLearner(this.#ground, this.#prepared, {
      settings,
      state: this.#saver.last.state,
      wanted: wanted === 'auto' && before.step > 0 ? before.device : wanted,
      run: stepRuns(training, rows)[0] as Run,
    });
    this.#learner = learner;
    this.#tell({ kind: 'device', device: kind, reason, timed });
    this.#course.device = kind;
    if (settings.method === 'dpo' && before.reference.length === 0) await this.#refer(learner);
    return learner;
  }

  /** dpo: asks the base about all answers. */
  async #refer({ sessions }: Learner): Promise<void> {
    const { training, validation } = this.#units;
    const shape = this.#prepared.shapes.at(-1);
    if (!shape) return;
    const check = () => this.#checkCancel();
    const all = [...training, ...validation];
    const found = await referenceOf(all, shape, sessions, this.#ground.turn, check);
    this.#course.reference = found.flat();
  }

  #reading(kind: keyof TrainingUnits): Reading {
    const { layout, shapes } = this.#prepared;
    const units = this.#units[kind];
    const first = kind === 'training' ? 0 : this.#units.training.length;
    const reference = pairsOf(this.#course.reference, first, units.length);
    return { units, reference, layout, shapes };
  }

  async #step(learner: Learner): Promise<void> {
    const { settings } = this.#request;
    const { training } = this.#units;
    const { steps } = this.#course;
    const step = this.#course.step + 1;
    const rows = rowsOfStep(training.length, step, settings);
    const runs = stepRuns(this.#reading('training'), rows);
    const learningRate = learningRateAt(step, steps, settings);
    const start = performance.now();
    const measured = await learner.step(runs, {
      learningRate,
      correction1: 1 - settings.beta1 ** step,
      correction2: 1 - settings.beta2 ** step,
    });
    const { loss, gradientNorm } = measured;
    if (!Number.isFinite(loss) || !Number.isFinite(gradientNorm)) {
      this.#tell({ kind: 'diverged', step, rows });
      throw trainingDiverged(
        step,
        rows.map((row) => row + 1).sort((a, b) => a - b),
        loss,
      );
    }
    const tokens = rows.reduce((sum, row) => sum + (training[row]?.tokens ?? 0), 0);
    const point: TrainingStep = { step, ...measured, learningRate, tokens };
    this.#course.step = step;
    this.#course.curve.steps.push(point);
    this.#course.seconds += (performance.now() - start) / 1000;
    this.#tell({ kind: 'step', point, seconds: this.#course.seconds });
  }

  /** What is due after the steps done: the held-out rows, and the probes. */
  async #look(): Promise<void> {
    const { step, steps, curve } = this.#course;
    const { id, validateEvery, probeEvery, probes } = this.#request;
    const due = (every: number) =>
      step === 0 || step === steps || (every > 0 && step % every === 0);
    const known = curve.validation.some((point) => point.step === step);
    if (due(validateEvery) && !known && this.#units.validation.length > 0) await this.#validate();
    if (!due(probeEvery)) return;
    for (const [probe, job] of probes.entries()) {
      this.#checkCancel();
      const generation = await this.#ground.generate(job, id, this.#control.signal);
      this.#tell({ kind: 'sample', step, probe, generation });
    }
  }

  async #validate(): Promise<void> {
    this.#validationRuns ??= evaluationRuns(this.#reading('validation'));
    const measured = await this.#learner?.evaluate(this.#validationRuns);
    if (!measured || !Number.isFinite(measured.loss)) return;
    const point = { step: this.#course.step, ...measured };
    this.#course.curve.validation.push(point);
    this.#tell({ kind: 'validation', point });
  }

  /** Waits while it is paused; everything is kept before. */
  async #mayGoOn(): Promise<void> {
    const learner = this.#learner;
    if (this.#control.paused && learner) {
      const { step } = this.#course;
      await this.#save(learner);
      this.#tell({ kind: 'paused', step });
      await this.#control.free;
      if (!this.#control.signal.aborted) this.#tell({ kind: 'resumed', step });
    }
    if (this.#control.signal.aborted && learner) await this.#save(learner);
    this.#checkCancel();
  }

  #checkCancel(): void {
    if (this.#control.signal.aborted) throw trainingCancelled(this.#course.step);
  }

  #save(learner: Learner): Promise<void> {
    return this.#saver.save(this.#course, () => learner.snapshot());
  }
}
