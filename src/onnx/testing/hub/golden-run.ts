import type { GraphBuilder } from '../../graph/builder.ts';
import type { Value } from '../../graph/value.ts';
import { forward, readDecoder } from '../../importing/decoder.ts';
import { weightedLoss } from '../../llama/training.ts';
import { createGraph, gradients } from '../../ops/registry.ts';
import { elementCount } from '../../model/tensor.ts';
import { floats, full, integers, openGraph, type Data } from '../run.ts';
import { golden, goldenIds, goldenLabels, goldenRows, type GoldenWeights } from './golden.ts';
import type { HubModel } from './hub-writer.ts';

/** Loss of the learnt rows and all gradients of a model with the fixture's adapters beside it. */
export async function goldenRun(
  { model, rebuild }: HubModel,
  weights: GoldenWeights,
  which: 'adapters' | 'all weights',
): Promise<Record<string, Data>> {
  const decoder = readDecoder(model);
  const g = createGraph();
  const feeds = new Map<string, Data>();
  const values = new Map<string, Value>();
  const input = (name: string, shape: readonly number[], data: () => Float32Array): Value => {
    const made = values.get(name);
    if (made) return made;
    const value = g.input(name, 'float32', shape);
    values.set(name, value);
    feeds.set(name, floats(shape, data()));
    return value;
  };
  const parameter = (name: string) => input(name, weights.shape(name), () => weights.floats(name));
  const factor = (name: string, which: 0 | 1, shape: readonly number[]) =>
    input(`${name} ${'AB'[which]}`, shape, () => weights.factor(name, which, elementCount(shape)));
  const rebuilt = (graph: GraphBuilder, name: string) => {
    const from = rebuild.get(name);
    if (!from) throw new Error(`the hook is given ${name}, which is no parameter`);
    return from(graph, parameter);
  };
  const count = goldenRows.length;
  const ids = g.input('ids', 'int64', [golden.batch, golden.length]);
  const logits = forward(g, decoder, {
    ids,
    rows: g.input('rows', 'int64', [count]),
    linear: (graph, { name, rows, columns }, x, y) => {
      const a = factor(name, 0, [rows, golden.rank]);
      const b = factor(name, 1, [golden.rank, columns]);
      return graph.add(y, graph.matmul(graph.matmul(x, a), b));
    },
    ...(which === 'all weights' && { weight: rebuilt }),
  });
  const labels = g.input('labels', 'int64', [count, 1]);
  const loss = weightedLoss(g, logits, labels, g.filled([count, 1], 1));
  const wanted = [...values.values()];
  gradients(g, loss, wanted).forEach((d, i) => g.output(`d ${wanted[i]?.name}`, d));
  g.output('loss', loss);
  const run = await openGraph(g);
  return run({
    ids: integers([golden.batch, golden.length], goldenIds),
    rows: integers([count], goldenRows),
    labels: integers([count, 1], goldenLabels),
    ...Object.fromEntries(feeds),
  });
}

/** Logits of all rows without adapters, from a model's own weights. */
export async function goldenLogits({ model }: HubModel): Promise<ArrayLike<number>> {
  const g = createGraph();
  const shape = [golden.batch, golden.length];
  const ids = g.input('ids', 'int64', shape);
  g.output('logits', forward(g, readDecoder(model), { ids }));
  const got = await (await openGraph(g))({ ids: integers(shape, goldenIds) });
  return got.logits?.values ?? full([0], 0);
}
