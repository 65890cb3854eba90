import type { Paint } from './palette.ts';

type Rgb = readonly [number, number, number];

/** From low to high: by day from paper to deep teal, by night from the desk to bright teal. */
const stops = {
  light: ['#f7edd6', '#cfe0c8', '#7fbcb0', '#2c8187', '#0b4a55'],
  dark: ['#222b36', '#26454f', '#2f7274', '#55a99f', '#b4ecdc'],
} as const;
const inks = { dark: '#05080b', pale: '#ffffff' };

const rgb = (hex: string): Rgb => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)) as never;
const hex = (channels: readonly number[]): string =>
  `#${channels.map((c) => Math.round(c).toString(16).padStart(2, '0')).join('')}`;

function shade(ramp: readonly string[], share: number): string {
  const at = Math.min(1, Math.max(0, share)) * (ramp.length - 1);
  const below = Math.min(Math.floor(at), ramp.length - 2);
  const [from, to] = [rgb(ramp[below] as string), rgb(ramp[below + 1] as string)];
  return hex(from.map((c, i) => c + ((to[i] as number) - c) * (at - below)));
}

/** Relative luminance of a colour (WCAG 2.2). */
function luminance(colour: string): number {
  const [r, g, b] = rgb(colour).map((c) => {
    const share = c / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of two colours (WCAG 2.2), 1 to 21. */
export function contrastRatio(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].toSorted((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const inkOn = (fill: string): string =>
  contrastRatio(inks.dark, fill) >= contrastRatio(inks.pale, fill) ? inks.dark : inks.pale;

/** The shade at a share of the scale, 0 to 1, and the ink that reads best on it. */
export function heat(share: number): { fill: Paint; ink: Paint } {
  const fill = { light: shade(stops.light, share), dark: shade(stops.dark, share) };
  return { fill, ink: { light: inkOn(fill.light), dark: inkOn(fill.dark) } };
}
