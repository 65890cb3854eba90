import { isLocal } from '../../../../domain/cell.ts';
import type { LoadedModel } from '../../../../../workers/protocol.ts';
import type { Engine } from '../../../../engine/engine.ts';
import type { PlannedModel } from '../../../../experiments/plan/models.ts';
import { probePace, type Pace } from '../../../../experiments/plan/pace.ts';
import type { Tokens } from '../../../../experiments/plan/survey.ts';
import { byLength } from '../../../../experiments/plan/tokens-by-length.ts';
import type { SessionParts } from './parts.ts';

/** A model that is loaded, and where. */
export interface Loaded {
  readonly engine: Engine;
  readonly loaded: LoadedModel;
}

/**
 * Counts tokens and measures models before a run. The reader's own model answers where it can; for any
 * other a worker is started, which ends with the survey.
 */
export class Surveyor {
  readonly #near: SessionParts;
  readonly #signal: AbortSignal;
  #own: Loaded | null = null;

  constructor(near: SessionParts, signal: AbortSignal) {
    this.#near = near;
    this.#signal = signal;
  }

  /** What tokenises for a model: any with the same tokenizer; a chat layout is each model's own. */
  async tokensFor(model: PlannedModel, chat: boolean): Promise<Tokens> {
    if (!isLocal(model.model)) return byLength;
    const same = ({ identity }: LoadedModel): boolean =>
      identity.fingerprint === model.model.fingerprint ||
      (!chat &&
        identity.files.some(
          ({ path, sha256 }) => path === 'tokenizer.json' && sha256 === model.tokenizer,
        ));
    return (await this.#take(model, same)).engine;
  }

  /** Measures a model on prompts like those to come. */
  async probe(model: PlannedModel, prompts: readonly (readonly number[])[]): Promise<Pace> {
    const { engine, loaded } = await this.loaded(model);
    return probePace(engine, prompts, loaded.loadTime, this.#signal);
  }

  /** A model itself, loaded. */
  loaded(model: PlannedModel): Promise<Loaded> {
    return this.#take(model, ({ identity }) => identity.fingerprint === model.model.fingerprint);
  }

  close(): void {
    this.#own?.engine.dispose();
    this.#own = null;
  }

  async #take(model: PlannedModel, fits: (loaded: LoadedModel) => boolean): Promise<Loaded> {
    await this.#settled();
    const { engine, model: readers } = this.#near;
    const there = [this.#own, readers.loaded && { engine, loaded: readers.loaded }];
    return there.find((each) => each && fits(each.loaded)) ?? (await this.#load(model));
  }

  /** The reader's model is there, or will not be: two loads at once would take twice as long. */
  async #settled(): Promise<void> {
    const { model } = this.#near;
    while (!model.loaded && !model.problem) {
      this.#signal.throwIfAborted();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async #load({ model }: PlannedModel): Promise<Loaded> {
    const engine = this.#own?.engine ?? this.#near.createEngine('first');
    if (!isLocal(model)) throw new RangeError(`${model.label} is not loaded here`);
    const { id, precision } = model;
    const { device } = this.#near.model.choice;
    try {
      const loaded = await engine.load({ model: id, precision, device }, { signal: this.#signal });
      return (this.#own = { engine, loaded });
    } catch (thrown) {
      engine.dispose();
      this.#own = null;
      throw thrown;
    }
  }
}
