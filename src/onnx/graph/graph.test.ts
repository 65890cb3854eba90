import { describe, expect, it } from 'vitest';
import { int } from '../model/attributes.ts';
import { createGraph, gradients } from '../ops/registry.ts';
import { floats, openGraph } from '../testing/run.ts';
import { toModel } from './finish.ts';

describe('shape inference', () => {
  it.each([
    [
      'MatMul',
      [2, 3],
      [4, 5],
      /MatMul\(a: float32\[2,3\], b: float32\[4,5\]\): inner dimensions 3 and 4/,
    ],
    ['Add', [2, 3], [2], /\[2,3\] and \[2\] do not broadcast/],
    ['Concat', [2, 3], [3, 2], /parts differ beside axis 0/],
    ['Nonsense', [1], [1], /operator Nonsense: no shape rule/],
  ])('%s of %j and %j is refused by name', (op, a, b, message) => {
    const g = createGraph();
    const inputs = [g.input('a', 'float32', a), g.input('b', 'float32', b)];
    expect(() => g.op(op, inputs)).toThrow(message);
  });

  it('needs shapes to be constants', () => {
    const g = createGraph();
    const shape = g.input('shape', 'int64', [2]);
    expect(() => g.op('Reshape', [g.input('x', 'float32', [4]), shape])).toThrow(
      /input 1 \(shape\) must be a constant/,
    );
  });

  it('predicts what the runtime returns', async () => {
    const g = createGraph();
    const x = g.input('x', 'float32', [2, 3, 4]);
    const y = g.op('ReduceMean', [g.transpose(x, [2, 0, 1]), g.integerVector([-2])]);
    g.output('y', y);
    const run = await openGraph(g);
    const got = await run({
      x: floats(
        [2, 3, 4],
        Array.from({ length: 24 }, (_, i) => i),
      ),
    });
    expect(got.y?.shape).toEqual(y.shape);
  });
});

describe('differentiation', () => {
  it('names the operator and the node that it has no rule for', () => {
    const g = createGraph();
    const x = g.input('x', 'float32', [2, 2]);
    const y = g.sum(g.op('CumSum', [x, g.integerVector([0])], {}, 'running'));
    expect(() => gradients(g, y, [x])).toThrow(/operator CumSum \(node running\) has no/);
  });

  it('says so when the loss does not depend on a parameter', () => {
    const g = createGraph();
    const [x, w] = [g.input('x', 'float32', [2]), g.input('w', 'float32', [2])];
    expect(() => gradients(g, g.sum(x), [w])).toThrow(/no gradient reaches w/);
  });

  it('adds the gradients of a value used twice, and goes around what is not asked for', async () => {
    const g = createGraph();
    const [x, w] = [g.input('x', 'float32', [2]), g.input('w', 'float32', [2])];
    const product = g.mul(x, w);
    // CumSum has no rule, but no gradient is asked for through it
    const other = g.op('CumSum', [
      x,
      g.constant('axis', { dtype: 'int64', dims: [], data: new Uint8Array(8) }),
    ]);
    const loss = g.sum(g.add(g.mul(product, product), g.mul(product, other)));
    const [dw] = gradients(g, loss, [w]);
    if (dw) g.output('dw', dw);
    const run = await openGraph(g);
    const got = await run({ x: floats([2], [2, 3]), w: floats([2], [5, 7]) });
    // d/dw (x w)^2 + x w c = 2 x^2 w + x c, with c = [2, 5]
    expect(got.dw?.values).toEqual([2 * 4 * 5 + 2 * 2, 2 * 9 * 7 + 3 * 5]);
  });
});

describe('toModel', () => {
  it('leaves out what no output needs, and keeps every input', () => {
    const g = createGraph();
    const [x, unused] = [g.input('x', 'float32', [2]), g.input('unused', 'float32', [2])];
    g.mul(unused, g.scalar(7));
    g.output('y', g.add(x, g.scalar(3)));
    const { graph } = toModel(g);
    expect(graph.nodes.map(({ op }) => op)).toEqual(['Add']);
    expect(graph.initializers.size).toBe(1);
    expect(graph.inputs.map(({ name }) => name)).toEqual(['x', 'unused']);
  });

  it('copies only outputs that cannot take their name', async () => {
    const g = createGraph();
    const x = g.input('x', 'float32', [2]);
    const y = g.neg(x);
    g.output('first', y);
    g.output('second', y);
    g.output('same', x);
    g.output('third', g.op('Softmax', [y], { axis: int(0) }));
    expect(toModel(g).graph.nodes.map(({ op }) => op)).toEqual([
      'Neg',
      'Softmax',
      'Identity',
      'Identity',
    ]);
    const got = await (await openGraph(g))({ x: floats([2], [1, 2]) });
    expect([got.first?.values, got.second?.values, got.same?.values]).toEqual([
      [-1, -2],
      [-1, -2],
      [1, 2],
    ]);
  });

  it('refuses two values of one name', () => {
    const g = createGraph();
    const x = g.input('x', 'float32', [2]);
    expect(() => g.input('x', 'float32', [2])).toThrow(/two values are called x/);
    expect(() => g.output('x', g.neg(x))).toThrow(/two values are called x/);
  });
});
