import type { Tensor } from 'onnxruntime-common';
import { floats } from '../../runtime/tensors.ts';
import type { Run } from '../batches/runs.ts';
import type { State } from '../checkpoints/checkpoint.ts';
import type { Vectors } from './device-vectors.ts';
import type { GraphSessions } from './graph-sessions.ts';

/** What a run measured; sums over the runs of a step are the step's. */
export interface Measured {
  loss: number;
  margin?: number;
  accuracy?: number;
}

/** The scalars of an optimizer step. */
export interface Rates {
  learningRate: number;
  /** 1 - beta^t. */
  correction1: number;
  correction2: number;
}

/** Takes a turn at the device: sessions never run side by side. */
export type Turn = <Result>(work: () => Promise<Result>) => Promise<Result>;

type Vector = 'parameters' | 'moment1' | 'moment2';
const vectors: readonly Vector[] = ['parameters', 'moment1', 'moment2'];
const next = {
  parameters: 'nextParameters',
  moment1: 'nextMoment1',
  moment2: 'nextMoment2',
} as const;

/**
 * The numbers that are trained and their moments, where steps are computed: every step writes them into
 * other buffers than it reads them from, and the old ones are then let go.
 */
export class Learner {
  readonly sessions: GraphSessions;
  readonly #vectors: Vectors;
  readonly #turn: Turn;
  #state: Record<Vector, Tensor>;
  /** The gradient before a step's first run. */
  readonly #zeros: Tensor;

  constructor(sessions: GraphSessions, moved: Vectors, turn: Turn, state: State) {
    this.sessions = sessions;
    this.#vectors = moved;
    this.#turn = turn;
    this.#state = {
      parameters: moved.up(state.parameters),
      moment1: moved.up(state.moment1),
      moment2: moved.up(state.moment2),
    };
    this.#zeros = moved.up(new Float32Array(state.parameters.length));
  }

  /**
   * One optimizer step on the runs' common gradient; a turn for each run.
   * @returns what was measured before the parameters moved
   */
  async step(runs: readonly Run[], rates: Rates): Promise<Measured & { gradientNorm: number }> {
    let gradient = this.#zeros;
    const measured: Measured[] = [];
    for (const run of runs) {
      const given = await this.#turn(() => this.#gradient(run, gradient));
      if (gradient !== this.#zeros) gradient.dispose();
      gradient = given.gradient;
      measured.push(given.measured);
    }
    const gradientNorm = await this.#turn(() => this.#update(gradient, rates));
    if (gradient !== this.#zeros) gradient.dispose();
    return { ...added(measured), gradientNorm };
  }

  /** What runs measure without learning from them; they have to be of the bucket of the loss graph. */
  async evaluate(runs: readonly Run[]): Promise<Measured> {
    const measured: Measured[] = [];
    for (const { feeds } of runs) {
      const given = await this.#turn(async () => {
        const session = await this.sessions.loss();
        return scalars(await session.run({ ...feeds, parameters: this.#state.parameters }));
      });
      measured.push(given);
    }
    return added(measured);
  }

  /** The gradient of one run, thrown away: to see how long it takes and what it comes to. */
  async probe(run: Run): Promise<Measured> {
    const { gradient, measured } = await this.#turn(() => this.#gradient(run, this.#zeros));
    gradient.dispose();
    return measured;
  }

  /** The parameters as they are now, in memory. */
  parameters(): Promise<Float32Array<ArrayBuffer>> {
    return this.#turn(() => this.#vectors.down(this.#state.parameters));
  }

  /** All that steps depend on, in memory. */
  snapshot(): Promise<State> {
    return this.#turn(async () => ({
      parameters: await this.#vectors.down(this.#state.parameters),
      moment1: await this.#vectors.down(this.#state.moment1),
      moment2: await this.#vectors.down(this.#state.moment2),
    }));
  }

  /** Frees the buffers, then closes the sessions they belong to; what broke may not even close. */
  async release(): Promise<void> {
    await this.#turn(async () => {
      for (const tensor of [this.#zeros, ...Object.values(this.#state)]) tensor.dispose();
      await this.sessions.release();
    });
  }

  async #gradient(
    { bucket, feeds }: Run,
    gradient: Tensor,
  ): Promise<{ gradient: Tensor; measured: Measured }> {
    const session = await this.sessions.gradients(bucket);
    const { parameters } = this.#state;
    const { nextGradient, ...results } = await session.run({ ...feeds, parameters, gradient });
    return { gradient: nextGradient as Tensor, measured: scalars(results) };
  }

  async #update(gradient: Tensor, rates: Rates): Promise<number> {
    const session = await this.sessions.update();
    const results = await session.run({
      ...this.#state,
      gradient,
      learningRate: floats([rates.learningRate], []),
      correction1: floats([rates.correction1], []),
      correction2: floats([rates.correction2], []),
    });
    const before = this.#state;
    this.#state = {
      parameters: results[next.parameters] as Tensor,
      moment1: results[next.moment1] as Tensor,
      moment2: results[next.moment2] as Tensor,
    };
    for (const name of vectors) before[name].dispose();
    return numberOf(results['gradientNorm']);
  }
}

const numberOf = (tensor: Tensor | undefined): number =>
  Number((tensor?.data as Float32Array | undefined)?.[0] ?? NaN);

function scalars(results: Readonly<Record<string, Tensor>>): Measured {
  const { loss, margin, accuracy } = results;
  return {
    loss: numberOf(loss),
    ...(margin && { margin: numberOf(margin) }),
    ...(accuracy && { accuracy: numberOf(accuracy) }),
  };
}

function added(parts: readonly Measured[]): Measured {
  const sum = (of: keyof Measured) => parts.reduce((total, part) => total + (part[of] ?? 0), 0);
  return {
    loss: sum('loss'),
    ...(parts[0]?.margin !== undefined && { margin: sum('margin'), accuracy: sum('accuracy') }),
  };
}
