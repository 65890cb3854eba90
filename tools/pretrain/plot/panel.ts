import { linearScale, linearTicks, logScale, logTicks, spread } from './scale.ts';
import type { Series, Stretch } from './series.ts';
import { element, label, polyline } from './svg.ts';

/** A line with its look; `named` lines get their name at the right end. */
export interface StyledSeries {
  readonly series: Series;
  readonly className: string;
  readonly named: boolean;
}

/** Where a panel stands and what it shows. */
export interface PanelSpec {
  readonly heading: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly StyledSeries[];
  readonly stages: readonly Stretch[];
}

const million = 1e6;

/** The lowest and highest loss, with a little air; the scale is logarithmic. */
function lossRange(lines: readonly StyledSeries[]): [number, number] {
  const values = lines.flatMap(({ series }) => series.points.map((p) => p[1])).filter((y) => y > 0);
  return [Math.min(...values) / 1.08, Math.max(...values) * 1.05];
}

/** A panel: stages, grid, axes, lines, and names at the lines' ends. SVG markup. */
export function panel(spec: PanelSpec): string {
  const { heading, left, top, width, height, lines, stages } = spec;
  const right = left + width;
  const bottom = top + height;
  const end = stages.at(-1)?.to ?? 1;
  const [low, high] = lossRange(lines);
  const x = linearScale(0, end, left, right);
  const y = logScale(low, high, bottom, top);

  const grid = logTicks(low, high).map(
    (loss) =>
      element('path', { class: 'grid', d: `M${left} ${y(loss).toFixed(1)}H${right}` }) +
      label(String(loss), left - 8, y(loss) + 4, { 'text-anchor': 'end' }),
  );
  const axis = linearTicks(0, end / million, 8).map((t) =>
    label(String(t), x(t * million), bottom + 18, { 'text-anchor': 'middle' }),
  );
  const borders = stages.map(
    (s) =>
      (s.from > 0
        ? element('path', { class: 'border', d: `M${x(s.from).toFixed(1)} ${top}V${bottom}` })
        : '') + label(s.name, x(s.from) + 6, top + 12, { class: 'soft' }),
  );
  const paths = lines.map(({ series, className }) =>
    element('path', {
      class: className,
      d: polyline(series.points.map(([tokens, loss]) => [x(tokens), y(loss)] as const)),
    }),
  );
  return [
    label(heading, left, top - 10, { class: 'heading' }),
    ...grid,
    ...axis,
    ...borders,
    ...paths,
    ...endNames(lines, y, right + 10, top + 6, bottom),
  ].join('\n');
}

function endNames(
  lines: readonly StyledSeries[],
  y: (loss: number) => number,
  x: number,
  low: number,
  high: number,
): string[] {
  const named = lines.filter(({ series, named }) => named && series.points.length > 0);
  const last = named.map(({ series }) => series.points.at(-1)?.[1] ?? 1);
  const places = spread(last.map(y), 15, low, high);
  return named.map(({ series, className }, i) =>
    label(`${series.name} ${(last[i] ?? 0).toFixed(2)}`, x, (places[i] ?? 0) + 4, {
      class: className.replace('line ', '').replace('strong', 'heading'),
    }),
  );
}
