import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PlainDemonstration } from '../../../src/scoring/lab-80/schema.ts';
import { demonstrationSettings, tuneOnDemonstrations } from '../../tuning/sft.ts';
import type { ModelRole } from '../conditions/condition.ts';
import { hashOf } from '../conditions/cache.ts';
import { Generator } from '../generate/generator.ts';
import { isExported, readExported } from './exported.ts';
import { bundledFolder, readWeights } from './open.ts';
import { weightsHash, type ModelWeights } from './weights.ts';

/** Roles whose weights stand in a file. */
export type StoredRole = Exclude<ModelRole, 'tuned'>;

const smallName = 'lab-base-2m';
const twinName = 'lab-instruct-4m';

/** The models of one evaluation, opened when first asked and kept open. */
export class ModelShelf {
  readonly #place: string;
  readonly #threads: number;
  readonly #weights = new Map<StoredRole, { model: ModelWeights; hash: string }>();
  readonly #open = new Map<StoredRole, Generator>();
  /** Tuned parameters by their hash: a second turn asks the same weights again. */
  readonly #tuned = new Map<string, Float32Array>();

  /**
   * @param place of the model under test, as `readWeights` takes it
   * @param threads of the runtime; 0: as many as the machine has cores
   */
  constructor(place: string, threads: number) {
    this.#place = place;
    this.#threads = threads;
  }

  /** Whether there is a model for a role. */
  has(role: ModelRole): boolean {
    switch (role) {
      case 'base':
      case 'tuned':
        return true;
      case 'q4':
        return existsSync(join(this.#place, 'onnx', 'model_q4.onnx'));
      case 'small':
        return (
          isExported(bundledFolder(smallName)) &&
          resolve(this.#place) !== resolve(bundledFolder(smallName))
        );
      case 'twin':
        return isExported(bundledFolder(twinName));
    }
  }

  /** Changes when, and only when, the weights of a role do. */
  hash(role: StoredRole): string {
    return this.#read(role).hash;
  }

  /** For the reader. */
  get name(): string {
    return this.#read('base').model.name;
  }

  async generator(role: StoredRole): Promise<Generator> {
    const open =
      this.#open.get(role) ?? (await Generator.open(this.#read(role).model, this.#threads));
    this.#open.set(role, open);
    return open;
  }

  /** What `tuned` would give weights for: the same hash, the same weights. */
  tunedHash(examples: readonly PlainDemonstration[], seed: number): string {
    const settings = demonstrationSettings(examples.length);
    return hashOf({ from: this.hash('base'), examples, seed, settings });
  }

  /** Tunes the model under test on examples, lets it be used and drops it. */
  async tuned<T>(
    examples: readonly PlainDemonstration[],
    seed: number,
    use: (generator: Generator) => Promise<T>,
  ): Promise<T> {
    const { model } = this.#read('base');
    const hash = this.tunedHash(examples, seed);
    const parameters =
      this.#tuned.get(hash) ??
      (await tuneOnDemonstrations(model, examples, { format: 'urial-fenced', seed }));
    this.#tuned.set(hash, parameters);
    const generator = await Generator.open({ ...model, parameters }, this.#threads);
    try {
      return await use(generator);
    } finally {
      await generator.close();
    }
  }

  /** Frees every open model. */
  async close(): Promise<void> {
    for (const generator of this.#open.values()) await generator.close();
    this.#open.clear();
  }

  #read(role: StoredRole): { model: ModelWeights; hash: string } {
    const read = {
      base: () => readWeights(this.#place),
      q4: () => readExported(this.#place, 'q4'),
      small: () => readExported(bundledFolder(smallName)),
      twin: () => readWeights(this.#twinFile()),
    };
    const known = this.#weights.get(role);
    if (known) return known;
    const model = read[role]();
    const entry = { model, hash: weightsHash(model) };
    this.#weights.set(role, entry);
    return entry;
  }

  /** The twin may be bundled in one precision only. */
  #twinFile(): string {
    const files = ['model.onnx', 'model_q4.onnx'].map((file) =>
      join(bundledFolder(twinName), 'onnx', file),
    );
    return files.find(existsSync) ?? bundledFolder(twinName);
  }
}
