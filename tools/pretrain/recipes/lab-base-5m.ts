import { labBase } from './two-sizes.ts';

/** The default bundled base model. */
export const labBase5m = labBase({
  name: 'lab-base-5m',
  label: 'Lab base 5M',
  description:
    'A base language model, pre-trained from nothing on a corpus that a program writes. ' +
    'It continues text; it answers well only when demonstrations or fine-tuning show it how.',
  shape: { hiddenSize: 256, layers: 6, heads: 4, intermediateSize: 688 },
});
