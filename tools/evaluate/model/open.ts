import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readTrainingRun } from './checkpoint.ts';
import { isExported, readExported } from './exported.ts';
import { ModelPlaceError, type ModelWeights } from './weights.ts';

/** The folder of a bundled model. */
export const bundledFolder = (name: string): string => join('public', 'models', name);

/** The bundled model that is measured unless another is asked for: the largest that is there. */
export const defaultModel = (): string =>
  ['lab-base-4m', 'lab-base-2m'].find((name) => isExported(bundledFolder(name))) ?? 'lab-base-4m';

/**
 * The model at a place: a folder in the hub's layout, a graph inside one (its full precision or 4
 * bits, by its name), or the folder of a training run.
 * @throws ModelPlaceError where there is none
 */
export function readWeights(place: string): ModelWeights {
  if (!existsSync(place)) throw new ModelPlaceError(`${place} is not there.`);
  if (statSync(place).isFile()) {
    const folder = dirname(dirname(place));
    if (place.endsWith('.onnx') && isExported(folder))
      return readExported(folder, place.endsWith('_q4.onnx') ? 'q4' : 'fp32');
    return readTrainingRun(dirname(place));
  }
  if (isExported(place)) return readExported(place);
  if (isExported(dirname(place))) return readExported(dirname(place));
  return readTrainingRun(place);
}
