import type { Factor } from '../../../../../experiments/document/search.ts';
import type { SettingChange } from '../../../../../experiments/document/setting.ts';

interface FactorChoice {
  readonly label: string;
  readonly about: string;
  readonly factor: Factor;
}

const numbers = (
  name: string,
  values: readonly number[],
  set: (value: number) => SettingChange,
): Factor => ({
  name,
  levels: values.map((value) => ({ label: String(value), set: set(value) })),
});

/** Factors to begin with. */
export const factorChoices: readonly FactorChoice[] = [
  {
    label: 'Number of demonstrations',
    about: '0, 3 and 6 of the pool',
    factor: numbers('N', [0, 3, 6], (shown) => ({ demonstrations: [{ take: 'pool' }], shown })),
  },
  {
    label: 'Rules',
    about: 'With and without',
    factor: {
      name: 'rules',
      levels: [
        { label: 'with rules', set: { rules: true } },
        { label: 'without rules', set: { rules: false } },
      ],
    },
  },
  {
    label: 'Temperature',
    about: '0, 0.5 and 1',
    factor: numbers('temperature', [0, 0.5, 1], (temperature) => ({ decoding: { temperature } })),
  },
  {
    label: 'Model',
    about: 'The chosen one and its instruct twin',
    factor: {
      name: 'model',
      levels: [
        { label: 'base', set: {} },
        {
          label: 'instruct',
          set: { model: 'twin', template: 'chat', rules: false, demonstrations: [], shown: 0 },
        },
      ],
    },
  },
  {
    label: 'Shown or learnt',
    about: 'The same demonstrations in the prompt, and as a training set',
    factor: {
      name: 'method',
      levels: [
        { label: 'ICL', set: { rules: false } },
        { label: 'IFT', set: { rules: false, tuning: { kind: 'sft', preset: 'classroom' } } },
      ],
    },
  },
  {
    label: 'Language',
    about: 'English, Spanish, French',
    factor: {
      name: 'language',
      levels: [
        { label: 'English', set: { language: 'en' } },
        { label: 'Spanish', set: { language: 'es' } },
        { label: 'French', set: { language: 'fr' } },
      ],
    },
  },
  {
    label: 'Something else',
    about: 'Two levels, to fill in',
    factor: {
      name: 'factor',
      levels: [
        { label: 'A', set: {} },
        { label: 'B', set: {} },
      ],
    },
  },
];
