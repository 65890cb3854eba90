import * as Plot from '@observablehq/plot';
import type { FigurePoint, HistogramFigure } from '../data.ts';
import { axisName, words } from './furniture.ts';
import { estimate, hollows } from './glyphs.ts';
import { colour, referenceLook, type Look } from './palette.ts';
import { acrossAxis, panel } from './panel.ts';
import { paperAt } from '../paper-values.ts';
import { paperNote } from './paper-layer.ts';
import { element, stacked, text, type Body, type Pen } from './pen.ts';
import { candidate, edge, keptLook, piles, scaleOf, type Round, type Scale } from './piles.ts';
import { counted, number } from '../say.ts';
import { textWidth } from './text-width.ts';

const strip = 20;

/** An estimate of its own line under the piles, with its name on the side that has room. */
function below(
  pen: Pen,
  scale: Scale,
  point: FigurePoint,
  y: number,
  name: string,
  look: Look,
): Element[] {
  const { x, width, domain } = scale;
  const [at, from, to] = [point.value, point.low, point.high].map((value) =>
    x(Math.min(domain[1], Math.max(domain[0], value))),
  ) as [number, number, number];
  const label = `${name} ${number(point.value, (pen.data as HistogramFigure).measure)}`;
  const before = from - 10 - textWidth(label, 11) >= 0;
  const after = to + 10 + textWidth(label, 11) <= width;
  const look11 = { size: 11, rim: true, paint: 'ink' } as const;
  return [
    estimate(pen, point, { along: 'x', at, from, to, across: y }, look),
    after || !before
      ? text(pen, Math.min(to + 10, width - textWidth(label, 11)), y + 4, label, look11)
      : text(pen, from - 10, y + 4, label, { ...look11, anchor: 'end' }),
  ];
}

function round(pen: Pen, data: HistogramFigure, which: Round, scale: Scale): Body {
  const { start, threshold, measure } = data;
  const { width, block, bin, domain } = scale;
  const kept = which.candidates[which.chosen ?? -1];
  const lines = (kept ? 1 : 0) + (start ? 1 : 0);
  const pile = piles(which, scale);
  const height = Math.max(4, ...[...pile.values()].map(({ length }) => length)) * block + 10;
  const floor = height + lines * strip + 4;
  const paper = paperAt(pen.paper, { round: which.label });
  const blocks = [...pile]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([place, own]) =>
      own.map(({ point, index }, i) =>
        candidate(
          pen,
          point,
          index === which.chosen,
          { x: edge + place * bin, y: height - (i + 1) * block },
          scale,
        ),
      ),
    );
  const passed = which.candidates.filter(({ value }) => threshold !== null && value >= threshold);
  const title =
    `${which.label}: ${counted(which.candidates.length, 'candidate')}` +
    (threshold === null ? '' : `, ${passed.length} at or above ${number(threshold, measure)}`);
  const drawn = panel(pen, {
    width,
    height: floor + 20,
    marginBottom: 20,
    x: { domain: [...domain], range: [edge, width - edge], clamp: true },
    y: { domain: [0, floor], range: [0, floor], axis: null },
    marks: [
      ...acrossAxis(pen, measure, domain, [edge, width - edge], [[0, floor]]),
      Plot.ruleY([height], { stroke: colour('line-strong', pen.theme) }),
      ...(threshold === null
        ? []
        : [
            Plot.ruleX([threshold], {
              y1: 0,
              y2: height,
              stroke: colour('ink', pen.theme),
              strokeWidth: 1.5,
              strokeDasharray: '4 3',
            }),
          ]),
      () => element(pen, 'g', {}, blocks),
      hollows(pen, paper === null ? [] : [{ x: paper, y: height + 10 }]),
    ],
  });
  return stacked(pen, [
    words(pen, title, width, { size: 12.5, bold: true }),
    {
      height: floor + 20,
      nodes: [
        drawn,
        ...(kept ? below(pen, scale, kept, height + 12, 'kept', keptLook) : []),
        ...(start
          ? below(
              pen,
              scale,
              start,
              height + (kept ? strip : 0) + 12,
              'without any',
              referenceLook(0),
            )
          : []),
      ],
    },
  ]);
}

/** Rounds one below the other on one axis: a block for each candidate, and the kept one's interval. */
export function drawHistogram(pen: Pen, data: HistogramFigure, width: number): Body[] {
  const papers = data.rounds.flatMap(({ label }) => paperAt(pen.paper, { round: label }) ?? []);
  const scale = scaleOf(data, papers, width);
  return [
    stacked(
      pen,
      data.rounds.map((one) => round(pen, data, one, scale)),
      14,
    ),
    stacked(
      pen,
      [
        axisName(pen, `${data.measure.label}; one block is one candidate`, 0, width),
        ...paperNote(pen, width),
      ],
      4,
    ),
  ];
}
