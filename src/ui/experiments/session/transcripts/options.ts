import type { ResultIndex } from '../../../../experiments/results/index-rows.ts';
import type { TranscriptOrder } from '../state/transcripts.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
}

export const stateOptions: readonly Option[] = [
  { value: '', label: 'Any' },
  { value: 'answered', label: 'Answered' },
  { value: 'failed', label: 'Failed' },
  { value: 'to come', label: 'Still to come' },
];

export const orderOptions: readonly { value: TranscriptOrder; label: string }[] = [
  { value: 'plan', label: 'As planned' },
  { value: 'lowest', label: 'Lowest score first' },
  { value: 'highest', label: 'Highest score first' },
  { value: 'longest', label: 'Longest first' },
];

type Field = 'arm' | 'category' | 'item' | 'seed';

/** What transcripts of an experiment can be filtered by. */
export interface Choices {
  readonly fields: readonly { field: Field; label: string; options: readonly Option[] }[];
  readonly factors: readonly { factor: string; label: string; options: readonly Option[] }[];
}

const any = (values: readonly string[]): Option[] => [
  { value: '', label: 'Any' },
  ...values.map((value) => ({ value, label: value })),
];

const distinct = (values: readonly string[]): string[] =>
  [...new Set(values)].filter((value) => value !== '');

/** Filters for what there is more than one of. */
export function choicesIn({ arms, items, document }: ResultIndex): Choices {
  const fields: [Field, string, string[]][] = [
    ['arm', 'Arm', distinct(arms.map(({ arm }) => arm.label))],
    ['category', 'Category', distinct(items.map(({ category }) => category))],
    ['item', 'Question', distinct(items.map(({ id }) => id))],
    ['seed', 'Seed', document.seeds.map(String)],
  ];
  const names = distinct(arms.flatMap(({ arm }) => Object.keys(arm.levels)));
  const factors = names.map((factor) => ({
    factor,
    values: distinct(arms.map(({ arm }) => arm.levels[factor] ?? '')),
  }));
  // one factor alone makes the arms: they are there already
  const told = factors.length > 1 ? factors : [];
  const turns = document.turns === 2 ? [{ factor: 'turn', values: ['1', '2'] }] : [];
  return {
    fields: fields
      .filter(([, , values]) => values.length > 1)
      .map(([field, label, values]) => ({ field, label, options: any(values) })),
    factors: [...told, ...turns]
      .filter(({ values }) => values.length > 1)
      .map(({ factor, values }) => ({
        factor,
        label: factor.slice(0, 1).toUpperCase() + factor.slice(1),
        options: any(values),
      })),
  };
}
