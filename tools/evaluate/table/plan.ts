import { conditionName, type Condition, type ModelRole } from '../conditions/condition.ts';
import { cellsOf, conditionsOf, type Contrast } from './contrast.ts';

/** One turn of one condition: a step of the work. */
export interface Step {
  readonly condition: Condition;
  readonly turn: 1 | 2;
}

/** "en world icl-3, turn 1" */
export const stepName = ({ condition, turn }: Step): string =>
  `${conditionName(condition)}, turn ${turn}`;

/** Rows whose models are all there, and the roles that are missing. */
export function possible(
  contrasts: readonly Contrast[],
  has: (role: ModelRole) => boolean,
): { rows: Contrast[]; missing: ModelRole[] } {
  const roles = (contrast: Contrast) => cellsOf(contrast).map(({ arm }) => arm.model);
  return {
    rows: contrasts.filter((contrast) => roles(contrast).every(has)),
    missing: [...new Set(contrasts.flatMap(roles))].filter((role) => !has(role)),
  };
}

/** What rows need, each once, first turns before second ones. */
export function stepsFor(contrasts: readonly Contrast[]): Step[] {
  const steps = new Map<string, Step>();
  const add = (step: Step) => steps.set(stepName(step), steps.get(stepName(step)) ?? step);
  for (const cell of contrasts.flatMap(cellsOf))
    for (const condition of conditionsOf(cell)) {
      add({ condition, turn: 1 });
      if (cell.turn === 2) add({ condition, turn: 2 });
    }
  return [...steps.values()];
}

/**
 * About how much work a step is, for telling what is left: tokens read, where a demonstration has some
 * fifty, and items of the world part share theirs.
 */
export const weightOf = ({ condition: { arm, part } }: Step): number =>
  arm.model === 'tuned' ? 2000 : 60 + (part === 'context' ? 50 * arm.shown : 0);
