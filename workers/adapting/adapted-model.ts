import type { Tensor } from 'onnxruntime-common';
import type { AdapterShape } from '../../src/onnx/adapters/factors.ts';
import type { GenerateOptions } from '../decoding/generate.ts';
import type { Generate, Serving } from '../loading/serving.ts';
import { liveAdapter, type GenerationJob, type ScoringJob, type TextScore } from '../protocol.ts';
import type { Score, ScoringInput, ScoringOptions } from '../scoring/scoring.ts';
import type { OtherWeights } from './adapter-format.ts';
import { adapterChange, type Change } from './change.ts';
import { Turnstile } from './turnstile.ts';

/** What a model with adapters stands on. */
export interface Wardrobe {
  /** The model as its files have it. */
  readonly base: Serving;
  /** Weights by the name that jobs give. @throws Problem where there are none */
  readonly weightsOf: (name: string) => Promise<OtherWeights>;
  /** Opens sessions with other weights. */
  readonly open: (change: Change) => Promise<Serving>;
  /** For weights that take the place of the model's own. */
  readonly replace: (values: Float32Array<ArrayBuffer>) => Promise<Change>;
  /** Factors where runs read them. */
  readonly up: (values: Float32Array<ArrayBuffer>) => Tensor;
  /** Whether the weights fit into memory once more, so that no session need be closed for another. */
  readonly roomy: boolean;
}

/** Sessions with other weights: whose, and which factors they take (null: the weights are their own). */
interface Dressed {
  readonly name: string;
  readonly shape: string | null;
  readonly serving: Serving;
}

const base = '';
const isLive = (name: string) => name.startsWith(liveAdapter(''));
const nameOf = ({ adapter }: Pick<GenerationJob, 'adapter'>) => adapter ?? base;

/**
 * A model with and without adapters. Jobs without one run on the plain sessions, to the last bit as if
 * there were no adapters; those with one on sessions of their own. Jobs under the same weights
 * run side by side, others after them.
 */
export class AdaptedModel {
  readonly #parts: Wardrobe;
  readonly #turnstile: Turnstile<Serving>;
  #dressed: Dressed | null = null;
  /** What the sessions of adapters are fed. */
  #factors: Tensor | null = null;

  constructor(parts: Wardrobe) {
    this.#parts = parts;
    this.#turnstile = new Turnstile((name) => this.#prepare(name));
  }

  readonly generate: Generate = (job: GenerationJob, options: GenerateOptions) =>
    this.#turnstile.within(nameOf(job), (serving) => serving.generate(job, options));

  /** Texts by their weights, in the order of their first; scores in the order of the texts. */
  readonly score: Score = async (input: ScoringInput, options: ScoringOptions) => {
    const groups = grouped(input.jobs);
    const scores: TextScore[] = [];
    const total = tokensOf(input.jobs);
    let before = 0;
    for (const [name, jobs] of groups) {
      const given = await this.#turnstile.within(name, (serving) =>
        serving.score(
          { jobs: jobs.map(({ job }) => job), alternatives: input.alternatives },
          { ...options, tell: ({ done }) => options.tell({ done: before + done, total }) },
        ),
      );
      jobs.forEach(({ at }, i) => (scores[at] = given[i] as TextScore));
      before += tokensOf(jobs.map(({ job }) => job));
    }
    return scores;
  };

  readonly forget = (): void => {
    this.#parts.base.forget();
    this.#dressed?.serving.forget();
  };

  /** Makes ready for jobs under these weights; nobody is at work. */
  async #prepare(name: string): Promise<Serving> {
    if (name === base) {
      if (!this.#parts.roomy) await this.#close();
      return this.#parts.base;
    }
    // a file's weights are what they were, those in training are not
    if (this.#dressed?.name === name && !isLive(name)) return this.#dressed.serving;
    const weights = await this.#parts.weightsOf(name);
    if (!this.#parts.roomy) await this.#parts.base.release();
    const serving = await this.#sessionsFor(weights);
    // keys and values of before are of other weights
    serving.forget();
    const shape = weights.kind === 'adapter' ? keyOf(weights.shape) : null;
    this.#dressed = { name, shape, serving };
    return serving;
  }

  async #sessionsFor(weights: OtherWeights): Promise<Serving> {
    const { open, replace, up } = this.#parts;
    const dressed = this.#dressed;
    this.#dressed = null;
    if (weights.kind === 'all') {
      await dressed?.serving.release();
      return open(await replace(weights.values));
    }
    const fits = dressed?.shape === keyOf(weights.shape);
    if (!fits) await dressed?.serving.release();
    this.#factors?.dispose();
    this.#factors = up(weights.values);
    return fits && dressed
      ? dressed.serving
      : open(adapterChange(weights.shape, () => this.#factors as Tensor));
  }

  async #close(): Promise<void> {
    const dressed = this.#dressed;
    this.#dressed = null;
    await dressed?.serving.release();
    this.#factors?.dispose();
    this.#factors = null;
  }
}

const keyOf = ({ sites, rank, scale }: AdapterShape) =>
  JSON.stringify([rank, scale, sites.map(({ name, rows, columns }) => [name, rows, columns])]);

const tokensOf = (jobs: readonly ScoringJob[]) =>
  jobs.reduce((sum, { tokens }) => sum + tokens.length, 0);

function grouped(jobs: readonly ScoringJob[]): Map<string, { at: number; job: ScoringJob }[]> {
  const groups = new Map<string, { at: number; job: ScoringJob }[]>();
  jobs.forEach((job, at) => {
    const name = nameOf(job);
    groups.set(name, [...(groups.get(name) ?? []), { at, job }]);
  });
  return groups;
}
