import { floatTensor, floatsOf } from '../model/tensor.ts';
import type { Model, Node, Tensor } from '../model/types.ts';

/** The same decoder (fp32) with queries, keys and values of each layer made by one product. */
export function packedProjections(model: Model): Model {
  const initializers = new Map(model.graph.initializers);
  const weightsOf = (path: string): Tensor[] =>
    ['q', 'k', 'v'].map((part) => {
      const name = `${path.slice(1).replaceAll('/', '.')}.${part}_proj.MatMul.weight`;
      const tensor = initializers.get(name) as Tensor;
      initializers.delete(name);
      return tensor;
    });
  const nodes = model.graph.nodes.flatMap((node): Node[] => {
    const path = /^(.*\/attn)\/([qkv])_proj\/MatMul$/.exec(node.name);
    if (path?.[2] === 'q') {
      const parts = weightsOf(path[1] as string);
      const rows = parts[0]?.dims[0] as number;
      const matrices = parts.map((part) => [part.dims[1] as number, floatsOf(part)] as const);
      const joined = Array.from({ length: rows }, (_, row) =>
        matrices.flatMap(([width, values]) => [...values.subarray(row * width, (row + 1) * width)]),
      );
      const weight = `${path[1]}/qkv_proj`;
      initializers.set(
        weight,
        floatTensor([rows, joined[0]?.length as number], Float32Array.from(joined.flat())),
      );
      const product = `${path[1]}/qkv_proj/MatMul`;
      return [
        { ...node, name: product, inputs: [node.inputs[0] as string, weight], outputs: [product] },
      ];
    }
    if (path) return [];
    if (node.op !== 'GroupQueryAttention') return [node];
    const product = node.name.replace('GroupQueryAttention', 'qkv_proj/MatMul');
    return [{ ...node, inputs: [product, '', '', ...node.inputs.slice(3)] }];
  });
  return { ...model, graph: { ...model.graph, nodes, initializers } };
}
