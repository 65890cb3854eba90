import { attribute, int, intOf } from '../../model/attributes.ts';
import { dtypeCode, dtypeOf } from '../../model/dtypes.ts';
import { elementCount } from '../../model/tensor.ts';
import { axisOf, broadcast, dimOf } from '../../graph/shapes.ts';
import type { Value } from '../../graph/value.ts';
import { reshaped } from '../../ops/shape.ts';
import { NoMatch } from '../../rewrite/sites/attention-site.ts';
import type { Emission, Emit } from '../emission.ts';
import { isStored, itemOf, shapeOf, type Item } from '../item.ts';
import { isFloat, known, knownIntegers } from '../known/known.ts';
import { sliceRange } from '../known/shapes.ts';

const needed = (call: Emission, index: number, name?: string): number[] => {
  const values = call.integers(index, name);
  if (!values) throw new Error(`input ${index} is missing`);
  return values;
};

/** A node with its whole numbers as a last input, wherever the file has them. */
const withIntegers =
  (name: string): Emit =>
  (call) => {
    const values = call.integers(1, name);
    const x = call.value(0);
    const attributes = Object.fromEntries(
      Object.entries(call.attributes).filter(([key]) => key !== name),
    );
    const inputs = values ? [x, call.g.integerVector(values)] : [x];
    return [call.g.op(call.key, inputs, attributes, call.node.name)];
  };

/** Slices axis by axis; every n-th element by Gather, which can be differentiated as well. */
const slice: Emit = (call) => {
  const { g } = call;
  const [starts, ends] = [needed(call, 1, 'starts'), needed(call, 2, 'ends')];
  const axes = call.integers(3, 'axes') ?? starts.map((_, i) => i);
  const steps = call.integers(4);
  let x = call.value(0);
  axes.forEach((given, i) => {
    const axis = axisOf(given, x.shape.length);
    const step = steps?.[i] ?? 1;
    const [from, to] = [starts[i] as number, ends[i] as number];
    const { start, count } = sliceRange(dimOf(x.shape, axis), from, to, step);
    const places = Array.from({ length: count }, (_, at) => start + step * at);
    x =
      step === 1
        ? g.slice(x, axis, start, start + count)
        : g.op('Gather', [x, g.integerVector(places)], { axis: int(axis) });
  });
  return [x];
};

const split: Emit = (call) => {
  const x = call.value(0);
  const count = call.node.outputs.length;
  const axis = axisOf(intOf(call.attributes, 'axis', 0), x.shape.length);
  const length = dimOf(x.shape, axis);
  const size = Math.ceil(length / count);
  const equal = Array.from({ length: count }, (_, i) => Math.min(size, length - i * size));
  const parts = call.integers(1, 'split') ?? equal;
  return call.g.callAll('Split', [x, call.g.integerVector(parts)], { axis: int(axis) }, count);
};

/** What is empty (a past of no tokens) is left out. */
const concat: Emit = (call) => {
  const parts = call.items.filter(
    (item): item is Item => !!item && elementCount(shapeOf(item)) > 0,
  );
  const axis = intOf(call.attributes, 'axis', 0);
  return [
    call.g.concat(
      parts.map((item) => call.rewriter.value(item)),
      axis,
    ),
  ];
};

/** Floats stay float32. */
const cast: Emit = (call) => {
  const to = dtypeOf(intOf(call.attributes, 'to', 0));
  if (!to) throw new Error('no such element type');
  const item = call.item(0);
  if (isStored(item) && isFloat(item.tensor.dtype) && isFloat(to)) return [item];
  const x = call.value(0);
  const target = isFloat(to) ? 'float32' : to;
  return [x.dtype === target ? x : call.g.op('Cast', [x], { to: int(dtypeCode(target)) })];
};

const transpose: Emit = (call) => {
  const [y] = call.same() as [Value];
  const [item, perm] = [call.item(0), attribute(call.attributes, 'perm', 'ints')];
  const matrix = y.shape.length === 2 && perm?.[0] !== 0 && call.rewriter.isConstant(item);
  const { weights } = call.rewriter;
  if (matrix) weights.noteExchanged(y, { value: call.value(0), name: call.stored(0)?.name });
  return [y];
};

const constant: Emit = ({ node, attributes }) => {
  const tensor = attribute(attributes, 'value', 'tensor');
  if (tensor) return [itemOf(`${node.name || node.outputs[0]}/Constant`, tensor)];
  const [whole, number] = [attributes['value_int'], attributes['value_float']];
  if (whole?.kind === 'int') return [known('int64', [], [whole.value])];
  if (number?.kind === 'float') return [known('float32', [], [number.value])];
  const several = attribute(attributes, 'value_ints', 'ints');
  if (several) return [knownIntegers(several)];
  throw new NoMatch(`${node.name} is a constant of a kind that is not known`);
};

const shape: Emit = (call) => {
  const dims = shapeOf(call.item(0));
  const [start, end] = [
    intOf(call.attributes, 'start', 0),
    intOf(call.attributes, 'end', dims.length),
  ];
  return [knownIntegers(dims.slice(start, end))];
};

const first: Emit = (call) => [call.item(0)];

/** Operators that move elements, and those that only a run without training needs. */
export const shapeEmits: Readonly<Record<string, Emit>> = {
  Constant: constant,
  Shape: shape,
  Size: (call) => [known('int64', [], [elementCount(shapeOf(call.item(0)))])],
  Identity: first,
  Dropout: first,
  Cast: cast,
  Transpose: transpose,
  Slice: slice,
  Split: split,
  Concat: concat,
  Reshape: (call) => {
    const shape = reshaped(shapeOf(call.item(0)), needed(call, 1));
    const stored = call.stored(0);
    // levels of a weight stay in the file, where a product and a table may share them
    if (stored && !isFloat(stored.tensor.dtype))
      return [{ name: stored.name, tensor: { ...stored.tensor, dims: shape } }];
    return [call.g.reshape(call.value(0), shape)];
  },
  Expand: (call) => {
    const x = call.value(0);
    return [call.g.expand(x, broadcast(x.shape, needed(call, 1)))];
  },
  Squeeze: withIntegers('axes'),
  Unsqueeze: withIntegers('axes'),
  ReduceSum: withIntegers('axes'),
  ReduceMean: withIntegers('axes'),
  ReduceMax: withIntegers('axes'),
  ReduceSumSquare: withIntegers('axes'),
  ReduceLogSumExp: withIntegers('axes'),
};
