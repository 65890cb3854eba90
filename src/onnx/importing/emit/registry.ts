import type { Emit } from '../emission.ts';
import { attentionEmits } from './attention.ts';
import { elementwiseEmits } from './elementwise.ts';
import { layerEmits } from './layers.ts';
import { linearEmits } from './linear.ts';
import { quantizedRowEmits } from './quantized-rows.ts';
import { rotaryEmits } from './rotary.ts';
import { shapeEmits } from './shapes.ts';

/** How operators of files are written; one that is not here stays as it is. */
export const emits: ReadonlyMap<string, Emit> = new Map(
  Object.entries({
    ...elementwiseEmits,
    ...shapeEmits,
    ...linearEmits,
    ...quantizedRowEmits,
    ...layerEmits,
    ...rotaryEmits,
    ...attentionEmits,
  }),
);
