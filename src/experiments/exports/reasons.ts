import type { PlannedItem } from '../plan/plan.ts';
import type { Results } from '../results/results.ts';

/** Whether a question has instructions that IFEval's program can check. */
export const isChecked = ({ turns }: PlannedItem, language: string): boolean => {
  const [first] = turns[language] ?? [];
  return first?.ifeval !== undefined;
};

/** Why there is nothing for IFEval in an experiment; null where there is. */
export function ifevalReason({ rounds }: Results): string | null {
  const some = rounds.some(({ items }) =>
    items.some((item) => Object.keys(item.turns).some((language) => isChecked(item, language))),
  );
  return some ? null : 'no question has instructions that IFEval checks';
}
