import { intOf } from '../../model/attributes.ts';
import { elementCount } from '../../model/tensor.ts';
import { axisOf, dimOf } from '../../graph/shapes.ts';
import type { Fold, FoldTable } from './fold.ts';
import { build, eachIndex, elements, known, reader, rounding } from './known.ts';

const fromFront = (at: number, length: number) => (at < 0 ? at + length : at);

/** Reduces some axes; keeps the others. */
const reduce =
  (f: (values: readonly number[]) => number): Fold =>
  ({ input, integers, attributes }) => {
    const x = input(0);
    const given = integers(1, 'axes');
    const all = x.shape.map((_, i) => i);
    const axes = given?.length ? given.map((axis) => axisOf(axis, x.shape.length)) : all;
    const keep = intOf(attributes, 'keepdims', 1) === 1;
    const kept = x.shape.map((dim, i) => (axes.includes(i) ? 1 : dim));
    const across = x.shape.map((dim, i) => (axes.includes(i) ? dim : 1));
    const [read, round] = [reader(x), rounding(x.dtype)];
    const { values } = build(x.dtype, kept, (index) => {
      const group: number[] = [];
      eachIndex(across, (inner) =>
        group.push(read(inner.map((at, i) => at + (index[i] as number)))),
      );
      return round(f(group));
    });
    return [known(x.dtype, keep ? kept : kept.filter((_, i) => !axes.includes(i)), values)];
  };

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** Operators that read or write at places, and those that count, of masks and positions. */
export const placeFolds: FoldTable = {
  ReduceSum: reduce(sum),
  ReduceMean: reduce((values) => sum(values) / values.length),
  ReduceMax: reduce((values) => Math.max(...values)),
  ReduceMin: reduce((values) => Math.min(...values)),
  ReduceProd: reduce((values) => values.reduce((a, b) => a * b, 1)),
  Range: ({ input }) => {
    const [from, to, step] = [0, 1, 2].map((i) => input(i).values[0]) as [number, number, number];
    const count = Math.max(0, Math.ceil((to - from) / step));
    return [build(input(0).dtype, [count], ([i]) => from + (i as number) * step)];
  },
  Gather: ({ input, attributes }) => {
    const [x, at] = [input(0), input(1)];
    const axis = axisOf(intOf(attributes, 'axis', 0), x.shape.length);
    const [read, place] = [reader(x), reader(at)];
    const rank = at.shape.length;
    const shape = [...x.shape.slice(0, axis), ...at.shape, ...x.shape.slice(axis + 1)];
    return [
      build(x.dtype, shape, (index) => {
        const row = fromFront(place(index.slice(axis, axis + rank)), dimOf(x.shape, axis));
        return read([...index.slice(0, axis), row, ...index.slice(axis + rank)]);
      }),
    ];
  },
  GatherElements: ({ input, attributes }) => {
    const [x, at] = [input(0), input(1)];
    const axis = axisOf(intOf(attributes, 'axis', 0), x.shape.length);
    const [read, place] = [reader(x), reader(at)];
    return [
      build(x.dtype, at.shape, (index) =>
        read(index.with(axis, fromFront(place(index), dimOf(x.shape, axis)))),
      ),
    ];
  },
  GatherND: ({ input, attributes }) => {
    const [x, at] = [input(0), input(1)];
    const batch = intOf(attributes, 'batch_dims', 0);
    const depth = dimOf(at.shape, -1);
    const [read, place] = [reader(x), reader(at)];
    const lead = at.shape.slice(0, -1);
    return [
      build(x.dtype, [...lead, ...x.shape.slice(batch + depth)], (index) => {
        const from = index.slice(0, lead.length);
        const found = Array.from({ length: depth }, (_, i) =>
          fromFront(place([...from, i]), dimOf(x.shape, batch + i)),
        );
        return read([...from.slice(0, batch), ...found, ...index.slice(lead.length)]);
      }),
    ];
  },
  ScatterND: ({ input }) => {
    const [x, at, updates] = [input(0), input(1), input(2)];
    const depth = dimOf(at.shape, -1);
    const lead = at.shape.slice(0, -1);
    const values = Float64Array.from(elements(x));
    const [place, from] = [reader(at), elements(updates)];
    const size = elementCount(x.shape.slice(depth));
    eachIndex(lead, (index, row) => {
      let to = 0;
      for (let i = 0; i < depth; i++) {
        const length = dimOf(x.shape, i);
        to = to * length + fromFront(place([...index, i]), length);
      }
      for (let i = 0; i < size; i++) values[to * size + i] = from[row * size + i] as number;
    });
    return [known(x.dtype, x.shape, values)];
  },
  Trilu: ({ input, inputs, attributes }) => {
    const x = input(0);
    const diagonal = inputs[1]?.values[0] ?? 0;
    const upper = intOf(attributes, 'upper', 1) === 1;
    const read = reader(x);
    const rank = x.shape.length;
    return [
      build(x.dtype, x.shape, (index) => {
        const distance = (index[rank - 1] as number) - (index[rank - 2] as number);
        return (upper ? distance >= diagonal : distance <= diagonal) ? read(index) : 0;
      }),
    ];
  },
  CumSum: ({ input, attributes }) => {
    const x = input(0);
    const axis = axisOf(input(1).values[0] as number, x.shape.length);
    const last = dimOf(x.shape, axis) - 1;
    const exclusive = intOf(attributes, 'exclusive', 0);
    const backwards = intOf(attributes, 'reverse', 0) === 1;
    const read = reader(x);
    return [
      build(x.dtype, x.shape, (index) => {
        const at = index[axis] as number;
        const [from, to] = backwards ? [at + exclusive, last] : [0, at - exclusive];
        let total = 0;
        for (let i = from; i <= to; i++) total += read(index.with(axis, i));
        return total;
      }),
    ];
  },
};
