import { floatOf, int, intOf } from '../../model/attributes.ts';
import { elementCount, floatTensor, floatsOf } from '../../model/tensor.ts';
import type { GraphBuilder } from '../../graph/builder.ts';
import { dimOf } from '../../graph/shapes.ts';
import type { Value } from '../../graph/value.ts';
import { blocksOf, dequantized } from '../../ops/quantized.ts';
import { dequantizeBlocks } from '../../quantize/blocks.ts';
import { NoMatch } from '../../rewrite/sites/attention-site.ts';
import type { Emission, Emit } from '../emission.ts';
import { isKnown, isStored, shapeOf, storedName, type Stored } from '../item.ts';

/** x times a matrix whose axes are exchanged: the matrix is never copied. */
function timesExchanged(g: GraphBuilder, x: Value, matrix: Value): Value {
  const [width, columns] = [dimOf(x.shape, -1), dimOf(matrix.shape, 0)];
  const y = g.gemm(g.reshape(x, [elementCount(x.shape) / width, width]), matrix, false, true);
  return g.reshape(y, [...x.shape.slice(0, -1), columns]);
}

const matMul: Emit = (call) => {
  const { g, node, rewriter } = call;
  const [left, right] = [call.item(0), call.item(1)];
  if (rewriter.isConstant(left) || isKnown(right)) return call.same();
  const x = call.value(0);
  if (!rewriter.isConstant(right) || shapeOf(right).length !== 2)
    return [g.matmul(x, call.value(1))];
  const matrix = isStored(right) ? undefined : rewriter.weights.exchanged(call.value(1));
  const y = matrix ? timesExchanged(g, x, matrix.value) : g.matmul(x, call.value(1));
  const weight = matrix?.name ?? call.stored(1)?.name;
  return [rewriter.linear({ node, weight, x, y })];
};

const gemm: Emit = (call) => {
  const [y] = call.same() as [Value];
  if (intOf(call.attributes, 'transA', 0) === 1) return [y];
  const weight = call.stored(1)?.name;
  return [call.rewriter.linear({ node: call.node, weight, x: call.value(0), y })];
};

/** Scales of a quantised weight, one to sixteen weights or more, as float32. */
export function scalesOf(call: Emission, index: number): Value {
  const scales = call.stored(index);
  if (!scales || scales.tensor.dtype === 'float32') return call.value(index, false);
  const { name, tensor } = scales;
  return call.g.once(`scales ${name}`, () =>
    call.g.constant(storedName(name), floatTensor(tensor.dims, floatsOf(tensor))),
  );
}

/**
 * A product with a quantised weight. As a weight it is [K, N], dequantised by the runtime; where the
 * hook puts another in its place the product is an ordinary one.
 */
const matMulNBits: Emit = (call) => {
  const { g, rewriter } = call;
  const weight = call.stored(1);
  if (!weight) throw new NoMatch(`the weight of ${call.node.name} is not in the file`);
  if (call.has(4)) throw new NoMatch(`${call.node.name} orders its weights by an index`);
  const zeros = call.stored(3);
  if (zeros && zeros.tensor.dtype !== 'uint8')
    throw new NoMatch(`the zero points of ${call.node.name} are of ${zeros.tensor.dtype}`);
  const x = call.value(0);
  const levels = [
    x,
    rewriter.weights.raw(weight),
    scalesOf(call, 2),
    ...(zeros ? [rewriter.weights.raw(zeros)] : []),
  ];
  const layout = ['K', 'N', 'bits', 'block_size'].map(
    (name) => [name, int(intOf(call.attributes, name, name === 'bits' ? 4 : 0))] as const,
  );
  const attributes = Object.fromEntries(layout);
  const plain = g.once(`plain ${weight.name}`, () =>
    g.transpose(dequantized(g, attributes, levels), [1, 0]),
  );
  const read = () =>
    dequantizeBlocks({
      layout: blocksOf(attributes),
      levels: weight.tensor,
      scales: (call.stored(2) as Stored).tensor,
      zeros: zeros?.tensor,
    });
  const hooked = rewriter.weights.hooked(weight.name, plain, read);
  const product = hooked === plain ? g.op(call.key, levels, attributes) : g.matmul(x, hooked);
  const y = call.has(5) ? g.add(product, call.value(5)) : product;
  return [rewriter.linear({ node: call.node, weight: weight.name, x, y })];
};

/** A frozen weight in whole numbers that a node of its own makes floats of. */
const dequantizeLinear: Emit = (call) => {
  const levels = call.stored(0);
  if (!levels) throw new NoMatch(`${call.node.name} makes floats of what is no weight`);
  const zeros = call.stored(2);
  const inputs = [
    call.rewriter.weights.raw(levels),
    scalesOf(call, 1),
    zeros && call.rewriter.weights.raw(zeros),
  ];
  return [call.g.op(call.key, inputs, call.attributes)];
};

/** A product that transposes and scales as it goes, as onnxruntime's optimizer makes them. */
const fusedMatMul: Emit = (call) => {
  const { g, rewriter, node } = call;
  const flag = (name: string) => intOf(call.attributes, name, 0) === 1;
  if (flag('transBatchA') || flag('transBatchB'))
    throw new NoMatch(`${node.name} exchanges axes of a stack`);
  const x = flag('transA') ? g.swapLast(call.value(0)) : call.value(0);
  const weight = call.stored(1);
  const right = call.value(1);
  let y: Value;
  if (!flag('transB')) y = g.matmul(x, right);
  else if (weight && right.shape.length === 2) y = timesExchanged(g, x, right);
  else y = g.matmul(x, g.swapLast(right));
  const scaled = g.scale(y, floatOf(call.attributes, 'alpha', 1));
  return [weight ? rewriter.linear({ node, weight: weight.name, x, y: scaled }) : scaled];
};

/** Products, and weights that are stored in few bits. */
export const linearEmits: Readonly<Record<string, Emit>> = {
  MatMul: matMul,
  Gemm: gemm,
  'com.microsoft.FusedMatMul': fusedMatMul,
  'com.microsoft.MatMulNBits': matMulNBits,
  DequantizeLinear: dequantizeLinear,
};
