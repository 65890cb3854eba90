import { integersOf } from '../model/tensor.ts';
import type { DType } from '../model/dtypes.ts';
import type { Attributes, Tensor } from '../model/types.ts';
import type { BuiltNode, ShapeRule, Value, ValueType } from './value.ts';

type Gradient = Value | undefined;

/** Nodes [start, end) that are differentiated as one, by a rule of their own. */
export interface Region {
  readonly start: number;
  readonly end: number;
  readonly inputs: readonly Value[];
  readonly outputs: readonly Value[];
  /** From gradients of the outputs to gradients of the inputs, in order. */
  readonly vjp: (dys: readonly Gradient[]) => readonly Gradient[];
}

/** A growing graph with fixed shapes: nodes, constants, inputs, outputs, regions. */
export class GraphCore {
  readonly nodes: BuiltNode[] = [];
  readonly regions: Region[] = [];
  readonly constants = new Map<string, Tensor>();
  readonly inputs: Value[] = [];
  readonly outputs: { name: string; value: Value }[] = [];
  readonly #shapeRules: ReadonlyMap<string, { shape: ShapeRule }>;
  readonly #shared = new Map<string, Value>();
  readonly #names = new Set<string>();

  constructor(shapeRules: ReadonlyMap<string, { shape: ShapeRule }>) {
    this.#shapeRules = shapeRules;
  }

  #uniqueName(wish: string): string {
    let name = wish;
    for (let i = this.#names.size; this.#names.has(name); i++) name = `${wish}_${i}`;
    this.#names.add(name);
    return name;
  }

  /** A graph input; its name is kept as given. */
  input(name: string, dtype: DType, shape: readonly number[]): Value {
    if (this.#names.has(name)) throw new Error(`two values are called ${name}`);
    this.#names.add(name);
    const value: Value = { name, dtype, shape };
    this.inputs.push(value);
    return value;
  }

  /** Marks a value as a graph output under a name that callers will read. */
  output(name: string, value: Value): void {
    if (this.#names.has(name)) throw new Error(`two values are called ${name}`);
    this.#names.add(name);
    this.outputs.push({ name, value });
  }

  /** A constant stored in the model. */
  constant(name: string, tensor: Tensor): Value {
    const value: Value = { name: this.#uniqueName(name), dtype: tensor.dtype, shape: tensor.dims };
    this.constants.set(value.name, tensor);
    return value;
  }

  /** Makes a value once per key, so that equal constants are stored once. */
  once(key: string, make: () => Value): Value {
    const made = this.#shared.get(key) ?? make();
    this.#shared.set(key, made);
    return made;
  }

  /** Elements of a constant of integers; undefined when the value is computed. */
  integers(value: Value): number[] | undefined {
    const tensor = this.constants.get(value.name);
    return tensor && integersOf(tensor);
  }

  /** Appends an operator with `outputCount` outputs; errors name the operator and its inputs. */
  callAll(
    op: string,
    inputs: readonly (Value | undefined)[],
    attributes: Attributes = {},
    outputCount = 1,
    name = op,
  ): Value[] {
    const types = this.#infer(op, inputs, attributes, outputCount);
    const outputs = types.slice(0, outputCount).map(({ dtype, shape }): Value => {
      return { name: this.#uniqueName(name.toLowerCase()), dtype, shape };
    });
    if (outputs.length < outputCount) throw new Error(`${op} has no ${outputCount} outputs`);
    this.nodes.push({ op, name: outputs[0]?.name ?? op, inputs, outputs, attributes });
    return outputs;
  }

  #infer(
    op: string,
    inputs: readonly (Value | undefined)[],
    attributes: Attributes,
    outputCount: number,
  ): readonly ValueType[] {
    const rule = this.#shapeRules.get(op);
    if (!rule) throw new Error(`operator ${op}: no shape rule; add it to src/onnx/ops`);
    const input = (index: number) => {
      const value = inputs[index];
      if (!value) throw new Error(`input ${index} is missing`);
      return value;
    };
    const integers = (index: number) => {
      const value = inputs[index];
      if (!value) return undefined;
      const constant = this.integers(value);
      if (!constant) throw new Error(`input ${index} (${value.name}) must be a constant`);
      return constant;
    };
    try {
      return rule.shape({ attributes, inputs, outputCount, input, integers });
    } catch (error) {
      const list = inputs.map((v) => (v ? `${v.name}: ${v.dtype}[${v.shape}]` : '-')).join(', ');
      throw new Error(`${op}(${list}): ${(error as Error).message}`, { cause: error });
    }
  }

  /** Builds nodes that will be differentiated as one by the rule that `build` returns. */
  region(
    inputs: readonly Value[],
    build: () => { outputs: readonly Value[]; vjp: Region['vjp'] },
  ): readonly Value[] {
    const start = this.nodes.length;
    const { outputs, vjp } = build();
    this.regions.push({ start, end: this.nodes.length, inputs, outputs, vjp });
    return outputs;
  }
}
