import { Problem } from '../domain/problem.ts';
import type { Adapter } from '../domain/training/adapter.ts';
import type { Engine } from '../engine/engine.ts';
import { cameOf, type AdapterShelf, type TrainingOf } from '../experiments/tuning/adapters.ts';
import { fromBase64, toBase64 } from './base64.ts';
import type { Driver, Weights } from './driver.ts';

type Files = Pick<Engine, 'listAdapters' | 'saveAdapter' | 'readAdapter'>;

/** Keeps adapters with the driver: this browser's private files go with it. */
export class DriverAdapters implements AdapterShelf {
  readonly #known: Map<string, Adapter>;
  readonly #driver: Driver;
  readonly #weights: Weights;
  readonly #files: Files;

  /** @param kept adapters whose weights the driver has */
  constructor(kept: readonly Adapter[], driver: Driver, weights: Weights, files: Files) {
    this.#known = new Map(kept.map((adapter) => [adapter.id, adapter]));
    this.#driver = driver;
    this.#weights = weights;
    this.#files = files;
  }

  get all(): Adapter[] {
    return [...this.#known.values()];
  }

  find(id: string): Promise<Adapter | null> {
    return Promise.resolve(this.#known.get(id) ?? null);
  }

  trained(training: TrainingOf): Promise<Adapter | null> {
    const found = [...this.#known.values()].find((adapter) => cameOf(adapter, training));
    return Promise.resolve(found ?? null);
  }

  async ready({ id, weights }: Adapter): Promise<boolean> {
    if ((await this.#files.listAdapters({})).includes(id)) return true;
    // a file of all weights is no adapter's, which alone can be taken in
    const kept = weights.kind === 'adapter' ? await this.#weights(id) : null;
    if (kept === null || weights.kind !== 'adapter') return false;
    try {
      const { rank, alpha } = weights;
      const saved = await this.#files.saveAdapter({
        bytes: fromBase64(kept),
        scaling: { r: rank, lora_alpha: alpha },
      });
      return saved.id === id;
    } catch (thrown) {
      // damaged on the disk: it is trained again
      if (Problem.from(thrown).code === 'bad-input') return false;
      throw thrown;
    }
  }

  async put(adapter: Adapter): Promise<void> {
    const bytes = await this.#files.readAdapter({ id: adapter.id });
    await this.#driver({ kind: 'adapter', adapter, weights: toBase64(bytes) });
    this.#known.set(adapter.id, adapter);
  }
}
