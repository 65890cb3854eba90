import { splitFlat, type ParameterSpec } from '../../../../../src/onnx/graph/flat.ts';
import { parameterSpecs } from '../../../../../src/onnx/llama/parameters.ts';
import { rotaryTables } from '../../../../../src/onnx/composites/rotary.ts';
import { headSize } from '../../../../../src/onnx/llama/config.ts';
import type { TrainingWork } from '../../work/work.ts';

/** Peers train all weights only; what a work with factors would take of them is told instead. */
export function refuseAdapter({ adapter }: TrainingWork): void {
  if (adapter) throw new Error('peers in the page are not measured with factors');
}

/** The weights that a work begins with, by name. */
export function startingWeights(
  { config }: TrainingWork,
  flat: Float32Array,
): readonly (ParameterSpec & { readonly values: Float32Array })[] {
  const specs = parameterSpecs(config);
  const views = splitFlat(specs, flat);
  return specs.map((spec) => ({ ...spec, values: views.get(spec.name) as Float32Array }));
}

/** Cosines and sines [T, size / 2] of a work's positions. */
export const tablesOf = ({ config, length }: TrainingWork) =>
  rotaryTables(length, headSize(config), config.ropeTheta);
