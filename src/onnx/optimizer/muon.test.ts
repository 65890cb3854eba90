import { describe, expect, it } from 'vitest';
import { createGraph } from '../ops/registry.ts';
import { draws } from '../testing/draws.ts';
import { floats, openGraph } from '../testing/run.ts';
import { muon, orthogonalized } from './muon.ts';

const matrix = (rows: number, columns: number) =>
  floats([rows, columns], draws(rows).vector(rows * columns));

async function orthogonal(rows: number, columns: number): Promise<number[][]> {
  const g = createGraph();
  g.output('out', orthogonalized(g, g.input('matrix', 'float32', [rows, columns])));
  const run = await openGraph(g);
  const out = (await run({ matrix: matrix(rows, columns) }))['out']?.values ?? [];
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => Number(out[r * columns + c])),
  );
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);

describe('orthogonalized', () => {
  it.each([
    [8, 24],
    [24, 8],
  ])('gives %i x %i matrices singular values near 1', async (rows, columns) => {
    const out = await orthogonal(rows, columns);
    const short =
      rows < columns ? out : (out[0] ?? []).map((_, c) => out.map((row) => row[c] ?? 0));
    // The coefficients are tuned for speed: singular values end between about 0.7 and 1.2.
    const [diagonal, rest]: [number[], number[]] = [[], []];
    short.forEach((a, i) => short.forEach((b, j) => (i === j ? diagonal : rest).push(dot(a, b))));
    for (const square of diagonal) {
      expect(square).toBeGreaterThan(0.4);
      expect(square).toBeLessThan(1.6);
    }
    for (const other of rest) expect(Math.abs(other)).toBeLessThan(0.35);
  });
});

describe('muon', () => {
  it('adds the gradient to the momentum and moves against it, by a step that ignores its size', async () => {
    const settings = { rate: 2, momentum: 0.5, weightDecay: 0 };
    const g = createGraph();
    const input = (name: string) => g.input(name, 'float32', [4, 4]);
    const next = muon(
      g,
      {
        parameter: input('parameter'),
        gradient: input('gradient'),
        moment: input('moment'),
        learningRate: g.input('learningRate', 'float32', []),
      },
      settings,
    );
    g.output('moved', next.parameter);
    g.output('nextMoment', next.moment);
    const run = await openGraph(g);
    const zeros = floats([4, 4], new Float32Array(16));
    const gradient = matrix(4, 4);
    const move = async (factor: number) => {
      const scaled = floats(
        [4, 4],
        Float32Array.from(gradient.values, (x) => Number(x) * factor),
      );
      const learningRate = floats([], [0.1]);
      return run({ parameter: zeros, gradient: scaled, moment: zeros, learningRate });
    };
    const [one, ten] = [await move(1), await move(10)];
    expect(one['nextMoment']?.values).toEqual(Array.from(gradient.values));
    const moved = Array.from(one['moved']?.values ?? [], Number);
    Array.from(ten['moved']?.values ?? [], Number).forEach((x, i) =>
      expect(x).toBeCloseTo(moved[i] ?? NaN, 4),
    );
    const against = dot(moved, Array.from(gradient.values, Number));
    expect(against).toBeLessThan(0);
    const length = Math.sqrt(dot(moved, moved));
    expect(length).toBeGreaterThan(0.2 * 2 * 0.6);
    expect(length).toBeLessThan(0.2 * 2 * 1.3);
  });
});
