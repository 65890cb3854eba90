import { answerKey, decodingOf, likelihoodKey, type KeyGround } from './keys.ts';
import type { ModelledArm } from './modelled-arm.ts';
import type { PlannedItem } from './plan.ts';
import type { RecipeWriter } from './recipes.ts';
import type { TuningBook } from './tunings.ts';

/** One turn of one item under one arm and seed, by numbers. */
export interface Place {
  readonly arm: number;
  readonly item: number;
  readonly seed: number;
  readonly turn: 1 | 2;
}

/** The keys of a round's cells, each worked out once. */
export class KeyRing {
  readonly #arms: readonly ModelledArm[];
  readonly #items: readonly PlannedItem[];
  readonly #recipes: RecipeWriter;
  readonly #tunings: Pick<TuningBook, 'nameOf'>;
  readonly #answers = new Map<string, Promise<string>>();

  constructor(
    arms: readonly ModelledArm[],
    items: readonly PlannedItem[],
    recipes: RecipeWriter,
    tunings: Pick<TuningBook, 'nameOf'>,
  ) {
    this.#arms = arms;
    this.#items = items;
    this.#recipes = recipes;
    this.#tunings = tunings;
  }

  /** The name of what stands before the live conversation. */
  async recipe({ arm, item, seed }: Place): Promise<string> {
    const { setting } = this.#arms[arm] as ModelledArm;
    const { hash } = await this.#recipes.recipeOf(
      arm,
      setting,
      this.#items[item] as PlannedItem,
      seed,
    );
    return hash;
  }

  /** What its weights have beside the base's; undefined for nothing. */
  tuning({ arm, seed }: Place): Promise<string | undefined> {
    return this.#tunings.nameOf(arm, seed);
  }

  answer(place: Place): Promise<string> {
    const { arm, item, seed, turn } = place;
    const name = `${arm}/${item}/${seed}/${turn}`;
    const known = this.#answers.get(name) ?? this.#answer(place);
    this.#answers.set(name, known);
    return known;
  }

  /** @param text the text that is judged, or the place whose answer is */
  async likelihood(place: Place, text: string | Place, alternatives: number): Promise<string> {
    const judged = typeof text === 'string' ? { text } : { answerOf: await this.answer(text) };
    return likelihoodKey(await this.#ground(place), judged, alternatives);
  }

  async #answer(place: Place): Promise<string> {
    const { setting } = this.#arms[place.arm] as ModelledArm;
    return answerKey(await this.#ground(place), decodingOf(setting, place.seed));
  }

  async #ground(place: Place): Promise<KeyGround> {
    const { setting, asks } = this.#arms[place.arm] as ModelledArm;
    const turns = this.#items[place.item]?.turns[setting.language] ?? [];
    return {
      fingerprint: asks.model.fingerprint,
      tuning: await this.tuning(place),
      recipe: await this.recipe(place),
      template: setting.template,
      queries: turns.slice(0, place.turn).map(({ query }) => query),
      after: place.turn === 2 ? await this.answer({ ...place, turn: 1 }) : undefined,
    };
  }
}
