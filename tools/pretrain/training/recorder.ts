import { appendLog } from './log.ts';
import { tokensAt, type Plan, type PlannedStage } from './plan.ts';
import { duration, Speed, type ProgressPrinter } from './progress.ts';
import type { ValidationScores } from './scores.ts';
import type { StepResult } from './stepper.ts';

/** Tells what happens in a run: to the log, for plots, and to the person who waits. */
export class Recorder {
  private readonly plan: Plan;
  private readonly log: string;
  private readonly printer: ProgressPrinter;
  private readonly speed = new Speed();

  /** @param log path of the JSONL log */
  constructor(plan: Plan, log: string, printer: ProgressPrinter) {
    this.plan = plan;
    this.log = log;
    this.printer = printer;
  }

  resumed(step: number): void {
    this.printer.note(`Going on from the checkpoint at step ${step} of ${this.plan.steps}.`);
  }

  stage({ stage, firstStep, steps }: PlannedStage): void {
    this.printer.note(
      `Stage ${stage.name}: steps ${firstStep + 1} to ${firstStep + steps}, ` +
        `${stage.batch} rows of ${stage.length} tokens each.`,
    );
  }

  /** @param step steps done, this one included */
  step(
    { stage, tokensPerStep }: PlannedStage,
    step: number,
    { loss, gradientNorm }: StepResult,
    learningRate: number,
    seconds: number,
  ): void {
    const tokens = tokensAt(this.plan, step);
    const place = { step, tokens, stage: stage.name };
    appendLog(this.log, { kind: 'step', ...place, loss, gradientNorm, learningRate, seconds });
    const tokensPerSecond = this.speed.add(tokensPerStep, seconds);
    const secondsLeft = (this.plan.tokens - tokens) / tokensPerSecond;
    const { steps } = this.plan;
    this.printer.update({ ...place, steps, loss, learningRate, tokensPerSecond, secondsLeft });
  }

  validation(step: number, scores: ValidationScores): void {
    appendLog(this.log, {
      kind: 'validation',
      step,
      tokens: tokensAt(this.plan, step),
      ...scores,
    });
    const examples = Object.entries(scores.examples)
      .map(([n, loss]) => `${n}: ${loss === null ? 'none' : loss.toFixed(3)}`)
      .join(', ');
    this.printer.note(
      `Validation after ${step} steps: loss ${scores.loss.toFixed(3)}; by example ${examples}.`,
    );
  }

  saved(step: number, seconds: number): void {
    this.printer.note(`Checkpoint at step ${step}, after ${duration(seconds)} of training.`);
  }
}
