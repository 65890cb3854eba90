import { stageNames, type Document, type StageName } from './document.ts';
import { families, type Family } from './families/index.ts';
import { familyWeights, languageWeights, stageSizes } from './mix.ts';
import { Random } from './random.ts';
import type { Scene } from './scene.ts';
import { Writer } from './writer.ts';

function write(family: Family, scene: Scene): Document {
  const writer = new Writer();
  family.write(scene, writer);
  const { text, examples, determined } = writer;
  return {
    text,
    family: family.name,
    language: scene.language,
    ...(examples.length > 0 && { examples }),
    ...(determined.length > 0 && { determined }),
  };
}

const weighted = Object.fromEntries(
  stageNames.map((stage) => [
    stage,
    families.map((family) => [family, familyWeights[family.name]?.[stage] ?? 0] as const),
  ]),
) as unknown as Record<StageName, readonly (readonly [Family, number])[]>;

/**
 * Document number `index` of a stage's corpus, from a seed. Each has draws of its own, so any can be
 * written without those before it.
 */
export function documentAt(seed: number, stage: StageName, index: number): Document {
  const random = new Random(`${seed}/${stage}/${index}`);
  const family = random.weighted(weighted[stage]);
  const language = family.name === 'program' ? 'en' : random.weighted(languageWeights);
  return write(family, { random, language, split: 'training', ...stageSizes[stage] });
}

/** The endless stream of a stage's documents. The same seed gives the same documents. */
export function* documents(seed: number, stage: StageName): Generator<Document> {
  for (let index = 0; ; index++) yield documentAt(seed, stage, index);
}

/** How many documents of each family `validationDocuments` has. */
export const validationPerFamily = 24;

/**
 * A small set for measuring: the same number of documents of every family, lists with up to twelve
 * examples, and held-out names, phrasings, facts and invented words wherever there are any.
 */
export function validationDocuments(seed: number): Document[] {
  return families.flatMap((family) =>
    Array.from({ length: validationPerFamily }, (_, index) => {
      const random = new Random(`validation/${seed}/${family.name}/${index}`);
      const language = family.name === 'program' ? 'en' : random.weighted(languageWeights);
      return write(family, { random, language, split: 'validation', ...stageSizes.general });
    }),
  );
}
