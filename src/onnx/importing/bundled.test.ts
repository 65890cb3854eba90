import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readModel } from '../model/read.ts';
import { createGraph } from '../ops/registry.ts';
import { integers, openGraph } from '../testing/run.ts';
import { logitsOf } from '../testing/hub-run.ts';
import { forward, readDecoder } from './decoder.ts';

const [batch, length] = [2, 12];
const ids = Array.from({ length: batch * length }, (_, i) => (7 * i * i + 3 * i + 5) % 2048);

describe.each(['lab-base-2m', 'lab-base-4m', 'lab-instruct-4m'])('%s', (name) => {
  const files = name === 'lab-instruct-4m' ? ['model_q4'] : ['model', 'model_q4'];
  it.each(files)('gives the logits of %s.onnx', { timeout: 60_000 }, async (file) => {
    const bytes = readFileSync(`public/models/${name}/onnx/${file}.onnx`);
    const model = readModel(bytes);
    const decoder = readDecoder(model);
    expect(decoder.sites.map((site) => site.name).slice(0, 7)).toEqual(
      [
        ...['q', 'k', 'v', 'o'].map((part) => `self_attn.${part}_proj`),
        ...['gate', 'up', 'down'].map((part) => `mlp.${part}_proj`),
      ].map((part) => `model.layers.0.${part}`),
    );
    const g = createGraph();
    const input = g.input('ids', 'int64', [batch, length]);
    g.output('logits', forward(g, decoder, { ids: input }));
    const rows = g.input('rows', 'int64', [3]);
    g.output('some', forward(g, decoder, { ids: input, rows }));
    const run = await openGraph(g);
    const got = await run({
      ids: integers([batch, length], ids),
      rows: integers([3], [4, 17, 23]),
    });
    const expected = await logitsOf(model, ids, [batch, length]);
    expect(got.logits?.shape).toEqual([batch * length, decoder.vocabSize]);
    const width = decoder.vocabSize;
    expected.forEach((value, i) => {
      if (Math.abs(value - (got.logits?.values[i] as number)) > 1e-3)
        throw new Error(`logit ${i}: ${got.logits?.values[i]} for ${value}`);
    });
    [4, 17, 23].forEach((row, at) =>
      expect(got.some?.values[at * width + 9]).toBeCloseTo(expected[row * width + 9] as number, 3),
    );
  });
});
