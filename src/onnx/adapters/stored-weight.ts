import { int, intOf } from '../model/attributes.ts';
import { floatTensor, floatsOf, halfTensor, uint8Tensor } from '../model/tensor.ts';
import type { Node, Tensor } from '../model/types.ts';
import { dequantizeBlocks } from '../quantize/blocks.ts';
import { quantizeQ4 } from '../quantize/q4.ts';

export interface StoringOptions {
  /**
   * How a layer that was stored in few bits is stored again: as floats, or rounded to 4 bits anew, which
   * costs as much as the first rounding did and may swallow a small change.
   */
  readonly quantized: 'float' | 'q4';
}

/** Constants by name. */
export type Constants = Map<string, Tensor>;

/** Floats of the same type as before; only float32 and float16 have a way back. */
export function sameFloats(before: Tensor, values: Float32Array): Tensor {
  return (before.dtype === 'float16' ? halfTensor : floatTensor)(before.dims, values);
}

const constantOf = (constants: Constants, node: Node, index: number): Tensor => {
  const tensor = constants.get(node.inputs[index] ?? '');
  if (!tensor) throw new Error(`input ${index} of ${node.name} is not in the file`);
  return tensor;
};

/** The weight [in, out] of a MatMulNBits node. Errors where another file holds it. */
export function bitsWeight(constants: Constants, node: Node): Float32Array {
  if (node.inputs[4]) throw new Error(`${node.name} orders its weights by an index`);
  const of = (name: string, fallback = 0) => intOf(node.attributes, name, fallback);
  const [k, n, block] = [of('K'), of('N'), of('block_size')];
  return dequantizeBlocks({
    layout: { k, n, bits: of('bits', 4), block, blocks: Math.ceil(k / block) },
    levels: constantOf(constants, node, 1),
    scales: constantOf(constants, node, 2),
    zeros: node.inputs[3] ? constantOf(constants, node, 3) : undefined,
  });
}

/** Puts another weight [in, out] into a MatMulNBits node; its constants get new values or new names. */
export function storeBits(
  constants: Constants,
  node: Node,
  weight: Float32Array,
  { quantized }: StoringOptions,
): Node[] {
  const [x = '', levels = '', scales = '', , , bias = ''] = node.inputs;
  const [k, n] = ['K', 'N'].map((name) => intOf(node.attributes, name, 0)) as [number, number];
  const before = constantOf(constants, node, 2);
  if (quantized === 'q4') {
    const { data, scales: values, blockSize } = quantizeQ4(weight, k, n);
    const blocks = Math.ceil(k / blockSize);
    constants.set(levels, uint8Tensor([n, blocks, blockSize / 2], data));
    constants.set(scales, sameFloats({ ...before, dims: [n * blocks] }, values));
    const attributes = { ...node.attributes, bits: int(4), block_size: int(blockSize) };
    const inputs = [x, levels, scales, ...(bias ? ['', '', bias] : [])];
    return [{ ...node, inputs, attributes }];
  }
  const name = `${levels}/float`;
  constants.set(name, sameFloats({ ...before, dims: [k, n] }, weight));
  const [y = ''] = node.outputs;
  const product = bias ? `${y}/product` : y;
  return [
    { ...node, op: 'MatMul', domain: '', inputs: [x, name], outputs: [product], attributes: {} },
    ...(bias
      ? [
          {
            ...{ op: 'Add', domain: '', name: `${node.name}/bias`, attributes: {} },
            ...{ inputs: [product, bias], outputs: [y] },
          },
        ]
      : []),
  ];
}

/** The floats of a constant. Errors, by its name, where it is of another type or in another file. */
export function storedFloats(name: string, tensor: Tensor): Float32Array {
  try {
    return floatsOf(tensor);
  } catch (error) {
    throw new Error(`the weight ${name}: ${(error as Error).message}`, { cause: error });
  }
}
