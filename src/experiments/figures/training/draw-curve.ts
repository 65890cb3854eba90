import * as Plot from '@observablehq/plot';
import { axisName, key, words } from '../draw/furniture.ts';
import { symbol } from '../draw/glyphs.ts';
import { colour, lookOf, type Look, type Theme } from '../draw/palette.ts';
import { domainOf, panel, upAxis } from '../draw/panel.ts';
import { element, moved, stacked, texts, type Body, type Ink } from '../draw/pen.ts';
import { places, roundTicks } from '../draw/ticks.ts';
import { textWidth } from '../draw/text-width.ts';
import { measureWords, sayCurve, type CurveLine, type CurveMeasure } from './curve-data.ts';

export interface CurveOptions {
  /** In pixels, at least 240. */
  readonly width: number;
  /** The last step that there will be; the axis reaches it from the start. */
  readonly steps: number;
  readonly theme?: Theme;
  readonly document?: Document;
}

const height = 220;

/** How a line looks: dashes and a symbol tell the held-out rows apart, not the colour alone. */
function lookOfLine(lines: readonly CurveLine[], line: CurveLine): Look {
  const others = lines.filter(({ kind }) => kind === 'smooth');
  const own = others.findIndex(({ label }) => label.split(': ')[0] === line.label.split(': ')[0]);
  const training = Math.max(0, others.length > 1 ? own : 0);
  return lookOf(line.kind === 'held-out' ? 2 * training + 1 : 2 * training);
}

/**
 * A training's course, or several: what every step measured as a thin line, its mean as a strong one, and
 * the held-out rows as marks on dashes. `role="img"` with what is seen in words; no styles, as the page's
 * policy wants it.
 */
export function drawCurve(
  lines: readonly CurveLine[],
  measure: CurveMeasure,
  options: CurveOptions,
): SVGSVGElement {
  const { theme = 'page', steps } = options;
  const width = Math.max(240, options.width);
  const pen: Ink = {
    document: options.document ?? document.implementation.createHTMLDocument(),
    theme,
  };
  const drawn =
    lines.length > 0 ? bodies(pen, lines, measure, { width, steps }) : nothing(pen, width);
  const body = stacked(pen, drawn, 6);
  const tall = Math.ceil(body.height);
  return element(
    pen,
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height: tall,
      viewBox: `0 0 ${width} ${tall}`,
      role: 'img',
      'aria-label': sayCurve(lines, measure),
    },
    [moved(pen, 0, 0, body.nodes)],
  );
}

const nothing = (pen: Ink, width: number): Body[] => [
  words(pen, 'Nothing has been measured yet.', width, { paint: 'ink-soft' }),
];

function bodies(
  pen: Ink,
  lines: readonly CurveLine[],
  measure: CurveMeasure,
  { width, steps }: { width: number; steps: number },
): Body[] {
  const { name, unit } = measureWords[measure];
  const looked = lines.map((line) => ({ ...line, look: lookOfLine(lines, line) }));
  const named = looked.filter(({ kind }) => kind !== 'raw');
  return [
    words(pen, `${name}, ${unit}`, width, { size: 11, paint: 'ink-soft' }),
    ...key(pen, named, width),
    plot(pen, looked, measure, { width, steps }),
  ];
}

function plot(
  pen: Ink,
  lines: readonly (CurveLine & { readonly look: Look })[],
  measure: CurveMeasure,
  { width, steps }: { width: number; steps: number },
): Body {
  const all = lines.flatMap(({ points }) => points);
  const percent = measure === 'accuracy';
  const scale = {
    label: '',
    low: measure === 'margin' ? null : 0,
    high: percent ? 1 : null,
    percent,
    digits: 2,
  };
  const domain = domainOf(
    all.map(({ value }) => ({ low: value, high: value })),
    scale,
  );
  const last = Math.max(1, steps, ...all.map(({ step }) => step));
  const [left, right, top] = [48, width - 10, 8];
  const x = (step: number): number => left + 6 + (step / last) * (right - left - 12);
  const paint = ({ paint }: Look) => colour(paint, pen.theme);
  const marks: Plot.Markish[] = [
    ...upAxis(pen, scale, domain, height - top),
    ...lines.map(({ points, look, kind }) =>
      Plot.line(points, {
        x: (point: { step: number }) => x(point.step),
        y: 'value',
        stroke: paint(look),
        strokeWidth: kind === 'raw' ? 1 : 2,
        strokeOpacity: kind === 'raw' ? 0.45 : 1,
        ...(kind === 'held-out' && look.dash ? { strokeDasharray: look.dash } : {}),
      }),
    ),
    ...lines
      .filter(({ kind, points }) => kind === 'held-out' || points.length === 1)
      .map(({ points, look }) =>
        Plot.dot(points, {
          x: (point: { step: number }) => x(point.step),
          y: 'value',
          render: (index, _scales, values) =>
            element(
              pen,
              'g',
              {},
              Array.from(index, (i) =>
                symbol(pen, [values.x?.[i] as number, values.y?.[i] as number], look, { r: 3.5 }),
              ),
            ),
        }),
      ),
  ];
  const ticks = roundTicks(
    [0, last],
    (step, labels) =>
      step >= 1 &&
      (step / last) * (right - left) >= Math.max(...labels.map((one) => textWidth(one, 11))) + 18,
    (value, step) => value.toFixed(places(step)),
  );
  const axis = axisName(pen, 'Step', left, right);
  return {
    height: height + 22 + axis.height,
    nodes: [
      panel(pen, {
        width,
        height,
        marginLeft: left,
        marginRight: width - right,
        x: { type: 'identity', axis: null },
        y: { domain: [...domain], range: [height, top], clamp: true },
        marks,
      }),
      ...ticks.flatMap(({ at, label }) =>
        texts(pen, x(at), height + 16, [label], { size: 11, anchor: 'middle', paint: 'ink-soft' }),
      ),
      moved(pen, 0, height + 22, axis.nodes),
    ],
  };
}
