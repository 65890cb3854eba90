import { createHash } from 'node:crypto';
import type { ModelFile, ModelManifest } from '../../../src/domain/model.ts';
import type { PretrainingRecipe } from '../recipes/recipe.ts';

/** manifest.json: the domain's manifest, and what made the model. */
export interface ExportedManifest extends ModelManifest {
  readonly madeBy: { readonly program: string; readonly recipe: string; readonly seed: number };
}

/** A file about to be written: its path inside the model's folder, and its bytes. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A file's size and SHA-256. */
export const describeFile = ({ path, bytes }: OutputFile): ModelFile => ({
  path,
  bytes: bytes.byteLength,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

/** What a manifest tells of a model beside its files. */
export type ModelDescription = Omit<ExportedManifest, 'parameters' | 'files'>;

/** The description of a pre-trained model: its recipe's. */
export function pretrained(recipe: PretrainingRecipe): ModelDescription {
  const { name, label, description, licence, architecture, stages, seed } = recipe;
  return {
    name,
    label,
    description,
    licence,
    contextLength: architecture.contextLength,
    trainedLength: Math.max(...stages.map((stage) => stage.length)),
    madeBy: { program: 'npm run pretrain', recipe: name, seed },
  };
}

/**
 * The manifest of a model. It holds no date: the same recipe gives the same bytes.
 * @param parameters how many numbers the model learnt
 */
export function modelManifest(
  { madeBy, ...about }: ModelDescription,
  parameters: number,
  files: readonly OutputFile[],
): ExportedManifest {
  return { ...about, parameters, madeBy, files: files.map(describeFile) };
}
