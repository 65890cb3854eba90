import type { Attributes, Node, Tensor } from '../model/types.ts';
import { splitOpKey } from './op-key.ts';

/**
 * Writes nodes by hand, with names and symbolic shapes of the writer's choice: for graphs that
 * must look like somebody else's. GraphBuilder is for graphs of our own.
 */
export class NodeWriter {
  readonly nodes: Node[] = [];
  readonly initializers = new Map<string, Tensor>();

  /** Stores a constant under a name and returns the name. */
  constant(name: string, tensor: Tensor): string {
    this.initializers.set(name, tensor);
    return name;
  }

  /** Appends a node; returns its first output, by default `<name>/output_0`. */
  node(
    name: string,
    key: string,
    inputs: readonly string[],
    attributes: Attributes = {},
    outputs: readonly string[] = [`${name}/output_0`],
  ): string {
    this.nodes.push({ ...splitOpKey(key), name, inputs, outputs, attributes });
    return outputs[0] ?? '';
  }
}
