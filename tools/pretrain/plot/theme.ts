/**
 * Colours of the plot, for light and dark. The picture carries both: a page that embeds it follows
 * the reader's setting. Hues keep a contrast of at least 3:1 against either background.
 */
const light = [
  '#2563a8',
  '#b4451f',
  '#2f7d4f',
  '#8a4fa3',
  '#8a6a10',
  '#0f7c85',
  '#b03a68',
  '#5b6470',
];
const dark = [
  '#7fb4ec',
  '#f0906a',
  '#7fcf9f',
  '#c79be0',
  '#dcb95a',
  '#63c8d2',
  '#f08ab2',
  '#a9b3bf',
];

/** Class of the n-th line; beyond the hues, lines repeat them dashed. */
export const lineClass = (n: number): string =>
  `line hue-${n % light.length}${n >= light.length ? ' dashed' : ''}`;

const hues = (colours: readonly string[]): string =>
  colours.map((c, i) => `.hue-${i}{stroke:${c}}text.hue-${i}{fill:${c};stroke:none}`).join('');

/** The picture's style sheet. */
export const styleSheet =
  '.paper{fill:#fdfcfa}text{font:12px system-ui,sans-serif;fill:#24292f}' +
  '.title{font-size:17px;font-weight:600}.heading{font-weight:600}.soft{fill:#5b6470}' +
  '.grid{stroke:#e2e0db}.border{stroke:#8b8f96;stroke-dasharray:2 4}' +
  '.line{fill:none;stroke-width:1.75;stroke-linejoin:round}.dashed{stroke-dasharray:5 3}' +
  '.strong{fill:none;stroke-width:2.5;stroke:#24292f}.faint{fill:none;stroke:#9a9ea5}' +
  hues(light) +
  '@media(prefers-color-scheme:dark){.paper{fill:#15181c}text{fill:#e6e8eb}.soft{fill:#a9b3bf}' +
  '.grid{stroke:#2c3138}.border{stroke:#6b737d}.strong{stroke:#e6e8eb}.faint{stroke:#6b737d}' +
  `${hues(dark)}}`;
