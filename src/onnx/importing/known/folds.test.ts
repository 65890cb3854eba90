import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { int, ints } from '../../model/attributes.ts';
import { dtypeCode } from '../../model/dtypes.ts';
import { floatTensor } from '../../model/tensor.ts';
import type { Attributes } from '../../model/types.ts';
import { checkFold, type FoldCase } from '../../testing/fold-check.ts';
import { elements, known, knownIntegers, type Known } from './known.ts';
import { folds } from './registry.ts';

const dim = fc.integer({ min: 1, max: 3 });
/** A tensor of which some axes are stored once. */
const tensor = (dtype: Known['dtype'], least = -4) =>
  fc.array(fc.tuple(dim, fc.boolean()), { minLength: 2, maxLength: 3 }).chain((axes) => {
    const shape = axes.map(([length]) => length);
    const stored = axes.map(([length, once]) => (once ? 1 : length));
    const count = stored.reduce((a, b) => a * b, 1);
    const element = fc.integer({ min: least, max: 4 });
    return fc
      .array(element, { minLength: count, maxLength: count })
      .map((values) => known(dtype, shape, values, stored));
  });
/** Another of the same shape, which is one element. */
const single = (dtype: Known['dtype'], value: number) => known(dtype, [], [value]);

const property = (name: string, drawn: fc.Arbitrary<FoldCase>) =>
  it(name, { timeout: 60_000 }, () =>
    fc.assert(fc.asyncProperty(drawn, checkFold), { numRuns: 3 }),
  );

const covered = new Set<string>();
const cases = (calls: Record<string, fc.Arbitrary<Omit<FoldCase, 'op'>>>) => {
  for (const [name, drawn] of Object.entries(calls)) {
    const op = name.split(' ')[0] as string;
    covered.add(op);
    property(
      name,
      drawn.map((call) => ({ op, ...call })),
    );
  }
};

const whole = tensor('int64');
const floats = tensor('float32');
const flags = tensor('int64').map((x) =>
  known(
    'bool',
    x.shape,
    Array.from(x.values, (value) => value & 1),
    x.stored,
  ),
);
const one = <T extends Known>(x: fc.Arbitrary<T>, attributes?: Attributes) =>
  x.map((input) => ({ inputs: [input], ...(attributes && { attributes }) }));
const two = (x: fc.Arbitrary<Known>, value: number) =>
  x.map((input) => ({ inputs: [input, single(input.dtype, value)] }));
const with_ = (x: fc.Arbitrary<Known>, ...values: number[]) =>
  x.map((input) => ({ inputs: [input, knownIntegers(values)] }));

