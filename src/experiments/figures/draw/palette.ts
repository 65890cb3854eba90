/** A colour by day and by night. */
export interface Paint {
  readonly light: string;
  readonly dark: string;
}

/**
 * 'page': colours follow the reader's theme, through the variables of the page's look. 'light' and 'dark':
 * colours in figures, for files that leave the page.
 */
export type Theme = 'page' | 'light' | 'dark';

/** The page's own colours that figures use, as src/ui/look/tokens.css has them; a test compares. */
export const tokens = {
  sheet: { light: '#fffdf8', dark: '#1a212a' },
  sunk: { light: '#efe9dc', dark: '#0c1015' },
  ink: { light: '#1c2733', dark: '#ece6da' },
  'ink-soft': { light: '#4d5a67', dark: '#a9b4bf' },
  line: { light: '#d9d0bf', dark: '#313c48' },
  'line-strong': { light: '#857c6b', dark: '#75828f' },
  accent: { light: '#0b5f66', dark: '#67cfc6' },
  marker: { light: '#ffe29a', dark: '#5a4514' },
  good: { light: '#2b6a2f', dark: '#8fd695' },
  bad: { light: '#a32020', dark: '#ff9d94' },
  'series-1': { light: '#0b6b73', dark: '#67cfc6' },
  'series-2': { light: '#b4451f', dark: '#f59a72' },
  'series-3': { light: '#5b3d8f', dark: '#c4a8f5' },
  'series-4': { light: '#8a6400', dark: '#f2c063' },
  'series-5': { light: '#2563a8', dark: '#86b9f0' },
  'series-6': { light: '#8f2f5a', dark: '#f3a3c6' },
} as const satisfies Record<string, Paint>;
export type Token = keyof typeof tokens;

/** A paint or token as the value of an attribute. */
export function colour(of: Token | Paint, theme: Theme): string {
  const paint = typeof of === 'string' ? tokens[of] : of;
  if (theme !== 'page') return paint[theme];
  return typeof of === 'string' ? `var(--${of})` : `light-dark(${paint.light}, ${paint.dark})`;
}

/** How one of several things side by side looks: a symbol and dashes too, never colour alone. */
export interface Look {
  readonly paint: Token;
  readonly symbol: 'circle' | 'diamond' | 'square' | 'triangle' | 'star' | 'cross';
  readonly dash: string | null;
}

const looks: readonly Look[] = [
  { paint: 'series-1', symbol: 'circle', dash: null },
  { paint: 'series-2', symbol: 'diamond', dash: '7 4' },
  { paint: 'series-3', symbol: 'square', dash: '2 3' },
  { paint: 'series-4', symbol: 'triangle', dash: '9 3 2 3' },
  { paint: 'series-5', symbol: 'star', dash: '4 2' },
  { paint: 'series-6', symbol: 'cross', dash: '12 4' },
];

/** The look of the n-th of things side by side; after six, colours come again with other symbols. */
export function lookOf(n: number): Look {
  const round = Math.floor(n / looks.length);
  const own = looks[n % looks.length] as Look;
  const other = looks[(n + 3 * round) % looks.length] as Look;
  return { paint: own.paint, symbol: other.symbol, dash: other.dash };
}

/** The look of figures that show one thing. */
export const plain = lookOf(0);
const references = [
  { symbol: 'square', dash: '1 4' },
  { symbol: 'triangle', dash: '6 5' },
  { symbol: 'cross', dash: '10 3 1 3' },
] as const;
/** Arms to compare with: grey, so that they step back. */
export const referenceLook = (n: number): Look => ({
  paint: 'ink-soft',
  ...(references[n % references.length] as (typeof references)[number]),
});
/** A paper's values; always hollow. */
export const paperLook: Look = { paint: 'ink-soft', symbol: 'diamond', dash: null };
