import type { Contrast } from './contrast.ts';
import { englishContrasts } from './english.ts';
import { languageContrasts } from './languages.ts';
import { modelContrasts } from './models.ts';
import { probeContrasts } from './probes.ts';

/** Every row of the table, in order. */
export const contrasts: readonly Contrast[] = [
  ...englishContrasts,
  ...languageContrasts,
  ...modelContrasts,
  ...probeContrasts,
];
