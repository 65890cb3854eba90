import type { TrainingSet } from '../../domain/training/conversation.ts';
import { isTrained } from '../document/tuning.ts';
import { refusal } from '../recipes/refusal.ts';
import type { AdapterShelf } from '../tuning/adapters.ts';
import { settingsOf } from '../tuning/settings.ts';
import { trainingName, trainingSet } from '../tuning/training-set.ts';
import type { ModelledArm } from './modelled-arm.ts';
import type { PlannedTraining } from './plan.ts';
import type { RecipeWriter } from './recipes.ts';

/** A training of a round with what it learns from. */
export interface ReadyTraining {
  readonly planned: PlannedTraining;
  readonly set: TrainingSet;
}

/** What is beside the base's weights, by arm and seed; equal trainings are one. */
export class TuningBook {
  readonly #arms: readonly ModelledArm[];
  readonly #recipes: Pick<RecipeWriter, 'examplesOf'>;
  readonly #names = new Map<string, Promise<string | undefined>>();
  readonly #trainings = new Map<string, ReadyTraining>();

  constructor(arms: readonly ModelledArm[], recipes: Pick<RecipeWriter, 'examplesOf'>) {
    this.#arms = arms;
    this.#recipes = recipes;
  }

  /**
   * Name of the training, or id of the adapter; undefined where the base alone is asked.
   * @throws Problem 'bad-input' where the arm's demonstrations are no training set
   */
  nameOf(arm: number, seed: number): Promise<string | undefined> {
    const place = `${arm}/${seed}`;
    const known = this.#names.get(place) ?? this.#name(arm, seed);
    this.#names.set(place, known);
    return known;
  }

  /** All that were named so far, by their names. */
  get trainings(): ReadonlyMap<string, ReadyTraining> {
    return this.#trainings;
  }

  async #name(arm: number, seed: number): Promise<string | undefined> {
    const { label, setting, asks } = this.#arms[arm] as ModelledArm;
    const { tuning } = setting;
    if (!isTrained(tuning)) return tuning?.id;
    const examples = this.#recipes.examplesOf(setting, seed);
    if (!examples) return undefined;
    const set = trainingSet(label, examples);
    const { contextLength, model } = asks;
    if (contextLength === null)
      throw refusal(
        `arm “${label}”: a served model cannot be trained from here.`,
        'Take "tuning" away, or ask a model of the lab.',
      );
    const settings = settingsOf(setting, tuning, {
      examples: set.examples.length,
      contextLength,
      seed,
    });
    const name = await trainingName(model.fingerprint, settings, set);
    if (!this.#trainings.has(name)) {
      const planned = { name, arm, seed, settings, examples: set.examples.length };
      this.#trainings.set(name, { planned, set });
    }
    return name;
  }
}

/**
 * Looks up the adapters that arms name.
 * @throws Problem 'bad-input' where one is not stored, or is another model's
 */
export async function checkAdapters(
  arms: readonly ModelledArm[],
  adapters: Pick<AdapterShelf, 'find'>,
): Promise<void> {
  for (const { label, setting, asks } of arms) {
    const { tuning } = setting;
    if (tuning?.kind !== 'adapter') continue;
    const found = await adapters.find(tuning.id);
    if (!found)
      throw refusal(
        `arm “${label}”: tuning.id: no adapter ${tuning.id.slice(0, 12)}… is stored here.`,
        'Import it in the Fine-tune place, or name one that is there.',
      );
    if (found.base.fingerprint !== asks.model.fingerprint)
      throw refusal(
        `arm “${label}”: the adapter “${found.name}” was made for ${found.base.label}, and ${asks.model.label} (${asks.model.precision}) is asked.`,
        'Ask the model that it was made for, in the same precision.',
      );
  }
}
