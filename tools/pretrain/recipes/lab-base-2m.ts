import { labBase } from './two-sizes.ts';

/** The same as the default bundled base model, less than half its size. */
export const labBase2m = labBase({
  name: 'lab-base-2m',
  label: 'Lab base 2M',
  description:
    'The small sister of Lab base 4M: same corpus, same recipe, fewer parameters. ' +
    'For slow machines, and to see what size changes.',
  shape: { hiddenSize: 192, layers: 4, heads: 4, intermediateSize: 512 },
});
