import type { TrainingCurve } from '../../../domain/training/curve.ts';

/** What of a training's course is shown. */
export const curveMeasures = ['loss', 'margin', 'accuracy', 'learningRate'] as const;
export type CurveMeasure = (typeof curveMeasures)[number];

export const measureWords: Readonly<Record<CurveMeasure, { name: string; unit: string }>> = {
  loss: { name: 'Loss', unit: 'nats per learnt token; of a pair for DPO' },
  margin: { name: 'Margin', unit: 'reward of the preferred answer minus that of the other' },
  accuracy: { name: 'Accuracy', unit: 'share of pairs with the preferred answer ahead' },
  learningRate: { name: 'Learning rate', unit: 'as the schedule has it' },
};

/** One training in a figure, by its name where there are several. */
export interface NamedCurve {
  readonly label: string;
  readonly curve: TrainingCurve;
}

export interface CurvePoint {
  readonly step: number;
  readonly value: number;
}

/** One line of a figure. `raw` is what steps measured themselves, each on its own few rows. */
export interface CurveLine {
  readonly label: string;
  readonly kind: 'raw' | 'smooth' | 'held-out';
  readonly points: readonly CurvePoint[];
}

/** How many steps around one its mean is taken over, itself included: an odd number, 1 for none. */
export const smoothedOver = (steps: number): number =>
  steps < 20 ? 1 : 2 * Math.min(12, Math.floor(steps / 20)) + 1;

/** Means over the steps around each; at the ends over those that there are. */
export function smoothed(points: readonly CurvePoint[], over: number): CurvePoint[] {
  const reach = (over - 1) / 2;
  return points.map(({ step }, i) => {
    const near = points.slice(Math.max(0, i - reach), i + reach + 1);
    return { step, value: near.reduce((sum, point) => sum + point.value, 0) / near.length };
  });
}

const pointsOf = (
  list: readonly { readonly step: number }[],
  measure: CurveMeasure,
): CurvePoint[] =>
  list.flatMap((point) => {
    const value = (point as { readonly [name in CurveMeasure]?: number | undefined })[measure];
    return value === undefined ? [] : [{ step: point.step, value }];
  });

/** The lines that show one measure of some trainings; lines without a point are left out. */
export function curveLines(curves: readonly NamedCurve[], measure: CurveMeasure): CurveLine[] {
  return curves.flatMap(({ label, curve }) => {
    const of = (what: string) => (label === '' ? what : `${label}: ${what.toLowerCase()}`);
    const steps = pointsOf(curve.steps, measure);
    const over = measure === 'learningRate' ? 1 : smoothedOver(steps.length);
    const mean = smoothed(steps, over);
    const held = pointsOf(curve.validation, measure);
    const lines: CurveLine[] = [
      ...(over > 1 ? [{ label: of('Each step'), kind: 'raw' as const, points: steps }] : []),
      {
        label: of(over > 1 ? `Mean of ${over} steps` : 'Each step'),
        kind: 'smooth',
        points: mean,
      },
      { label: of('Held-out rows'), kind: 'held-out', points: held },
    ];
    return lines.filter(({ points }) => points.length > 0);
  });
}

/** A course as a table: a row for every step and for every look at the held-out rows, for readers and files. */
export function curveRows({ steps, validation }: TrainingCurve): Record<string, number | null>[] {
  const held = new Map(validation.map((point) => [point.step, point]));
  const numbers = [...new Set([...steps, ...validation].map(({ step }) => step))].sort(
    (a, b) => a - b,
  );
  const known = new Map(steps.map((point) => [point.step, point]));
  const pairs = [...steps, ...validation].some(({ margin }) => margin !== undefined);
  return numbers.map((step) => {
    const point = known.get(step);
    const look = held.get(step);
    return {
      step,
      loss: point?.loss ?? null,
      'held-out loss': look?.loss ?? null,
      ...(pairs && {
        margin: point?.margin ?? null,
        accuracy: point?.accuracy ?? null,
        'held-out margin': look?.margin ?? null,
        'held-out accuracy': look?.accuracy ?? null,
      }),
      'gradient norm': point?.gradientNorm ?? null,
      'learning rate': point?.learningRate ?? null,
      tokens: point?.tokens ?? null,
    };
  });
}

/** The same as CSV. */
export function curveCsv(curve: TrainingCurve): string {
  const rows = curveRows(curve);
  const columns = Object.keys(rows[0] ?? { step: 0 });
  return [
    columns.join(','),
    ...rows.map((row) => columns.map((name) => row[name] ?? '').join(',')),
    '',
  ].join('\n');
}

/** What a figure shows, in a sentence for those who do not see it. */
export function sayCurve(lines: readonly CurveLine[], measure: CurveMeasure): string {
  const { name } = measureWords[measure];
  const said = lines
    .filter(({ kind }) => kind !== 'raw')
    .flatMap(({ label, points }) => {
      const [first] = points;
      const last = points.at(-1);
      if (!first || !last) return [];
      const number = (value: number) => value.toPrecision(3);
      return [
        `${label}: ${number(first.value)} at step ${first.step}, ${number(last.value)} at step ${last.step}`,
      ];
    });
  return said.length === 0 ? `${name}: nothing measured yet.` : `${name}. ${said.join('; ')}.`;
}
