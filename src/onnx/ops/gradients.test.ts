import fc from 'fast-check';
import { describe } from 'vitest';
import { int, ints, float } from '../model/attributes.ts';
import { int64Tensor } from '../model/tensor.ts';
import type { GraphBuilder } from '../graph/builder.ts';
import type { Value } from '../graph/value.ts';
import { gradientProperty as property, type GradientCheck } from '../testing/gradient-check.ts';

const dim = fc.integer({ min: 1, max: 3 });
const shape = fc.array(dim, { minLength: 1, maxLength: 3 });

describe('one input', () => {
  const unary = (op: string, options: Partial<GradientCheck> = {}) =>
    property(op, shape, (shape) => ({
      shapes: [shape],
      build: (g, x) => g.op(op, [x]),
      ...options,
    }));
  for (const op of ['Identity', 'Neg', 'Exp', 'Abs', 'Sin', 'Cos', 'Sigmoid', 'Tanh']) unary(op);
  for (const op of ['Softplus', 'Relu', 'Erf', 'Softmax']) unary(op);
  for (const op of ['Log', 'Sqrt', 'Reciprocal']) unary(op, { positive: true });
  property('Softmax of an inner axis', fc.tuple(dim, dim, dim), (shape) => ({
    shapes: [shape],
    build: (g, x) => g.op('Softmax', [x], { axis: int(1) }),
  }));
  property('Clip', shape, (shape) => ({
    shapes: [shape],
    build: (g, x) => g.op('Clip', [x, g.scalar(-0.5), g.scalar(0.6)]),
  }));
  property('Cast', shape, (shape) => ({
    shapes: [shape],
    build: (g, x) => g.cast(g.cast(x, 'float64'), 'float32'),
  }));
});

/** Two shapes that broadcast: some dims of either are 1, and the second may have fewer of them. */
const pair = fc
  .tuple(shape, fc.infiniteStream(fc.constantFrom('both', 'both', 'left', 'right')), fc.nat(2))
  .map(([shape, kinds, dropped]) => {
    const kind = shape.map(() => kinds.next().value as string);
    const left = shape.map((d, i) => (kind[i] === 'right' ? 1 : d));
    const right = shape.map((d, i) => (kind[i] === 'left' ? 1 : d));
    return [left, right.slice(Math.min(dropped, right.length - 1))] as const;
  });

describe('two inputs that broadcast', () => {
  for (const op of ['Add', 'Sub', 'Mul', 'Max', 'Min'])
    property(op, pair, (shapes) => ({ shapes, build: (g, a, b) => g.op(op, [a, b]) }));
  for (const op of ['Div', 'Pow'])
    property(op, pair, (shapes) => ({
      shapes,
      positive: true,
      build: (g, a, b) => g.op(op, [a, b]),
    }));
  property('Where', pair, (shapes) => ({
    shapes,
    build: (g, a, b) => g.where(g.op('Greater', [a, b]), a, b),
  }));
  property('Pow with a constant exponent', shape, (shape) => ({
    shapes: [shape],
    positive: true,
    build: (g, x) => g.op('Pow', [x, g.scalar(3)]),
  }));
});

describe('matrix products', () => {
  const sizes = fc.tuple(dim, dim, dim, dim);
  property('MatMul by a matrix', sizes, ([b, m, k, n]) => ({
    shapes: [
      [b, m, k],
      [k, n],
    ],
    build: (g, x, w) => g.matmul(x, w),
  }));
  property('MatMul of stacks', sizes, ([b, m, k, n]) => ({
    shapes: [
      [b, m, k],
      [b, k, n],
    ],
    build: (g, x, w) => g.matmul(x, w),
  }));
  property('MatMul of stacks that broadcast', sizes, ([b, m, k, n]) => ({
    shapes: [
      [1, 2, m, k],
      [b, 1, k, n],
    ],
    build: (g, x, w) => g.matmul(x, w),
  }));
  property('Gemm', fc.tuple(sizes, fc.boolean(), fc.boolean()), ([[, m, k, n], ta, tb]) => ({
    shapes: [ta ? [k, m] : [m, k], tb ? [n, k] : [k, n], [n]],
    build: (g, a, b, c) =>
      g.op('Gemm', [a, b, c], {
        transA: int(Number(ta)),
        transB: int(Number(tb)),
        alpha: float(0.5),
        beta: float(2),
      }),
  }));
});

