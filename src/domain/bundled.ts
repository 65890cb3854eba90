import type { Precision } from './model.ts';

/** A model that comes with the page, as a choice. */
export interface BundledModel {
  /** Folder name under models/. */
  id: string;
  label: string;
  /** One sentence for the reader. */
  about: string;
  /** What it is there in; the first unless the reader chooses. */
  precisions: readonly [Precision, ...Precision[]];
  /** Its relatives: the same weights after instruction tuning, the same recipe in a smaller size. */
  twin?: string;
  smaller?: string;
}

/** The models of public/models, the default first. */
export const bundledModels: readonly [BundledModel, ...BundledModel[]] = [
  {
    id: 'lab-base-4m',
    label: 'Lab base 4M',
    about:
      'The base model: 4.3 million parameters. It continues text and was never told to answer.',
    precisions: ['fp32', 'q4'],
    twin: 'lab-instruct-4m',
    smaller: 'lab-base-2m',
  },
  {
    id: 'lab-base-2m',
    label: 'Lab base 2M',
    about: 'The same recipe with 2.4 million parameters: what does half the size cost?',
    precisions: ['fp32', 'q4'],
  },
  {
    id: 'lab-instruct-4m',
    label: 'Lab instruct 4M',
    about: 'The base model after fine-tuning on instructions. Ask it in its own chat layout.',
    precisions: ['q4'],
  },
];

/** The bundled model of an id; undefined for any other. */
export const bundledModel = (id: string): BundledModel | undefined =>
  bundledModels.find((model) => model.id === id);
