import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../src/domain/hash.ts';
import type { Span } from './spans.ts';
import type { StageName } from '../corpus/index.ts';
import type { PretrainingRecipe } from '../recipes/recipe.ts';

/** The corpus program: any document of an endless stage, determined by the seed. */
export type DocumentSource = (
  seed: number,
  stage: StageName,
  index: number,
) => { readonly text: string; readonly determined?: readonly Span[] };

/** The seed of a stage's documents: stages of one recipe never see the same ones. */
export const stageSeed = (recipe: Pick<PretrainingRecipe, 'seed'>, index: number): number =>
  recipe.seed * 1000 + index;

/**
 * A hash of the first documents of every stage: tells a corpus program from an edited one.
 * @returns SHA-256 in hex
 */
export function corpusFingerprint(
  documentAt: DocumentSource,
  recipe: PretrainingRecipe,
  count = 100,
): string {
  const hash = createHash('sha256');
  for (const [index, { corpus }] of recipe.stages.entries())
    for (let i = 0; i < count; i++)
      hash.update(`${documentAt(stageSeed(recipe, index), corpus, i).text}\0`);
  return hash.digest('hex');
}

/** A hash of all that determines the parameters: what a checkpoint must agree with to go on. */
export function runFingerprint(
  recipe: PretrainingRecipe,
  corpus: string,
  tokenizer: unknown,
): string {
  const { seed, architecture, start, stages, optimizer } = recipe;
  return createHash('sha256')
    .update(canonicalJson({ seed, architecture, start, stages, optimizer, corpus, tokenizer }))
    .digest('hex');
}
