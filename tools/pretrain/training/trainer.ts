import { initialParameters } from '../../../src/onnx/llama/parameters.ts';
import type { LlamaConfig } from '../../../src/onnx/llama/config.ts';
import type { PretrainingRecipe } from '../recipes/recipe.ts';
import { CheckpointError, readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { stageSeed, type DocumentSource } from './fingerprint.ts';
import { appendLog, rewindLog } from './log.ts';
import { OptimizerState } from './optimizer-state.ts';
import { planRun, stageAt, tokensAt, type Plan, type PlannedStage } from './plan.ts';
import { duration, Speed, type ProgressPrinter } from './progress.ts';
import { RowStream, type RowTokenizer } from './rows.ts';
import { learningRate } from './schedule.ts';
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
  private readonly speed = new Speed();
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
      printer.note(`Going on from the checkpoint at step ${this.step} of ${this.plan.steps}.`);
    } else {
      this.state = OptimizerState.fresh(initialParameters(config, recipe.seed));
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
    const { recipe, config, tokenizer, documentAt, printer, signal } = this.inputs;
    const { stage, index } = planned;
    const end = planned.firstStep + planned.steps;
    const seed = stageSeed(recipe, index);
    const rows = new RowStream(
      (document) => documentAt(seed, stage.corpus, document),
      tokenizer,
      stage.length,
      this.documents,
    );
    const stepper = await Stepper.open(config, recipe.optimizer, stage);
    printer.note(
      `Stage ${stage.name}: steps ${planned.firstStep + 1} to ${end}, ` +
        `${stage.batch} rows of ${stage.length} tokens each.`,
    );
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
    const { recipe, workspace, printer } = this.inputs;
    const { stage, tokensPerStep } = planned;
    const start = performance.now();
    const update = this.step + 1;
    const tokens = tokensAt(this.plan, update);
    const rate = learningRate(recipe.optimizer, tokens, this.plan.tokens);
    const batch = Array.from({ length: stage.batch }, () => rows.read());
    const result = await stepper.step(this.state, batch, rate, update);
    this.refuseIfDiverged(result, update, rate);
    const seconds = (performance.now() - start) / 1000;
    this.step = update;
    this.seconds += seconds;
    const place = { step: update, tokens, stage: stage.name };
    appendLog(workspace.log, { kind: 'step', ...place, ...result, learningRate: rate, seconds });
    const tokensPerSecond = this.speed.add(tokensPerStep, seconds);
    printer.update({
      ...place,
      steps: this.plan.steps,
      loss: result.loss,
      learningRate: rate,
      tokensPerSecond,
      secondsLeft: (this.plan.tokens - tokens) / tokensPerSecond,
    });
  }

  private refuseIfDiverged(result: StepResult, update: number, rate: number): void {
    if (Number.isFinite(result.loss) && Number.isFinite(result.gradientNorm)) return;
    throw new DivergedError(
      `Training diverged at step ${update}: loss ${result.loss}, gradient norm ` +
        `${result.gradientNorm}, learning rate ${rate.toExponential(2)}. The last checkpoint is ` +
        'kept as it was. Lower peakLearningRate in the recipe, then start over with --fresh.',
    );
  }

  private async validateIfDue(): Promise<void> {
    const { recipe, workspace, printer, validate } = this.inputs;
    const last = this.step === this.plan.steps;
    if (this.step % recipe.validation.everySteps !== 0 && !last) return;
    const scores = await validate(this.state.vectors().parameters);
    const tokens = tokensAt(this.plan, this.step);
    appendLog(workspace.log, { kind: 'validation', step: this.step, tokens, ...scores });
    const examples = Object.entries(scores.examples)
      .map(([n, loss]) => `${n}: ${loss === null ? 'none' : loss.toFixed(3)}`)
      .join(', ');
    printer.note(
      `Validation after ${this.step} steps: loss ${scores.loss.toFixed(3)}; by example ${examples}.`,
    );
  }

  private saveIfDue(now: boolean): void {
    const { workspace, fingerprint, printer, checkpointSeconds = 120 } = this.inputs;
    if (!now && performance.now() - this.lastSave < checkpointSeconds * 1000) return;
    const { step, documents, seconds } = this;
    writeCheckpoint(workspace.checkpoint, {
      step,
      documents,
      seconds,
      fingerprint,
      ...this.state.vectors(),
    });
    this.lastSave = performance.now();
    printer.note(`Checkpoint at step ${step}, after ${duration(seconds)} of training.`);
  }
}
