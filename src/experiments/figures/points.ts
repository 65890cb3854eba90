import type { Axis, FigureData, FigurePoint } from './data.ts';

/** The three classes of arXiv 2312.01552, by the rank of one model's first choice under the other. */
export const shiftLevels = ['unshifted', 'marginal', 'shifted'] as const;

/** All estimates of a figure, in reading order. */
export function pointsOf(data: FigureData): readonly FigurePoint[] {
  switch (data.kind) {
    case 'table':
      return data.points;
    case 'heatmap':
    case 'bands':
    case 'dots':
      return [...data.points, ...data.references];
    case 'shift':
      return [...data.points, ...data.positions];
    case 'histogram':
      return [
        ...(data.start ? [data.start] : []),
        ...data.rounds.flatMap(({ candidates }) => candidates),
      ];
    case 'forest':
      return data.rows.map(({ point }) => point);
  }
}

/** A level with the name of what it is, where it is only a number. */
export const levelName = ({ name }: Axis, level: string): string =>
  level !== '' && Number.isFinite(Number(level)) ? `${name}: ${level}` : level;

/** The points that stand where `at` says, as far as it says. */
export const pointsAt = <P extends Pick<FigurePoint, 'at'>>(
  points: readonly P[],
  at: Readonly<Record<string, string | undefined>>,
): P[] =>
  points.filter((point) =>
    Object.entries(at).every(([axis, level]) => level === undefined || point.at[axis] === level),
  );
