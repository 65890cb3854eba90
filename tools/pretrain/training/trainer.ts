import type { LlamaConfig } from '../../../src/onnx/llama/config.ts';
import type { PretrainingRecipe } from '../recipes/recipe.ts';
import { CheckpointError, readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { stageSeed, type DocumentSource } from './fingerprint.ts';
import { rewindLog } from './log.ts';
import { OptimizerState } from './optimizer-state.ts';
import { planRun, stageAt, tokensAt, type Plan, type PlannedStage } from './plan.ts';
import type { ProgressPrinter } from './progress.ts';
import { Recorder } from './recorder.ts';
import { RowStream, type RowTokenizer } from './rows.ts';
import { learningRate } from './schedule.ts';
import { starts } from './starts.ts';
import { Stepper, type StepResult } from './stepper.ts';
import type { ValidationScores } from './scores.ts';
import type { Workspace } from './workspace.ts';

/** The loss or the gradient left the finite numbers. The last checkpoint is untouched. */
export class DivergedError extends Error {
  override readonly name = 'DivergedError';
}

/** What a training run is made of. */
export interface TrainingInputs {
  readonly recipe: PretrainingRecipe;
  readonly config: LlamaConfig;
  readonly tokenizer: RowTokenizer;
  readonly documentAt: DocumentSource;
  /** See `runFingerprint`. */
  readonly fingerprint: string;
  readonly workspace: Workspace;
  readonly printer: ProgressPrinter;
  /** Scores the current parameters on held-out documents. */
  readonly validate: (parameters: Float32Array) => Promise<ValidationScores>;
  /** Asks the run to save and stop after the current step. */
  readonly signal?: AbortSignal;
  readonly checkpointSeconds?: number;
}

/** Where a run stopped. */
export interface TrainingOutcome {
  readonly finished: boolean;
  readonly step: number;
  /** Seconds of training over all sittings. */
  readonly seconds: number;
  readonly parameters: Float32Array;
}

/**
 * Runs a recipe from its checkpoint (or from nothing) to its end, saving as it goes. A run that
 * was stopped and resumed gives the same parameters, bit for bit, as one that was not.
 */
export class Trainer {
  private readonly inputs: TrainingInputs;
  private readonly plan: Plan;
  private readonly recorder: Recorder;
  private readonly state: OptimizerState;
  private step = 0;
  private documents = 0;
  private seconds = 0;
  private lastSave = performance.now();

  /** Takes up the workspace's checkpoint. Throws `CheckpointError` if it is of another run. */
  constructor(inputs: TrainingInputs) {
    this.inputs = inputs;
    const { recipe, config, workspace, printer, fingerprint } = inputs;
    this.plan = planRun(recipe);
    this.recorder = new Recorder(this.plan, workspace.log, printer);
    const saved = readCheckpoint(workspace.checkpoint);
    if (saved && saved.fingerprint !== fingerprint)
      throw new CheckpointError(
        `${workspace.checkpoint} belongs to a run with another recipe, tokenizer or corpus. ` +
          'Undo the change to go on with it, or start over with --fresh.',
      );
    rewindLog(workspace.log, saved?.step ?? 0);
    if (saved) {
      this.state = new OptimizerState(saved);
      ({ step: this.step, documents: this.documents, seconds: this.seconds } = saved);
      this.recorder.resumed(this.step);
    } else {
      this.state = OptimizerState.fresh(starts[recipe.start](config, recipe.seed));
    }
  }

  /** How many numbers the model learns. */
  get parameterCount(): number {
    return this.state.vectors().parameters.length;
  }

  /** Trains to the end, or until the signal aborts. Throws `DivergedError` on a NaN. */
  async run(): Promise<TrainingOutcome> {
    while (this.step < this.plan.steps && !this.inputs.signal?.aborted)
      await this.runStage(stageAt(this.plan, this.step));
    const finished = this.step >= this.plan.steps;
    const { step, seconds } = this;
    return { finished, step, seconds, parameters: this.state.vectors().parameters };
  }

  private async runStage(planned: PlannedStage): Promise<void> {
    const { recipe, config, tokenizer, documentAt, signal } = this.inputs;
    const { stage, index } = planned;
    const end = planned.firstStep + planned.steps;
    const seed = stageSeed(recipe, index);
    const rows = new RowStream((document) => documentAt(seed, stage.corpus, document), tokenizer, {
      length: stage.length,
      emphasis: stage.emphasis,
      first: this.documents,
    });
    const stepper = await Stepper.open(config, recipe.optimizer, stage);
    this.recorder.stage(planned);
    try {
      while (this.step < end && !signal?.aborted) {
        await this.oneStep(stepper, rows, planned);
        this.documents = this.step === end ? 0 : rows.next;
        await this.validateIfDue();
        this.saveIfDue(this.step === end || Boolean(signal?.aborted));
      }
    } finally {
      await stepper.close();
    }
  }

  private async oneStep(stepper: Stepper, rows: RowStream, planned: PlannedStage): Promise<void> {
    const { optimizer } = this.inputs.recipe;
    const start = performance.now();
    const update = this.step + 1;
    const rate = learningRate(optimizer, tokensAt(this.plan, update), this.plan.tokens);
    const batch = Array.from({ length: planned.stage.batch }, () => rows.read());
    const result = await stepper.step(this.state, batch, rate, update);
    this.refuseIfDiverged(result, update, rate);
    const seconds = (performance.now() - start) / 1000;
    this.step = update;
    this.seconds += seconds;
    this.recorder.step(planned, update, result, rate, seconds);
  }

  private refuseIfDiverged({ loss, gradientNorm }: StepResult, update: number, rate: number): void {
    if (Number.isFinite(loss) && Number.isFinite(gradientNorm)) return;
    throw this.diverged(
      `at step ${update}: loss ${loss}, gradient norm ${gradientNorm}, ` +
        `learning rate ${rate.toExponential(2)}`,
    );
  }

  private diverged(how: string): DivergedError {
    return new DivergedError(
      `Training diverged ${how}. The last checkpoint is kept as it was. ` +
        'Lower peakLearningRate in the recipe, then start over with --fresh.',
    );
  }

  private async validateIfDue(): Promise<void> {
    const { recipe, validate } = this.inputs;
    const last = this.step === this.plan.steps;
    if (this.step % recipe.validation.everySteps !== 0 && !last) return;
    this.recorder.validation(this.step, await validate(this.state.vectors().parameters));
  }

  private saveIfDue(now: boolean): void {
    const { workspace, fingerprint, checkpointSeconds = 120 } = this.inputs;
    if (!now && performance.now() - this.lastSave < checkpointSeconds * 1000) return;
    const { step, documents, seconds } = this;
    // A step's loss is that of the parameters before it: look at those after it, too.
    if (!this.state.vectors().parameters.every(Number.isFinite))
      throw this.diverged(`after step ${step}: a parameter is not a finite number`);
    writeCheckpoint(workspace.checkpoint, {
      step,
      documents,
      seconds,
      fingerprint,
      ...this.state.vectors(),
    });
    this.lastSave = performance.now();
    this.recorder.saved(step, seconds);
  }
}
