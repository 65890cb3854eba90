import type { TrainingSettings } from '../../../domain/training/settings.ts';

/** A setting that is a number, with its range and what it means. */
export interface NumberWords {
  readonly key: keyof TrainingSettings &
    (
      | 'epochs'
      | 'batch'
      | 'maxLength'
      | 'learningRate'
      | 'warmup'
      | 'weightDecay'
      | 'beta1'
      | 'beta2'
      | 'epsilon'
      | 'clipNorm'
      | 'beta'
      | 'validation'
    );
  readonly label: string;
  readonly about: string;
  readonly least: number;
  readonly most?: number;
  readonly whole?: boolean;
  /** Whether the least is itself too little. */
  readonly more?: boolean;
}

/** What most readers set. */
export const mainNumbers: readonly NumberWords[] = [
  {
    key: 'epochs',
    label: 'Passes (epochs)',
    about: 'How often every example is read. More learns more, by and by also by heart.',
    least: 0,
    more: true,
    most: 1000,
  },
  {
    key: 'learningRate',
    label: 'Learning rate',
    about:
      'How far a step moves the weights. Too much, and the loss jumps; too little, and nothing happens.',
    least: 0,
    more: true,
  },
  {
    key: 'batch',
    label: 'Rows of a step (batch)',
    about: 'A step follows the mean of so many examples.',
    least: 1,
    most: 1024,
    whole: true,
  },
  {
    key: 'validation',
    label: 'Held out',
    about: 'Share of the examples that is not learnt and gives the validation curve; 0 for none.',
    least: 0,
    most: 0.9,
  },
  {
    key: 'maxLength',
    label: 'Longest row, in tokens',
    about: 'Longer examples are named and left out. Memory grows with it.',
    least: 1,
    most: 131072,
    whole: true,
  },
];

/** What AdamW, the schedule and DPO have besides. */
export const fineNumbers: readonly NumberWords[] = [
  {
    key: 'warmup',
    label: 'Warm-up',
    about: 'Share of the steps in which the rate rises from zero.',
    least: 0,
    most: 0.99,
  },
  {
    key: 'weightDecay',
    label: 'Weight decay',
    about: 'How much a step shrinks the weights by itself (AdamW).',
    least: 0,
  },
  {
    key: 'clipNorm',
    label: 'Longest gradient',
    about: 'Longer ones are scaled down to it; 0 for no limit.',
    least: 0,
  },
  { key: 'beta1', label: 'β₁', about: 'Memory of Adam’s mean gradient.', least: 0, most: 0.9999 },
  {
    key: 'beta2',
    label: 'β₂',
    about: 'Memory of Adam’s squared gradient.',
    least: 0,
    most: 0.999999,
  },
  {
    key: 'epsilon',
    label: 'ε',
    about: 'Keeps Adam from dividing by nothing.',
    least: 0,
    more: true,
  },
];

export const betaWords: NumberWords = {
  key: 'beta',
  label: 'DPO’s β',
  about: 'How closely the model stays with its base: larger is closer (arXiv 2305.18290).',
  least: 0,
  more: true,
};

export const scheduleWords = {
  constant: 'Stays after the warm-up',
  linear: 'Falls in a line to zero',
  cosine: 'Falls to zero by half a cosine',
} as const;
