import { int, intOf, ints } from '../model/attributes.ts';
import { dtypeCode } from '../model/dtypes.ts';
import { floatTensor, floatsOf, halfTensor, int64Tensor, uint8Tensor } from '../model/tensor.ts';
import type { Model, Node, Tensor } from '../model/types.ts';
import { transposed } from '../llama/decoder-head.ts';
import { quantizeQ4 } from '../quantize/q4.ts';

const block = 32;

/** The decoder with its embedding in 4 bits, read row by row; a tied head reads the same levels. */
export function withQuantizedTable(model: Model): Model {
  const { graph } = model;
  const name = 'model.embed_tokens.weight';
  const table = graph.initializers.get(name) as Tensor;
  const [rows, width] = table.dims as [number, number];
  const { data, scales } = quantizeQ4(transposed(floatsOf(table), rows, width), width, rows);
  const initializers = new Map(graph.initializers);
  initializers.delete(name);
  initializers.set(`${name}_Q4`, uint8Tensor([rows, width / 2], data));
  initializers.set(`${name}_scales`, floatTensor([rows, width / block], scales));
  initializers.set('levels_shape', int64Tensor([3], [rows, width / block, block / 2]));
  initializers.set('scales_shape', int64Tensor([1], [-1]));
  const node = (
    op: string,
    inputs: string[],
    outputs: readonly string[],
    attributes = {},
  ): Node => ({
    op,
    domain: op === 'Reshape' ? '' : 'com.microsoft',
    name: `/${outputs[0]}`,
    inputs,
    outputs,
    attributes,
  });
  const layout = { K: int(width), N: int(rows), bits: int(4), block_size: int(block) };
  const nodes = graph.nodes.flatMap((each): Node[] => {
    if (each.op === 'Transpose' && each.inputs[0] === name) return [];
    if (each.op === 'Gather' && each.inputs[0] === name) {
      const inputs = [`${name}_Q4`, 'input_ids', `${name}_scales`];
      const attributes = {
        bits: int(4),
        block_size: int(block),
        gather_axis: int(0),
        quantize_axis: int(1),
      };
      return [node('GatherBlockQuantized', inputs, each.outputs, attributes)];
    }
    if (each.outputs[0] !== 'logits') return [each];
    return [
      node('Reshape', [`${name}_Q4`, 'levels_shape'], ['head_levels']),
      node('Reshape', [`${name}_scales`, 'scales_shape'], ['head_scales']),
      node(
        'MatMulNBits',
        [each.inputs[0] as string, 'head_levels', 'head_scales'],
        ['logits'],
        layout,
      ),
    ];
  });
  return { ...model, graph: { ...graph, nodes, initializers } };
}

/** A 4-bit decoder whose weights are made floats by nodes of their own, and turned, before plain products. */
export function dequantizedBefore(model: Model): Model {
  const { graph } = model;
  const initializers = new Map(graph.initializers);
  const nodes = graph.nodes.flatMap((node): Node[] => {
    if (node.op !== 'MatMulNBits') return [node];
    const [x = '', levels = '', scales = ''] = node.inputs;
    const [k, n] = ['K', 'N'].map((name) => intOf(node.attributes, name, 0)) as [number, number];
    const [stored, factors] = [levels, scales].map(
      (name) => graph.initializers.get(name) as Tensor,
    );
    const dims = [n, k / block];
    initializers.set(levels, { ...(stored as Tensor), dtype: 'uint4', dims: [n, k] });
    initializers.set(scales, { ...(factors as Tensor), dims });
    const middle = new Uint8Array((n * k) / block / 2).fill(0x88);
    initializers.set(`${levels}_zeros`, { dtype: 'uint4', dims, data: middle });
    const part = (op: string, inputs: string[], outputs: readonly string[], attributes = {}) => ({
      ...node,
      domain: '',
      op,
      name: op === 'MatMul' ? node.name : `${node.name}/${op}`,
      inputs,
      outputs,
      attributes,
    });
    return [
      part('DequantizeLinear', [levels, scales, `${levels}_zeros`], [`${levels}/floats`], {
        axis: int(-1),
        block_size: int(block),
      }),
      part('Transpose', [`${levels}/floats`], [`${levels}/turned`], { perm: ints([1, 0]) }),
      part('MatMul', [x, `${levels}/turned`], node.outputs),
    ];
  });
  return {
    ...model,
    opsets: { ...model.opsets, '': 21 },
    graph: { ...graph, nodes, initializers },
  };
}

/** The decoder in half precision throughout, as fp16 and q4f16 files are. */
export function inHalves(model: Model): Model {
  const { graph } = model;
  const half = <T extends { dtype: string }>(value: T): T =>
    value.dtype === 'float32' ? { ...value, dtype: 'float16' } : value;
  const initializers = Array.from(graph.initializers, ([name, tensor]) => {
    const narrow = tensor.dtype === 'float32';
    return [name, narrow ? halfTensor(tensor.dims, floatsOf(tensor)) : tensor] as const;
  });
  const [full, narrow] = [dtypeCode('float32'), dtypeCode('float16')];
  const nodes = graph.nodes.map((node) =>
    node.op === 'Cast' && intOf(node.attributes, 'to', 0) === full
      ? { ...node, attributes: { to: int(narrow) } }
      : node,
  );
  return {
    ...model,
    graph: {
      ...graph,
      nodes,
      initializers: new Map(initializers),
      inputs: graph.inputs.map(half),
      outputs: graph.outputs.map(half),
    },
  };
}