describe('what is worked out is what the runtime gives', () => {
  cases({
    Add: two(floats, 2),
    Sub: two(whole, 2),
    Mul: two(floats, 3),
    Div: two(whole, 3),
    'Div of floats': two(floats, 3),
    Pow: two(floats, 2),
    Mod: two(whole, 3),
    Min: two(floats, 0),
    Max: two(floats, 0),
    Equal: two(whole, 1),
    Less: two(floats, 1),
    Greater: two(whole, 0),
    LessOrEqual: two(whole, 1),
    GreaterOrEqual: two(whole, 0),
    And: flags.map((x) => ({ inputs: [x, single('bool', 1)] })),
    Or: flags.map((x) => ({ inputs: [x, single('bool', 0)] })),
    Xor: flags.map((x) => ({ inputs: [x, single('bool', 1)] })),
    Not: one(flags),
    Neg: one(whole),
    Abs: one(whole),
    Sign: one(floats),
    Sqrt: one(tensor('float32', 0)),
    Reciprocal: one(tensor('float32', 1)),
    Exp: one(floats),
    Log: one(tensor('float32', 1)),
    Floor: one(floats),
    Ceil: one(floats),
    Cos: one(floats),
    Sin: one(floats),
    Identity: one(whole),
    IsNaN: one(floats),
    Where: floats.map((x) => ({
      inputs: [
        known(
          'bool',
          x.shape,
          elements(x).length ? Array.from(elements(x), (v) => Number(v > 0)) : [],
        ),
        x,
        single('float32', 7),
      ],
    })),
    Cast: one(floats, { to: int(dtypeCode('int64')) }),
    'Cast to booleans': one(whole, { to: int(dtypeCode('bool')) }),
    Reshape: with_(whole, -1, 1),
    'Reshape keeping an axis': with_(whole, 0, -1),
    Flatten: one(whole, { axis: int(1) }),
    Unsqueeze: with_(whole, 1, -1),
    Squeeze: whole.map((x) => ({
      inputs: [known('int64', [1, ...x.shape], x.values, [1, ...x.stored]), knownIntegers([0])],
    })),
    Transpose: one(whole),
    'Transpose by an order': whole.map((x) => ({
      inputs: [x],
      attributes: { perm: ints([1, 0, 2].slice(0, x.shape.length)) },
    })),
    Expand: whole.map((x) => ({ inputs: [x, knownIntegers([2, ...x.shape])] })),
    Tile: whole.map((x) => ({ inputs: [x, knownIntegers(x.shape.map((_, i) => 1 + i))] })),
    Concat: whole.map((x) => ({ inputs: [x, x], attributes: { axis: int(-1) } })),
    Slice: whole.map((x) => ({
      inputs: [
        x,
        ...[
          [-2, 1],
          [2 ** 53, -1],
          [0, 1],
        ].map(knownIntegers),
      ],
    })),
    'Slice backwards': whole.map((x) => ({
      inputs: [x, ...[[-1], [-(2 ** 53)], [1], [-1]].map(knownIntegers)],
    })),
    Split: whole.map((x) => ({
      inputs: [
        known(
          'int64',
          [4, ...x.shape],
          Array.from({ length: 4 }, () => Array.from(elements(x))).flat(),
        ),
        knownIntegers([1, 3]),
      ],
      attributes: { axis: int(0) },
      outputs: 2,
    })),
    ConstantOfShape: fc.tuple(dim, dim).map((shape) => ({
      inputs: [knownIntegers(shape)],
      attributes: { value: { kind: 'tensor', value: floatTensor([1], Float32Array.of(2.5)) } },
    })),
    ReduceSum: with_(floats, -1),
    'ReduceSum of all': one(whole, { keepdims: int(0) }),
    ReduceMean: with_(floats, 0),
    ReduceMax: with_(floats, 1),
    ReduceMin: with_(floats, -1),
    ReduceProd: with_(whole, 1),
    Range: fc.tuple(fc.integer({ min: -3, max: 3 }), dim).map(([from, step]) => ({
      inputs: [from, from + 7, step].map((x) => single('int64', x)),
    })),
    Gather: whole.map((x) => ({
      inputs: [x, known('int64', [2, 2], [0, -1, -1, 0])],
      attributes: { axis: int(1) },
    })),
    GatherElements: whole.map((x) => ({
      inputs: [
        x,
        known(
          'int64',
          x.shape,
          Array.from(elements(x), (v) => (v & 1 ? -1 : 0)),
        ),
      ],
      attributes: { axis: int(1) },
    })),
    GatherND: whole.map((x) => ({ inputs: [x, known('int64', [2, 2], [0, -1, -1, 0])] })),
    ScatterND: whole.map((x) => ({
      inputs: [
        x,
        known('int64', [1, 1], [-1]),
        known(
          'int64',
          [1, ...x.shape.slice(1)],
          Array.from(elements(x))
            .reverse()
            .slice(
              0,
              x.shape.slice(1).reduce((a, b) => a * b, 1),
            ),
        ),
      ],
    })),
    Trilu: whole.map((x) => ({ inputs: [x, single('int64', 1)], attributes: { upper: int(1) } })),
    'Trilu of the lower half': one(floats, { upper: int(0) }),
    CumSum: whole.map((x) => ({ inputs: [x, single('int64', 1)] })),
    'CumSum of what went before': whole.map((x) => ({
      inputs: [x, single('int64', -1)],
      attributes: { exclusive: int(1), reverse: int(1) },
    })),
  });

  it('has a test for every operator', () => {
    expect([...folds.keys()].filter((op) => !covered.has(op))).toEqual([]);
  });
});
