import type { FigureData } from '../../figures/data.ts';
import { svgMarkup } from '../../figures/export.ts';
import { drawable } from '../../figures/paper-values.ts';
import { captionOf } from '../../figures/say.ts';
import { figureTable } from '../../figures/twin.ts';
import { markup, Markup } from '../markup.ts';
import { grid } from './tables.ts';

/** Of a figure, in pixels; a narrower window shows it smaller. */
const width = 860;

/** A figure as it is drawn, with all that it says of itself, and its numbers as a table. */
export function figurePart(data: FigureData, document?: Document): Markup {
  const paper = drawable(data)[0]?.label ?? null;
  const options = { width, theme: 'page', paper, ...(document && { document }) } as const;
  const { columns, rows } = figureTable(data);
  return markup`<figure>
    <h3>${data.title}</h3>
    ${new Markup(svgMarkup(data, options))}
    <figcaption>${captionOf(data)}<br />${data.source}</figcaption>
    <details>
      <summary>The numbers of this figure</summary>
      ${grid(
        columns.map(({ name }) => name),
        rows.map((row) => row.map(({ text }) => text)),
      )}
    </details>
  </figure>`;
}
