import * as v from 'valibot';
import { DeviceChoice, Precision } from '../../domain/model.ts';
import { Problem } from '../../domain/problem.ts';
import type { Engine } from '../../engine/engine.ts';
import { findMissing } from '../../engine/support.ts';
import type { LoadedModel, LoadProgress } from '../../../workers/protocol.ts';
import { recall, remember } from '../choices.ts';
import { bundledModel, bundledModels } from '../../domain/bundled.ts';

/** What the reader wants loaded; remembered on this machine. */
export const ModelChoice = v.object({
  model: v.pipe(v.string(), v.minLength(1)),
  precision: Precision,
  device: DeviceChoice,
});
export type ModelChoice = v.InferOutput<typeof ModelChoice>;

const key = 'model-choice';
const first: ModelChoice = {
  model: bundledModels[0].id,
  precision: bundledModels[0].precisions[0],
  device: 'auto',
};

/** The choice in a precision that its model is there in; one of a model that is no longer there is the first. */
function fitting(choice: ModelChoice): ModelChoice {
  const model = bundledModel(choice.model);
  if (!model) return { ...first, device: choice.device };
  if (model.precisions.includes(choice.precision)) return choice;
  return { ...choice, precision: model.precisions[0] };
}

/** The model at work: which one, where, and how far its loading is. */
export class ModelState {
  choice = $state<ModelChoice>(fitting(recall(key, ModelChoice, first)));
  progress = $state<LoadProgress | null>(null);
  loaded = $state.raw<LoadedModel | null>(null);
  problem = $state.raw<Problem | null>(null);
  #loading: AbortController | null = null;

  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
    // Only a model that was ready can be lost: a load that fails is not tried again by itself.
    engine.onCrash(() => void this.load());
  }

  /** Loads the chosen model; a load under way is given up. Problems are kept in `problem`. */
  async load(choice: Partial<ModelChoice> = {}): Promise<void> {
    this.#loading?.abort();
    const loading = (this.#loading = new AbortController());
    this.choice = fitting({ ...this.choice, ...choice });
    remember(key, this.choice);
    this.loaded = null;
    this.problem = findMissing();
    if (this.problem) return;
    try {
      const loaded = await this.#engine.load($state.snapshot(this.choice), {
        signal: loading.signal,
        onEvent: (progress) => {
          if (this.#loading === loading) this.progress = progress;
        },
      });
      if (this.#loading === loading) this.loaded = loaded;
    } catch (thrown) {
      if (this.#loading === loading) this.problem = Problem.from(thrown);
    } finally {
      if (this.#loading === loading) this.progress = null;
    }
  }
}
