import type { ExperimentDocument } from '../document/document.ts';
import type { DocumentArm } from '../document/arms.ts';
import type { Questions } from '../document/questions.ts';
import { itemsOf, type Asked } from '../material/items.ts';
import { loadMaterial } from '../material/load.ts';
import type { Material } from '../material/material.ts';
import type { Shelf } from '../material/shelf.ts';
import type { Round } from './plan.ts';
import { RecipeWriter } from './recipes.ts';

/** What is asked, and by language what prompts are made of. */
export interface Ground {
  readonly asked: Asked;
  readonly materials: ReadonlyMap<string, Material>;
}

/**
 * Gathers what a round is made of, in all languages of its arms.
 * @throws Problem 'bad-input' where the bench or the material is not there in a language
 */
export async function gatherGround(
  { material }: Pick<ExperimentDocument, 'material'>,
  questions: Questions,
  arms: readonly Pick<DocumentArm, 'setting'>[],
  shelf: Shelf,
): Promise<Ground> {
  const languages = [...new Set(arms.map(({ setting }) => setting.language))];
  const sources = arms.flatMap(({ setting }) => setting.demonstrations);
  const qualities = new Set(
    sources.flatMap((source) => (source.take === 'pool' ? (source.quality ?? []) : [])),
  );
  const asked = await itemsOf(questions, languages, shelf);
  const split = questions.bench === 'lab-80' ? questions.split : null;
  const materials = new Map<string, Material>();
  for (const language of languages)
    materials.set(language, await loadMaterial(material, language, split, shelf, [...qualities]));
  return { asked, materials };
}

/**
 * What writes the recipes of a planned round once more: a cell's record has their text, not their parts.
 * The lab may have changed since; whoever needs the very recipe compares its hash.
 */
export async function recipesOf(
  document: ExperimentDocument,
  { purpose, arms }: Pick<Round, 'purpose' | 'arms'>,
  shelf: Shelf,
): Promise<RecipeWriter> {
  const check = purpose === 'check' ? document.search?.check.questions : undefined;
  const ground = await gatherGround(document, check ?? document.questions, arms, shelf);
  return new RecipeWriter(ground.materials, ground.asked);
}
