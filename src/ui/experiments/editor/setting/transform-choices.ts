import type { Transform } from '../../../../experiments/recipes/transform.ts';

/** What may be done to demonstrations, to choose from. */
export const transformChoices: readonly {
  label: string;
  about: string;
  transform: Transform;
}[] = [
  {
    label: 'Subset',
    about: 'Some of them, in the order they stand in.',
    transform: { kind: 'subset', keep: [0] },
  },
  { label: 'Leave one out', about: 'All but one.', transform: { kind: 'leave-out', index: 0 } },
  { label: 'Questions only', about: 'Without answers.', transform: { kind: 'queries-only' } },
  { label: 'Answers only', about: 'Without questions.', transform: { kind: 'answers-only' } },
  {
    label: 'Circular shift',
    about: 'Each question with another’s answer.',
    transform: { kind: 'shift', by: 1 },
  },
  {
    label: 'Random answers',
    about: 'Drawn from the pool, never their own.',
    transform: { kind: 'random-answers', from: 'in-domain' },
  },
  { label: 'Shuffle', about: 'In an order drawn by seed.', transform: { kind: 'permute' } },
  { label: 'Order', about: 'In an order of yours.', transform: { kind: 'order', of: [1, 0] } },
  { label: 'Reverse', about: 'Last first.', transform: { kind: 'reverse' } },
];
