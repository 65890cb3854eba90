import type { ExperimentDocument } from '../../../../../experiments/document/document.ts';
import { factorsOf } from '../../edits/factors.ts';

/** A level, or a reference, that a scorer may name an arm by. */
export interface ArmOption {
  readonly arm: Record<string, string>;
  readonly label: string;
}

/** Every level of every factor, and every reference. */
export const armOptions = (document: ExperimentDocument): ArmOption[] =>
  [
    ...factorsOf(document).flatMap(({ name, levels }) =>
      levels.map(({ label }) => ({ [name]: label })),
    ),
    ...document.references.map(({ label }) => ({ reference: label })),
  ].map((arm) => ({ arm, label: Object.values(arm).join(', ') }));
