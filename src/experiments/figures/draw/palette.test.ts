import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contrastRatio, heat } from './heat.ts';
import { colour, lookOf, tokens, type Token } from './palette.ts';

const sheet = readFileSync('src/ui/look/tokens.css', 'utf8');

it.each(Object.entries(tokens))('%s is the page’s own', (name, { light, dark }) => {
  expect(sheet).toContain(`--${name}: light-dark(${light}, ${dark});`);
});

it('says colours as the page’s variables, or in figures', () => {
  expect(colour('ink', 'page')).toBe('var(--ink)');
  expect(colour('ink', 'dark')).toBe(tokens.ink.dark);
  expect(colour({ light: '#ffffff', dark: '#000000' }, 'page')).toBe(
    'light-dark(#ffffff, #000000)',
  );
});

it('draws in colours that are seen on the sheet', () => {
  for (const theme of ['light', 'dark'] as const)
    for (const name of Object.keys(tokens) as Token[])
      if (/^series|good|bad|ink/.test(name))
        expect(contrastRatio(tokens[name][theme], tokens.sheet[theme])).toBeGreaterThan(4.5);
});

it('looks different for twelve things, by symbol and colour', () => {
  const looks = Array.from({ length: 12 }, (_, i) => lookOf(i));
  expect(new Set(looks.map(({ paint, symbol }) => paint + symbol)).size).toBe(12);
  expect(new Set(looks.slice(0, 6).map(({ symbol }) => symbol)).size).toBe(6);
  expect(new Set(looks.slice(0, 6).map(({ dash }) => dash)).size).toBe(6);
});

it('has ink that reads on every shade', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
      const { fill, ink } = heat(share);
      for (const theme of ['light', 'dark'] as const)
        expect(contrastRatio(fill[theme], ink[theme])).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

it('has darker shades for more by day, and brighter ones by night', () => {
  const shares = [0, 0.25, 0.5, 0.75, 1];
  const against = (theme: 'light' | 'dark') =>
    shares.map((share) => contrastRatio(heat(share).fill[theme], tokens.sheet[theme]));
  for (const theme of ['light', 'dark'] as const)
    expect(against(theme)).toEqual(against(theme).toSorted((a, b) => a - b));
});
