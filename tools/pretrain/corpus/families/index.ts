import type { Family } from './family.ts';
import { junkFamilies } from './junk.ts';
import { mappingFamilies } from './mapping.ts';
import { privateFamilies } from './private/index.ts';
import { proseFamilies } from './prose.ts';
import { questionFamilies } from './questions.ts';

export type { Family } from './family.ts';

/** Every kind of document. */
export const families: readonly Family[] = [
  ...mappingFamilies,
  ...privateFamilies,
  ...questionFamilies,
  ...proseFamilies,
  ...junkFamilies,
];
