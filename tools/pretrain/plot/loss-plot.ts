import { panel, type StyledSeries } from './panel.ts';
import type { PlotData, Series } from './series.ts';
import { element, label } from './svg.ts';
import { lineClass, styleSheet } from './theme.ts';

const width = 1000;
const left = 56;
const right = 210;
const lossHeight = 400;
const exampleHeight = 190;

const ordinal = (n: string): string => `${n}${{ '1': 'st', '2': 'nd', '3': 'rd' }[n] ?? 'th'}`;

/** Families stand sorted by their last loss, so that names and colours follow the picture. */
const byLastLoss = (a: Series, b: Series): number =>
  (b.points.at(-1)?.[1] ?? 0) - (a.points.at(-1)?.[1] ?? 0);

/**
 * The picture of a training run: loss in training and on held-out documents by family above, the
 * loss on a document's 1st, 3rd and 10th example below. A whole SVG document.
 */
export function lossPlot(title: string, data: PlotData): string {
  const families = [...data.families]
    .sort(byLastLoss)
    .map((series, i): StyledSeries => ({ series, className: lineClass(i), named: true }));
  const lossLines: StyledSeries[] = [
    { series: data.train, className: 'faint', named: false },
    ...families,
    { series: data.validation, className: 'strong', named: true },
  ];
  const exampleLines = data.examples.map((series, i): StyledSeries => ({
    series: { ...series, name: `${ordinal(series.name)} example` },
    className: lineClass(i),
    named: true,
  }));
  const place = { left, width: width - left - right, stages: data.stages };
  const hasExamples = exampleLines.some(({ series }) => series.points.length > 0);
  const secondTop = 80 + lossHeight + 64;
  const height = hasExamples ? secondTop + exampleHeight + 48 : 80 + lossHeight + 48;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    element('title', {}, title),
    `<style>${styleSheet}</style>`,
    element('rect', { class: 'paper', width, height }),
    label(title, left, 32, { class: 'title' }),
    panel({
      ...place,
      heading:
        'Loss, nats per token (grey: training; bold: all held-out documents; colours: by family)',
      top: 80,
      height: lossHeight,
      lines: lossLines,
    }),
    ...(hasExamples
      ? [
          panel({
            ...place,
            heading: 'In-context score: loss on the n-th example of a held-out document',
            top: secondTop,
            height: exampleHeight,
            lines: exampleLines,
          }),
        ]
      : []),
    label('million tokens', left + (width - left - right) / 2, height - 10, {
      class: 'soft',
      'text-anchor': 'middle',
    }),
    '</svg>\n',
  ].join('\n');
}
