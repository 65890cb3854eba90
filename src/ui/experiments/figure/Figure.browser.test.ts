import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../look/tokens.css';
import '../../look/base.css';
import type { FigureData } from '../../../experiments/figures/data.ts';
import { figureTable } from '../../../experiments/figures/twin.ts';
import { samples } from '../../../experiments/figures/testing/samples.ts';
import Figure from './Figure.svelte';

let host: HTMLElement;
let figure: Record<string, unknown>;
const opened: string[] = [];

async function show(data: FigureData, width = 700): Promise<void> {
  host.style.width = `${width}px`;
  figure = mount(Figure, {
    target: host,
    props: { data, onpoint: ({ label }: { label: string }) => opened.push(label) },
  }) as Record<string, unknown>;
  await vi.waitFor(() => expect(host.querySelector('.drawing svg')).not.toBeNull());
}

beforeEach(() => {
  opened.length = 0;
  host = document.createElement('main');
  document.body.append(host);
});

afterEach(async () => {
  await unmount(figure);
  host.remove();
});

const button = (name: string): HTMLButtonElement =>
  [...host.querySelectorAll('button')].find((one) => one.textContent?.trim().startsWith(name)) ??
  expect.fail(`no button ${name}`);
const focused = (): string | null => document.activeElement?.getAttribute('aria-label') ?? null;
const point = (starts: string): SVGElement =>
  host.querySelector<SVGElement>(`.point[aria-label^="${starts}"]`) ??
  expect.fail(`no point ${starts}`);

it('goes from point to point by arrow keys and opens what is behind one', async () => {
  await show(samples.table);
  point('base, turn 1').focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(focused()).toMatch(/^base, turn 2/);
  await userEvent.keyboard('{ArrowDown}');
  expect(focused()).toMatch(/^base \+ URIAL, turn 2: 3\.70/);
  expect(host.querySelector('.readout')?.textContent).toBe(focused());
  await userEvent.keyboard('{Enter}');
  await userEvent.keyboard(' ');
  expect(opened).toEqual(['base + URIAL, turn 2', 'base + URIAL, turn 2']);
  await userEvent.keyboard('{Home}');
  expect(focused()).toMatch(/^base, turn 1/);
  expect(host.querySelectorAll('.point[tabindex="0"]')).toHaveLength(1);
});

it('opens a point that is pressed', async () => {
  await show(samples.heatmap);
  point('no ICL, 1.15, 0.5, 0.9').dispatchEvent(new MouseEvent('click', { bubbles: true }));
  expect(opened).toEqual(['no ICL, 1.15, 0.5, 0.9']);
});

it('always has its table, shown when it is asked for', async () => {
  await show(samples.bands);
  const rows = host.querySelectorAll('tbody tr');
  expect(rows).toHaveLength(figureTable(samples.bands).rows.length);
  const table = host.querySelector('table') as HTMLTableElement;
  expect(table.getBoundingClientRect().width).toBeGreaterThan(0);
  expect(host.querySelector('.table')?.classList.contains('visually-hidden')).toBe(true);
  button('As a table').click();
  flushSync();
  expect(host.querySelector('.table')?.classList.contains('visually-hidden')).toBe(false);
  expect(host.querySelector<HTMLElement>('.drawing')?.hidden).toBe(true);
});

it('shows a paper’s values until they are switched off', async () => {
  await show(samples.table);
  const hollow = () => host.querySelectorAll('.paper .symbol').length;
  expect(hollow()).toBe(7);
  const select = host.querySelector('select') as HTMLSelectElement;
  select.value = '';
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await vi.waitFor(() => expect(hollow()).toBe(0));
});

it('is drawn again for another width, the focus where it was', async () => {
  await show(samples.dots);
  const width = () => Number(host.querySelector('.drawing svg')?.getAttribute('width'));
  const before = width();
  const chosen = host.querySelectorAll<SVGElement>('.point')[3] as SVGElement;
  chosen.focus();
  const name = focused();
  host.style.width = '390px';
  await vi.waitFor(() => expect(width()).toBeLessThan(before));
  expect(width()).toBe(390);
  await vi.waitFor(() => expect(focused()).toBe(name));
});
