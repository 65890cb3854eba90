import type { OpTable } from '../graph/rule.ts';
import { axisOf, dimOf, withDim } from '../graph/shapes.ts';

interface Range {
  axis: number;
  start: number;
  end: number;
}

type Integers = (index: number) => number[] | undefined;

/** Ranges that Slice keeps, clamped to the shape. Only steps of 1. */
function rangesOf(shape: readonly number[], integers: Integers): Range[] {
  const [starts = [], ends = [], axes, steps] = [1, 2, 3, 4].map((i) => integers(i));
  if (steps?.some((step) => step !== 1)) throw new Error('steps other than 1 are not supported');
  return starts.map((from, i) => {
    const axis = axisOf(axes?.[i] ?? i, shape.length);
    const length = dimOf(shape, axis);
    const clamp = (at: number) => Math.min(Math.max(at < 0 ? at + length : at, 0), length);
    const start = clamp(from);
    return { axis, start, end: Math.max(start, clamp(ends[i] ?? length)) };
  });
}

/** Slicing; its gradient is padded back with zeros. */
export const sliceOps: OpTable = {
  Slice: {
    shape: ({ input, integers }) => {
      const { dtype, shape } = input(0);
      const sliced = rangesOf(shape, integers).reduce<readonly number[]>(
        (dims, { axis, start, end }) => withDim(dims, axis, end - start),
        shape,
      );
      return [{ dtype, shape: sliced }];
    },
    vjp: ({ g, input, inputs, dy }) => {
      const { shape } = input(0);
      const integers: Integers = (index) => {
        const value = inputs[index];
        return value && g.integers(value);
      };
      return [
        rangesOf(shape, integers).reduce(
          (grad, { axis, start, end }) => g.padZeros(grad, axis, start, dimOf(shape, axis) - end),
          dy,
        ),
      ];
    },
  },
};
