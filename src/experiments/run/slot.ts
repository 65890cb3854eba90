import type { DeviceChoice } from '../../domain/model.ts';
import type { Engine } from '../../engine/engine.ts';
import type { LoadedModel, LoadProgress } from '../../../workers/protocol.ts';
import type { LocalModel } from '../../domain/cell.ts';
import { Problem } from '../../domain/problem.ts';

/** The one model that an experiment has loaded at a time. */
export class ModelSlot {
  readonly #engine: Engine;
  readonly #device: DeviceChoice;
  readonly #forget: () => void;
  #loaded: LoadedModel | null = null;

  constructor(engine: Engine, device: DeviceChoice) {
    this.#engine = engine;
    this.#device = device;
    this.#forget = engine.onCrash(() => (this.#loaded = null));
  }

  /**
   * The model, loaded now if it is not.
   * @throws Problem where it cannot be loaded, or its files are no longer those that were planned with
   */
  async take(
    wanted: LocalModel,
    onEvent: (progress: LoadProgress) => void,
    signal: AbortSignal,
  ): Promise<LoadedModel> {
    if (this.#loaded?.identity.fingerprint === wanted.fingerprint) return this.#loaded;
    this.#loaded = null;
    const { id: model, precision, fingerprint } = wanted;
    const loaded = await this.#engine.load(
      { model, precision, device: this.#device },
      { onEvent, signal },
    );
    if (loaded.identity.fingerprint !== fingerprint) throw otherWeights(wanted.label);
    return (this.#loaded = loaded);
  }

  /** After a failed run: the next one begins with a fresh worker. */
  give(): void {
    this.#loaded = null;
  }

  close(): void {
    this.#forget();
  }
}

function otherWeights(label: string): Problem {
  return new Problem({
    code: 'file-damaged',
    message: `The weights of ${label} are not those that this experiment began with.`,
    remedy: 'Begin a new experiment with the weights that are there now. Finished cells are kept.',
  });
}
