import { expect, it } from 'vitest';
import { createGraph } from './registry.ts';
import { draws } from '../testing/draws.ts';
import { floats, integers, openGraph } from '../testing/run.ts';
import { scatterRows } from './gather.ts';

// Thousands of updates for a few rows, on two threads: a kernel that adds from both at once would
// lose some of them (onnxruntime's ScatterND does).
it(
  'adds every update of a row that occurs often, and the same way each time',
  { timeout: 60_000 },
  async () => {
    const [rows, width, count] = [64, 48, 4096];
    const random = draws(2);
    const index = Array.from({ length: count }, () => random.integer(random.integer(rows) + 1));
    const updates = random.vector(count * width);
    const expected = new Float64Array(rows * width);
    index.forEach((row, i) => {
      for (let j = 0; j < width; j++)
        expected[row * width + j] =
          (expected[row * width + j] as number) + (updates[i * width + j] as number);
    });

    const g = createGraph();
    const at = g.input('rows', 'int64', [count]);
    g.output(
      'sums',
      scatterRows(g, [rows, width], at, g.input('updates', 'float32', [count, width])),
    );
    const run = await openGraph(g);
    const feeds = { rows: integers([count], index), updates: floats([count, width], updates) };
    const first = (await run(feeds)).sums?.values as number[];
    first.forEach((sum, i) => expect(sum).toBeCloseTo(expected[i] as number, 3));
    for (let again = 0; again < 20; again++) expect((await run(feeds)).sums?.values).toEqual(first);
  },
);
