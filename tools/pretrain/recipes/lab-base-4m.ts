import { labBase } from './two-sizes.ts';

/** The default bundled base model. */
export const labBase4m = labBase({
  name: 'lab-base-4m',
  label: 'Lab base 4M',
  description:
    'A base language model, pre-trained from nothing on a corpus that a program writes. ' +
    'It continues text; it answers well only when demonstrations or fine-tuning show it how.',
  shape: { hiddenSize: 224, layers: 6, heads: 4, intermediateSize: 600 },
});
