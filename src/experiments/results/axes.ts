import { Problem } from '../../domain/problem.ts';
import type { Where } from '../document/contrast.ts';
import type { IndexedArm } from './column.ts';
import type { ResultIndex } from './index-rows.ts';
import type { ItemChoice } from './parts.ts';

/** One row or column of a table: what it is called and which cells it asks for. */
export interface AxisLevel {
  readonly label: string;
  readonly where: Where;
  readonly items?: ItemChoice | undefined;
  /** An arm beside the factors: a line to compare with. */
  readonly reference: boolean;
}

/** An axis of a figure or a table. */
export interface Axis {
  readonly name: string;
  /** What its levels are of. */
  readonly of: 'factor' | 'arms' | 'turns' | 'items';
  readonly levels: readonly AxisLevel[];
}

const level = (label: string, where: Where, items?: ItemChoice): AxisLevel => ({
  label,
  where,
  items,
  reference: false,
});

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

const armLevel = ({ arm }: IndexedArm): AxisLevel => ({
  label: arm.label,
  where: arm.levels,
  reference: arm.reference,
});

/** The arms beside the factors, as levels. */
export const referenceLevels = (index: ResultIndex): AxisLevel[] =>
  index.arms.filter(({ arm, candidate }) => arm.reference && !candidate).map(armLevel);

/** Every arm by itself, references last; or those of one round. */
export const armAxis = (index: ResultIndex, round?: number): Axis => ({
  name: 'arm',
  of: 'arms',
  levels: [
    ...index.armsOf({ round }).map(armLevel),
    ...(round === undefined ? referenceLevels(index) : []),
  ],
});

/** A factor's levels in the document's order, then others in the plan's; those that no arm has are gone. */
function factorAxis(index: ResultIndex, name: string, round?: number): Axis | null {
  const { factors, search } = index.document;
  const named = [...factors, ...(search?.check.factors ?? [])].filter((f) => f.name === name);
  const there = index.armsOf({ round }).flatMap(({ arm }) => arm.levels[name] ?? []);
  if (named.length === 0 && there.length === 0) return null;
  const listed = named.flatMap(({ levels }) => levels.map(({ label }) => label));
  const labels = distinct([...listed.filter((label) => there.includes(label)), ...there]);
  return { name, of: 'factor', levels: labels.map((label) => level(label, { [name]: label })) };
}

/** Turns asked, and their mean where there are two. */
function turnAxis({ document: { turns } }: ResultIndex): Axis {
  const first = level('turn 1', { turn: '1' });
  const levels = [first, level('turn 2', { turn: '2' }), level('both turns', {})];
  return { name: 'turn', of: 'turns', levels: turns === 1 ? [first] : levels };
}

const itemAxis = (index: ResultIndex, name: 'part' | 'category'): Axis => ({
  name,
  of: 'items',
  levels: distinct(index.items.map((item) => item[name])).map((kind) =>
    level(kind === '' ? 'none' : kind, {}, { [name]: kind }),
  ),
});

/**
 * An axis by its name: a factor, or, where no factor has the name, "turn", "reference", "arm" (every arm by
 * itself), or of items "category" or "part".
 * @param round whose arms: those of one round of a search; absent for all but those
 * @throws Problem 'bad-input' for another name
 */
export function axisOf(index: ResultIndex, name: string, round?: number): Axis {
  const factor = factorAxis(index, name, round);
  if (factor) return factor;
  if (name === 'turn') return turnAxis(index);
  if (name === 'arm') return armAxis(index, round);
  if (name === 'reference') return { name, of: 'arms', levels: referenceLevels(index) };
  if (name === 'category' || name === 'part') return itemAxis(index, name);
  throw new Problem({
    code: 'bad-input',
    message: `figure: nothing is called “${name}”.`,
    remedy: 'An axis is a factor, or "turn", "reference", "arm", "category" or "part".',
  });
}
