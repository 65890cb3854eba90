import { int, intOf } from '../model/attributes.ts';
import { elementCount } from '../model/tensor.ts';
import type { Attributes, Tensor } from '../model/types.ts';
import type { GraphBuilder } from '../graph/builder.ts';
import type { OpTable } from '../graph/rule.ts';
import type { Value } from '../graph/value.ts';
import type { BlockLayout } from '../quantize/blocks.ts';

/** MatMulNBits' attributes: a weight [N, K] in blocks along K. */
export function blocksOf(attributes: Attributes): BlockLayout {
  const [k, n, bits, block] = ['K', 'N', 'bits', 'block_size'].map((name) =>
    intOf(attributes, name, name === 'bits' ? 4 : 0),
  ) as [number, number, number, number];
  if (bits !== 4 && bits !== 8) throw new Error(`${bits}-bit weights are not supported`);
  return { k, n, bits, block, blocks: Math.ceil(k / block) };
}

/** Zero points [N, blocks]: middle of the range unless given; rows of a 4-bit table may be padded. */
function zeroPoints(
  given: Tensor | undefined,
  n: number,
  blocks: number,
  bits: number,
): Uint8Array {
  if (bits === 8) return given?.data ?? new Uint8Array(n * blocks).fill(0x80);
  const packed = new Uint8Array(Math.ceil((n * blocks) / 2)).fill(given ? 0 : 0x88);
  if (!given) return packed;
  if (blocks % 2 === 0) return given.data;
  const stride = (blocks + 1) / 2;
  for (let i = 0; i < n * blocks; i++) {
    const [row, column] = [Math.floor(i / blocks), i % blocks];
    const byte = given.data[row * stride + (column >> 1)] as number;
    const level = (byte >> (4 * (column & 1))) & 15;
    packed[i >> 1] = (packed[i >> 1] as number) | (level << (4 * (i & 1)));
  }
  return packed;
}

const constantOf = (g: GraphBuilder, value: Value): Tensor => {
  const tensor = g.constants.get(value.name);
  if (!tensor) throw new Error(`MatMulNBits: ${value.name} must be a constant`);
  return tensor;
};

/**
 * The float weight [N, K] of a MatMulNBits node, worked out by the runtime: the same bytes, read
 * as a 4-bit tensor by a blocked DequantizeLinear (opset 21).
 */
export function dequantized(
  g: GraphBuilder,
  attributes: Attributes,
  inputs: readonly (Value | undefined)[],
): Value {
  const [, weight, scales, zeros] = inputs;
  if (!weight || !scales) throw new Error('MatMulNBits: weight or scales missing');
  const { k, n, bits, block, blocks } = blocksOf(attributes);
  const dtype = bits === 4 ? 'uint4' : 'uint8';
  const whole = g.once(`dequantized ${weight.name}`, () => {
    const levels = { ...constantOf(g, weight), dtype, dims: [n, blocks * block] } as const;
    const zeroData = zeroPoints(zeros && constantOf(g, zeros), n, blocks, bits);
    const scale = { ...constantOf(g, scales), dims: [n, blocks] };
    return g.op(
      'DequantizeLinear',
      [
        g.constant(`${weight.name}/levels`, levels),
        g.constant(`${weight.name}/scales`, scale),
        g.constant(`${weight.name}/zeros`, { dtype, dims: [n, blocks], data: zeroData }),
      ],
      { axis: int(1), block_size: int(block) },
    );
  });
  return g.slice(whole, 1, 0, k);
}

/** Products with quantized weights. The weights are frozen: only x gets a gradient. */
export const quantizedOps: OpTable = {
  'com.microsoft.MatMulNBits': {
    shape: ({ input, attributes }) => {
      const { dtype, shape } = input(0);
      const { k, n } = blocksOf(attributes);
      if (shape.at(-1) !== k) throw new Error(`inner dimensions ${shape.at(-1)} and ${k} differ`);
      return [{ dtype, shape: [...shape.slice(0, -1), n] }];
    },
    // dX = dY W, with W [N, K] as it is stored
    vjp: ({ g, input, inputs, attributes, dy }) => {
      const { n } = blocksOf(attributes);
      const rows = g.reshape(dy, [elementCount(dy.shape) / n, n]);
      return [g.reshape(g.gemm(rows, dequantized(g, attributes, inputs)), input(0).shape)];
    },
  },
  DequantizeLinear: { shape: ({ input }) => [{ dtype: input(1).dtype, shape: input(0).shape }] },
};
