import type { Demonstration } from '../../domain/demonstration.ts';
import type { Recipe } from '../../domain/recipe.ts';
import type { Setting } from '../document/setting.ts';
import { isTrained } from '../document/tuning.ts';
import type { Asked } from '../material/items.ts';
import {
  asDemonstrations,
  inStyle,
  ownPool,
  styleOf,
  type Material,
} from '../material/material.ts';
import { applyTransforms } from '../recipes/apply-transforms.ts';
import { gather } from '../recipes/gather.ts';
import { randomAnswers, type AnswerContext } from '../recipes/random-answers.ts';
import type { Source } from '../recipes/source.ts';
import type { Examples } from '../tuning/training-set.ts';
import { writeRecipe, type CellRecipe } from './cell-recipe.ts';
import type { PlannedItem } from './plan.ts';

/** What marks the live conversation where a setting wants it marked. */
const boundaryText: Readonly<Record<string, string>> = {
  en: '# The conversation begins here',
  es: '# Aquí empieza la conversación',
  fr: '# Ici commence la conversation',
};

/** Pool sources without a count take what is left of `shown`. */
export function filledUp(setting: Setting, curated: number): Source[] {
  const sizeOf = (source: Source): number => {
    if (source.take === 'curated') return source.only?.length ?? curated;
    if (source.take === 'given') return source.pairs.length;
    return source.take === 'conversations' ? 2 * source.count : (source.count ?? 0);
  };
  const fixed = setting.demonstrations.reduce((sum, source) => sum + sizeOf(source), 0);
  const rest = Math.max(0, setting.shown - fixed);
  return setting.demonstrations.map((source) =>
    source.take === 'pool' ? { ...source, count: source.count ?? rest } : source,
  );
}

/** Writes the recipes of cells, each once however many cells have it. */
export class RecipeWriter {
  readonly #materials: ReadonlyMap<string, Material>;
  readonly #asked: Asked;
  /** By language, all queries that are asked: none of them is shown. */
  readonly #queries: ReadonlyMap<string, readonly string[]>;
  readonly #pools = new Map<string, readonly Demonstration[]>();
  readonly #known = new Map<string, Promise<CellRecipe>>();

  constructor(materials: ReadonlyMap<string, Material>, asked: Asked) {
    this.#materials = materials;
    this.#asked = asked;
    this.#queries = new Map(
      [...materials.keys()].map((language) => [
        language,
        asked.items.flatMap(({ turns }) => (turns[language] ?? []).map(({ query }) => query)),
      ]),
    );
  }

  /**
   * @param arm number of the arm, which names the setting
   * @throws Problem 'bad-input' where there are too few demonstrations
   */
  recipeOf(arm: number, setting: Setting, item: PlannedItem, seed: number): Promise<CellRecipe> {
    const shared = isTrained(setting.tuning) || this.#isShared(setting, item);
    const key = `${arm}/${seed}/${shared ? '' : item.id}`;
    const known = this.#known.get(key) ?? writeRecipe(this.#recipe(setting, item, seed));
    this.#known.set(key, known);
    return known;
  }

  /**
   * What an arm is trained on under a seed: the demonstrations that it would show; null where it is not
   * trained.
   * @throws Problem 'bad-input' where there are too few, or no answer to reject
   */
  examplesOf(setting: Setting, seed: number): Examples | null {
    const { tuning, language } = setting;
    const [item] = this.#asked.items;
    if (!isTrained(tuning) || !item) return null;
    const material = this.#materialIn(language);
    const { demonstrations, context } = this.#shown(setting, item, seed);
    const rejected =
      tuning.kind === 'dpo'
        ? randomAnswers(demonstrations, tuning.rejected, context, 'tuning')
        : null;
    const dressed = (list: readonly Demonstration[]) =>
      inStyle(list, styleOf(material.styles, seed));
    return {
      demonstrations: dressed(demonstrations),
      // in the same style, so that the answers' contents alone differ
      rejected: rejected && dressed(rejected).map(({ answer }) => answer),
      rules: tuning.rules ? material.rules : '',
    };
  }

  /** Whether all items are asked with the same demonstrations: none are chosen by the query, or the item's. */
  #isShared({ demonstrations, language }: Setting, item: PlannedItem): boolean {
    const byQuery = demonstrations.some(
      (source) =>
        source.take === 'pool' && !['random', 'k-means'].includes(source.select?.by ?? 'random'),
    );
    return !byQuery && ownPoolOf(this.#asked, language, item) === null;
  }

  #recipe(setting: Setting, item: PlannedItem, seed: number): Recipe {
    const { language, template, rules, boundary, tuning } = setting;
    const material = this.#materialIn(language);
    // what was learnt stands in the weights, no longer in the prompt
    if (isTrained(tuning))
      return { rules: tuning.rules ? material.rules : '', demonstrations: [], template };
    const { demonstrations } = this.#shown(setting, item, seed);
    return {
      rules: rules ? material.rules : '',
      demonstrations: inStyle(demonstrations, styleOf(material.styles, seed)),
      template,
      ...(boundary && { boundary: boundaryText[language] ?? boundaryText.en }),
    };
  }

  #materialIn(language: string): Material {
    const material = this.#materials.get(language);
    if (!material) throw new RangeError(`no material in ${language}`);
    return material;
  }

  /** Demonstrations after sources and transforms, not yet dressed, and what draws about them depend on. */
  #shown(
    setting: Setting,
    item: PlannedItem,
    seed: number,
  ): { demonstrations: Demonstration[]; context: AnswerContext } {
    const { language, transforms } = setting;
    const material = this.#materialIn(language);
    const pool = this.#poolFor(material, item);
    const own = pool !== material.pool;
    const exclude = this.#queries.get(language) ?? [];
    const shown = gather(
      filledUp(setting, material.curated.length),
      { ...material, pool, pools: own ? {} : material.pools },
      {
        query: item.turns[language]?.[0]?.query ?? '',
        seed,
        item: item.id,
        exclude,
        ownEvidence: own,
      },
    );
    // one order and one draw of answers for all items that share a pool: they share the prompt, too
    const context: AnswerContext = {
      seed,
      pool,
      // what an item brings itself is of its own category, and may hold the query that is asked
      ...(own ? { item: item.id, others: material.pool } : { exclude }),
    };
    return { demonstrations: applyTransforms(shown, transforms, context), context };
  }

  #poolFor(material: Material, item: PlannedItem): readonly Demonstration[] {
    const own = ownPoolOf(this.#asked, material.language, item);
    if (!own) return material.pool;
    const key = `${material.language}/${item.id}`;
    const known = this.#pools.get(key) ?? asDemonstrations(own, item.id);
    this.#pools.set(key, known);
    return known;
  }
}

function ownPoolOf(asked: Asked, language: string, { id }: PlannedItem) {
  const item = asked.benchItem(language, id);
  return item ? ownPool(item) : null;
}
