import { describe, expect, it } from 'vitest';
import type { FigureData } from '../data.ts';
import { pointsOf } from '../points.ts';
import { sayPoint } from '../say.ts';
import { blankDocument } from '../testing/blank-document.ts';
import { samplePaper } from '../testing/sample-paper.ts';
import { samples } from '../testing/samples.ts';
import { drawFigure, type DrawOptions } from './draw.ts';

const kinds = Object.keys(samples) as (keyof typeof samples)[];
const [paper] = samplePaper.map(({ label }) => label);

const drawn = (data: FigureData, options: Partial<DrawOptions> = {}) =>
  drawFigure(data, { width: 390, document: blankDocument(), ...options });

const texts = (svg: Element): string[] =>
  [...svg.querySelectorAll('text')].map(({ textContent }) => textContent ?? '');

describe.each(kinds)('%s', (kind) => {
  const data: FigureData = samples[kind];

  it.each([390, 1000])('shows every estimate, at %i pixels', (width) => {
    const { points, svg } = drawn(data, { width });
    expect(new Set(points.map(({ point }) => point))).toEqual(new Set(pointsOf(data)));
    expect(svg.outerHTML).not.toMatch(/NaN|undefined|Infinity|null/);
    expect(Number(svg.getAttribute('width'))).toBe(width);
  });

  it('never shows a dot without its interval', () => {
    const { points } = drawn(data);
    for (const { element } of points)
      for (const symbol of element.querySelectorAll('.symbol'))
        // the stretch and its two caps
        expect(symbol.parentElement?.querySelectorAll('line')).toHaveLength(3);
    const inPoints = points.flatMap(({ element }) => [...element.querySelectorAll('.symbol')]);
    expect(inPoints.length > 0).toBe(!['heatmap'].includes(kind));
  });

  it('is one picture in words, or a group of buttons of which Tab stops at one', () => {
    const picture = drawn(data).svg;
    expect(picture.getAttribute('role')).toBe('img');
    expect(picture.getAttribute('aria-label')).toContain(data.title);
    expect(picture.querySelectorAll('[role=button], [tabindex]')).toHaveLength(0);
    const { svg, points } = drawn(data, { buttons: true });
    expect(svg.getAttribute('role')).toBe('group');
    expect(points.map(({ element }) => element.getAttribute('aria-label'))).toEqual(
      points.map(({ point }) => sayPoint(point, data)),
    );
    expect(svg.querySelectorAll('[role=button]')).toHaveLength(points.length);
    expect(svg.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  });

  it('has nothing that the page’s policy forbids, and no name where none may be', () => {
    const { svg } = drawn(data, { paper });
    expect(svg.querySelectorAll('style, [style], script, foreignObject')).toHaveLength(0);
    expect(svg.querySelectorAll('g[aria-label]:not([role])')).toHaveLength(0);
  });

  it('follows the theme on the page and has its own colours elsewhere', () => {
    expect(drawn(data).svg.outerHTML).toContain('var(--');
    for (const theme of ['light', 'dark'] as const)
      expect(drawn(data, { theme }).svg.outerHTML).not.toMatch(/var\(|light-dark/);
  });

  it('says so where nothing was measured', () => {
    const nothing = { ...data, points: [], references: [], positions: [], rounds: [], rows: [] };
    const axes = { rows: 'rows' in data && data.kind === 'table' ? data.rows : [] };
    const empty = { ...nothing, ...axes, start: null } as FigureData;
    expect(texts(drawn(empty).svg)).toEqual(['Nothing has been measured yet.']);
  });
});

describe('the paper’s values', () => {
  const hollows = (data: FigureData, series: string | null): number =>
    drawn(data, { paper: series ?? null }).svg.querySelectorAll('.paper .symbol').length;

  it('stand where their levels are, and can be left out', () => {
    expect(hollows(samples.table, paper ?? '')).toBe(7);
    expect(hollows(samples.bands, paper ?? '')).toBe(2);
    expect(hollows(samples.histogram, paper ?? '')).toBe(2);
    expect(hollows(samples.table, null)).toBe(0);
    expect(hollows(samples.table, 'another model')).toBe(0);
  });

  it('come with their source and what they are', () => {
    const said = texts(drawn(samples.table, { paper }).svg).join(' ');
    expect(said).toContain('arXiv 2405.19874, Table 2');
    expect(said).toContain('judged by GPT-4');
    expect(said).toContain('without intervals');
  });

  it('are not drawn on a scale with other ends', () => {
    const measure = { ...samples.table.measure, low: 0, high: 5 };
    expect(hollows({ ...samples.table, measure } as FigureData, paper ?? '')).toBe(0);
  });
});

describe('what is not there', () => {
  it('is said, not drawn as 0', () => {
    const { svg } = drawn(samples.table);
    expect(texts(svg).filter((text) => text === 'not run')).toHaveLength(2);
    expect(texts(drawn(samples.heatmap).svg).filter((text) => text === '–')).toHaveLength(2);
  });
});

describe('verdicts', () => {
  it('are signs, not colours alone', () => {
    const said = texts(drawn(samples.forest, { width: 1000 }).svg).join('\n');
    expect(said).toMatch(/✓ 1\.42/);
    expect(said).toMatch(/✗ 0\.50/);
    expect(said).toMatch(/\? 0\.12 \(−0\.\d+ to 0\.\d+\), n 40/);
  });
});
