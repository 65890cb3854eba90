import type { InferenceSession } from 'onnxruntime-node';
import type { LlamaConfig } from '../../../src/onnx/llama/config.ts';
import { buildTrainingStep } from '../../../src/onnx/llama/training.ts';
import type { Optimizer } from '../recipes/recipe.ts';
import { tokenFeeds } from './feeds.ts';
import type { OptimizerState } from './optimizer-state.ts';
import type { Row } from './rows.ts';
import { floats, integers, number, openSession, scalar } from './runtime.ts';
import { biasCorrection } from './schedule.ts';

/** What one step tells. */
export interface StepResult {
  /** Weighted mean negative log-probability of a token, nats, before the update. */
  readonly loss: number;
  /** Global L2 norm of the gradient, before clipping. */
  readonly gradientNorm: number;
}

/** The training graph of one batch shape. */
export class Stepper {
  private readonly session: InferenceSession;
  private readonly optimizer: Optimizer;
  private readonly batch: number;
  private readonly length: number;

  private constructor(
    session: InferenceSession,
    optimizer: Optimizer,
    batch: number,
    length: number,
  ) {
    this.session = session;
    this.optimizer = optimizer;
    this.batch = batch;
    this.length = length;
  }

  /** Builds and opens the graph for `batch` rows of `length` tokens. */
  static async open(
    config: LlamaConfig,
    optimizer: Optimizer,
    { batch, length }: { batch: number; length: number },
  ): Promise<Stepper> {
    const { clipNorm, weightDecay, beta1, beta2, epsilon, muon } = optimizer;
    const { bytes } = buildTrainingStep(config, {
      batch,
      length,
      clipNorm,
      weightDecay,
      beta1,
      beta2,
      epsilon,
      muon,
    });
    return new Stepper(await openSession(bytes), optimizer, batch, length);
  }

  /**
   * One update of `state` in place.
   * @param rows `batch` rows of `length + 1` tokens with their weights
   * @param update number of this update over the whole run, from 1
   */
  async step(
    state: OptimizerState,
    rows: readonly Row[],
    learningRate: number,
    update: number,
  ): Promise<StepResult> {
    const { batch, length, optimizer } = this;
    const { ids, labels, weights } = tokenFeeds(
      rows.map(({ tokens }) => tokens),
      batch,
      length,
    );
    for (const [r, row] of rows.entries()) weights.set(row.weights, r * length);
    const output = await this.session.run(
      {
        ids: integers(ids, [batch, length]),
        labels: integers(labels, [batch * length, 1]),
        weights: floats(weights, [batch * length, 1]),
        learningRate: scalar(learningRate),
        correction1: scalar(biasCorrection(optimizer.beta1, update)),
        correction2: scalar(biasCorrection(optimizer.beta2, update)),
        ...state.feeds(),
      },
      { loss: null, gradientNorm: null, ...state.fetches() },
    );
    state.swap();
    return {
      loss: number(output['loss'], 'loss'),
      gradientNorm: number(output['gradientNorm'], 'gradientNorm'),
    };
  }

  /** Frees the session's memory. */
  close(): Promise<void> {
    return this.session.release();
  }
}