describe('moving elements', () => {
  const cube = fc.tuple(dim, dim, dim);
  const moves: Record<string, (g: GraphBuilder, x: Value) => Value> = {
    Reshape: (g, x) => g.op('Reshape', [x, g.integerVector([-1, x.shape[2] as number])]),
    Flatten: (g, x) => g.op('Flatten', [x], { axis: int(2) }),
    Unsqueeze: (g, x) => g.op('Unsqueeze', [x, g.integerVector([1, -1])]),
    Squeeze: (g, x) =>
      g.op('Squeeze', [g.op('Unsqueeze', [x, g.integerVector([1])]), g.integerVector([1])]),
    Transpose: (g, x) => g.op('Transpose', [x], { perm: ints([2, 0, 1]) }),
    'Transpose without perm': (g, x) => g.op('Transpose', [x]),
    Expand: (g, x) => g.expand(x, [2, ...x.shape]),
    Tile: (g, x) => g.op('Tile', [x, g.integerVector([2, 1, 3])]),
    Slice: (g, x) => g.slice(g.concat([x, x, x], 1), 1, 1, 2 * (x.shape[1] as number)),
    'Slice from the end': (g, x) =>
      g.op('Slice', [
        g.concat([x, x], 0),
        g.integerVector([-1, 0]),
        g.integerVector([2 ** 31, 1]),
        g.integerVector([0, 2]),
      ]),
    Split: (g, x) => {
      const equal = { axis: int(2), num_outputs: int(3) };
      const [a, , c] = g.callAll('Split', [g.concat([x, x, x], 2)], equal, 3);
      return g.mul(a as Value, c as Value);
    },
  };
  for (const [name, build] of Object.entries(moves))
    property(name, cube, (shape) => ({ shapes: [shape], build }));
  property('Concat', fc.tuple(cube, dim), ([[a, b, c], other]) => ({
    shapes: [
      [a, b, c],
      [a, other, c],
    ],
    build: (g, x, y) => g.op('Concat', [x, y], { axis: int(-2) }),
  }));
});

describe('reductions', () => {
  const cube = fc.tuple(dim, dim, dim);
  for (const op of ['ReduceSum', 'ReduceMean', 'ReduceSumSquare', 'ReduceLogSumExp'])
    property(op, fc.tuple(cube, fc.boolean()), ([shape, keep]) => ({
      shapes: [shape],
      build: (g, x) => g.op(op, [x, g.integerVector([-1, 0])], { keepdims: int(Number(keep)) }),
    }));
  property('ReduceSum of everything', cube, (shape) => ({
    shapes: [shape],
    build: (g, x) => g.op('ReduceSum', [x], { keepdims: int(0) }),
  }));
});

describe('gathering', () => {
  const indices = (length: number, below: number, seed: number) =>
    Array.from({ length }, (_, i) => (i * (seed + 1) + seed) % below);
  const drawn = fc.tuple(dim, dim, dim, fc.nat(5), fc.nat(2));
  property('Gather, with rows read twice', drawn, ([a, b, c, seed, axis]) => ({
    shapes: [[a, b, c]],
    build: (g, x) => {
      const rows = indices(6, x.shape[axis] as number, seed);
      return g.op('Gather', [x, g.constant('rows', int64Tensor([2, 3], rows))], {
        axis: int(axis),
      });
    },
  }));
  for (const depth of [1, 2, 3])
    property(`GatherND at ${depth} coordinates`, drawn, ([a, b, c, seed]) => ({
      shapes: [[a, b, c]],
      build: (g, x) => {
        const at = Array.from(
          { length: 4 * depth },
          (_, i) => Math.floor((i * (seed + 1)) / depth) % (x.shape[i % depth] as number),
        );
        return g.op('GatherND', [x, g.constant('at', int64Tensor([2, 2, depth], at))]);
      },
    }));
  property('GatherElements', drawn, ([a, b, , seed]) => ({
    shapes: [[a, b]],
    build: (g, x) => {
      const picks = int64Tensor([a, 4], indices(4 * a, b, seed));
      return g.op('GatherElements', [x, g.constant('picks', picks)], { axis: int(1) });
    },
  }));
});
