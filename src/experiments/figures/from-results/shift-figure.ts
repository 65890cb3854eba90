import type { Interval } from '../../../scoring/statistics/interval.ts';
import { axisOf, referenceLevels } from '../../results/axes.ts';
import { shiftOf, type ArmShift } from '../../results/shift.ts';
import type { FigurePoint, ShiftFigure } from '../data.ts';
import { shiftLevels } from '../points.ts';
import { cellsBehind, shownAxis, type Asking } from './points.ts';

/** Shares of tokens by arm and position. Errors as in `shiftOf`. */
export async function shiftPoints(
  asking: Asking,
  arms: string,
): Promise<Pick<ShiftFigure, 'arms' | 'points' | 'positions'>> {
  const { index, question, rest } = asking;
  const axis = axisOf(index, arms, question.round);
  const levels = [...axis.levels, ...(axis.of === 'factor' ? referenceLevels(index) : [])];
  const scorer = index.scorers.find(({ kind }) => kind === 'likelihood')?.id;
  const shifts = await shiftOf(index, { scorer, ...question, arms }, rest);
  const cellsOf = ({ label }: ArmShift): string[] => {
    const where = levels.find((level) => level.label === label)?.where;
    return cellsBehind(index, { scorer, ...question, where: { ...question.where, ...where } });
  };
  const pointsOf = (
    shift: ArmShift,
    n: number,
    named: readonly (readonly [Record<string, string>, Interval | null])[],
  ): FigurePoint[] => {
    const cells = cellsOf(shift);
    const { label: arm, seeds, missing, errors } = shift;
    return named.flatMap(([at, interval]) => {
      if (!interval) return [];
      const { value, low, high } = interval;
      const label = [arm, ...Object.values(at)].join(', ');
      return [
        { label, at: { [arms]: arm, ...at }, value, low, high, n, seeds, missing, errors, cells },
      ];
    });
  };
  return {
    arms: shownAxis({ ...axis, levels }),
    points: shifts.flatMap((shift) =>
      pointsOf(
        shift,
        shift.n,
        shiftLevels.map((level) => [{ shift: level }, shift.all[level]] as const),
      ),
    ),
    positions: shifts.flatMap((shift) =>
      shift.byPosition.flatMap(({ from, to, items, shifted }) =>
        pointsOf(shift, items, [
          [{ position: from === to ? String(from) : `${from} to ${to}` }, shifted],
        ]),
      ),
    ),
  };
}
