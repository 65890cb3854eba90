import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { GraphBuilder } from '../graph/builder.ts';
import type { Value } from '../graph/value.ts';
import { elementCount } from '../model/tensor.ts';
import { createGraph, gradients } from '../ops/registry.ts';
import { floats, openGraph, type Data } from './run.ts';
import { draws } from './draws.ts';

export interface GradientCheck {
  /** Shapes of the differentiable inputs. */
  shapes: readonly (readonly number[])[];
  /** Builds y from the inputs. */
  build: (g: GraphBuilder, ...inputs: Value[]) => Value;
  seed: number;
  /** All inputs at least 0.5, for logarithms and roots. */
  positive?: boolean;
  tolerance?: number;
}

/** Half the width of a central difference. */
const step = 1 / 128;

/**
 * Checks d sum(r y) / dx for random r against central differences of y, element by element.
 * Inputs lie on interleaved grids, so that kinks (relu, max) are never within a step.
 */
export async function checkGradients(check: GradientCheck): Promise<void> {
  const { shapes, build, seed, positive = false, tolerance = 2e-3 } = check;
  const random = draws(seed);
  const g = createGraph();
  const inputs = shapes.map((shape, i) => g.input(`x${i}`, 'float32', shape));
  const y = build(g, ...inputs);
  const r = g.input('r', 'float32', y.shape);
  const loss = g.sum(g.mul(y, r));
  gradients(g, loss, inputs).forEach((dx, i) => g.output(`dx${i}`, dx));
  g.output('y', y);
  const run = await openGraph(g);

  const points = shapes.map((shape, i) =>
    Float32Array.from({ length: elementCount(shape) }, () => {
      const grid = (random.integer(17) - 8 + (i + 1) * 0.3) / 8;
      return positive ? Math.abs(grid) + 0.5 : grid;
    }),
  );
  const weights = Float32Array.from({ length: elementCount(y.shape) }, () => random.signed());
  const feeds: Record<string, Data> = { r: floats(y.shape, weights) };
  points.forEach((point, i) => (feeds[`x${i}`] = floats(shapes[i] as number[], point)));
  const value = async () => {
    const values = (await run(feeds)).y?.values as number[];
    return values.reduce((total, v, i) => total + v * (weights[i] as number), 0);
  };

  const analytic = await run(feeds);
  for (const [i, point] of points.entries()) {
    const dx = analytic[`dx${i}`] as Data;
    expect(dx.shape).toEqual(shapes[i]);
    for (let j = 0; j < point.length; j++) {
      const at = point[j] as number;
      point[j] = at + step;
      const above = await value();
      point[j] = at - step;
      const below = await value();
      point[j] = at;
      const numeric = (above - below) / (2 * step);
      const error = Math.abs(numeric - (dx.values[j] as number));
      expect(
        error,
        `d/dx${i}[${j}]: graph ${dx.values[j]}, finite difference ${numeric}`,
      ).toBeLessThan(tolerance * (1 + Math.abs(numeric)));
    }
  }
}

/** A test that checks the gradients for a few random cases; a failure prints what was drawn. */
export const gradientProperty = <T>(
  name: string,
  drawn: fc.Arbitrary<T>,
  check: (drawn: T) => Omit<GradientCheck, 'seed'>,
): void =>
  it(name, { timeout: 60_000 }, () =>
    fc.assert(
      fc.asyncProperty(drawn, fc.nat(), (value, seed) => checkGradients({ ...check(value), seed })),
      { numRuns: 5 },
    ),
  );
