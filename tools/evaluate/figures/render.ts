import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

/** Marks of one figure, and what is said about it. */
export interface Figure {
  /** Name of the file, without its end. */
  readonly name: string;
  readonly title: string;
  readonly options: Plot.PlotOptions;
}

const width = 720;
const titleHeight = 34;
/** Colours by class, so that a page that embeds the picture follows the reader's setting. */
const style = [
  '.paper{fill:#fdfcfa}text{font:12px system-ui,sans-serif;fill:#24292f}.title{font-size:15px;font-weight:600}',
  '.ink{stroke:#24292f}.first{stroke:#2563a8}.first circle,.first path{fill:#2563a8}',
  '.second{stroke:#b4451f}.second path{fill:#fdfcfa}.guide{stroke:#8b8f96}.soft text{fill:#5b6470}',
  '@media(prefers-color-scheme:dark){.paper{fill:#15181c}text{fill:#e6e8eb}.ink{stroke:#e6e8eb}',
  '.first{stroke:#7fb4ec}.first circle,.first path{fill:#7fb4ec}',
  '.second{stroke:#f0906a}.second path{fill:#15181c}.guide{stroke:#6b737d}.soft text{fill:#a9b3bf}}',
].join('');

/** The figure as a whole SVG document, for light and dark. */
export function renderFigure({ title, options }: Figure): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const drawn = Plot.plot({
    width,
    marginLeft: 190,
    marginRight: 24,
    marginBottom: 46,
    ...options,
    document: document as unknown as Document,
  }) as SVGSVGElement;
  const height = Number(drawn.getAttribute('height'));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height + titleHeight}" width="${width}" height="${height + titleHeight}" role="img">`,
    `<title>${escaped(title)}</title><style>${style}</style>`,
    `<rect class="paper" width="100%" height="100%"/>`,
    `<text class="title" x="12" y="24">${escaped(title)}</text>`,
    `<g transform="translate(0 ${titleHeight})" text-anchor="middle">${drawn.innerHTML.replace(/<style>.*?<\/style>/s, '')}</g>`,
    '</svg>\n',
  ].join('\n');
}

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] ?? c);
