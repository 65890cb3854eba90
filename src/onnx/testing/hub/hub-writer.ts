import { int } from '../../model/attributes.ts';
import { dtypeCode, type DType } from '../../model/dtypes.ts';
import { elementCount, floatTensor, int64Tensor, uint8Tensor } from '../../model/tensor.ts';
import type { Attributes, Dim, Model, ValueInfo } from '../../model/types.ts';
import type { GraphBuilder } from '../../graph/builder.ts';
import { NodeWriter } from '../../graph/node-writer.ts';
import type { Value } from '../../graph/value.ts';
import { quantizeQ4 } from '../../quantize/q4.ts';
import { golden, type GoldenWeights } from './golden.ts';

/** A weight of a file from the model's own parameters. */
export type Rebuild = (g: GraphBuilder, parameter: (name: string) => Value) => Value;

/** A model in some exporter's layout, and what its weights are made of. */
export interface HubModel {
  readonly model: Model;
  readonly rebuild: ReadonlyMap<string, Rebuild>;
}

export interface LinearLayer {
  /** The node's path without the operator. */
  readonly path: string;
  /** Modules whose weights [in, out] stand beside each other in one matrix. */
  readonly modules: readonly string[];
  readonly x: string;
  /** The matrix's name in the file. */
  readonly stored: string;
}

/** Writes decoders as exporters lay them out, from the fixture's parameters. */
export class HubWriter {
  readonly w = new NodeWriter();
  readonly golden: GoldenWeights;
  readonly rebuild = new Map<string, Rebuild>();

  constructor(weights: GoldenWeights) {
    this.golden = weights;
  }

  node(
    name: string,
    op: string,
    inputs: readonly string[],
    attributes: Attributes = {},
    outputs?: readonly string[],
  ): string {
    return this.w.node(name, op, inputs, attributes, outputs);
  }

  ints(...values: number[]): string {
    return this.w.constant(`ints.${values.join('.')}`, int64Tensor([values.length], values));
  }

  int(value: number): string {
    return this.w.constant(`int.${value}`, int64Tensor([], [value]));
  }

  float(value: number): string {
    return this.w.constant(`float.${value}`, floatTensor([], Float32Array.of(value)));
  }

  cast(name: string, x: string, to: DType): string {
    return this.node(name, 'Cast', [x], { to: int(dtypeCode(to)) });
  }

  /** Length of one axis, as exporters read it: a scalar. */
  length(name: string, of: string, axis: number): string {
    const shape = this.node(`${name}/Shape`, 'Shape', [of]);
    return this.node(`${name}/Gather`, 'Gather', [shape, this.int(axis)], { axis: int(0) });
  }

  /** A parameter under a name, plus a number where the exporter adds it beforehand. */
  parameter(name: string, stored = name, add = 0): string {
    const floats = this.golden.floats(name).map((x) => x + add);
    this.w.constant(stored, floatTensor(this.golden.shape(name), floats));
    this.rebuild.set(stored, (g, parameter) =>
      add === 0 ? parameter(name) : g.add(parameter(name), g.scalar(add)),
    );
    return stored;
  }

  /** Vectors one after the other. */
  vectors(names: readonly string[], stored: string): string {
    const floats = names.flatMap((name) => Array.from(this.golden.floats(name)));
    this.w.constant(stored, floatTensor([floats.length], Float32Array.from(floats)));
    this.rebuild.set(stored, (g, parameter) => g.concat(names.map(parameter), 0));
    return stored;
  }

  /** Matrices beside each other: [in, columns of all]. */
  #matrix(modules: readonly string[]): { floats: Float32Array; rows: number; columns: number } {
    const parts = modules.map((module) => `${module}.weight`);
    const rows = this.golden.shape(parts[0] as string)[0] as number;
    const widths = parts.map((part) => this.golden.shape(part)[1] as number);
    const columns = widths.reduce((a, b) => a + b, 0);
    const matrices = parts.map((part) => this.golden.floats(part));
    const floats = Array.from({ length: rows }, (_, row) =>
      matrices.map((matrix, i) => {
        const width = widths[i] as number;
        return Array.from(matrix.subarray(row * width, (row + 1) * width));
      }),
    );
    return { floats: Float32Array.from(floats.flat(2)), rows, columns };
  }

  /** A linear layer without its bias: in 4 bits where the case is. */
  linear({ path, modules, x, stored }: LinearLayer): string {
    const { floats, rows, columns } = this.#matrix(modules);
    const whole: Rebuild = (g, parameter) =>
      g.concat(
        modules.map((module) => parameter(`${module}.weight`)),
        1,
      );
    const layer = modules.some((module) => /\.\d+\./.test(module));
    if (!this.golden.case.quantized || !layer) {
      this.w.constant(stored, floatTensor([rows, columns], floats));
      this.rebuild.set(stored, whole);
      return this.node(`${path}/MatMul`, 'MatMul', [x, stored]);
    }
    const { data, scales } = quantizeQ4(floats, rows, columns);
    const blocks = rows / 32;
    this.w.constant(`${stored}_Q4`, uint8Tensor([columns, blocks, 16], data));
    this.w.constant(`${stored}_scales`, floatTensor([columns * blocks], scales));
    this.rebuild.set(`${stored}_Q4`, whole);
    return this.node(
      `${path}/MatMul_Q4`,
      'com.microsoft.MatMulNBits',
      [x, `${stored}_Q4`, `${stored}_scales`],
      { K: int(rows), N: int(columns), bits: int(4), block_size: int(32) },
    );
  }

  /** Tables [16, width / 2] of a rotation. */
  tables(width: number): { cos: string; sin: string } {
    const half = width / 2;
    const table = (f: (x: number) => number) =>
      Float32Array.from({ length: 16 * half }, (_, i) =>
        f(Math.floor(i / half) * golden.theta ** ((-2 * (i % half)) / width)),
      );
    return {
      cos: this.w.constant('cos_cache', floatTensor([16, half], table(Math.cos))),
      sin: this.w.constant('sin_cache', floatTensor([16, half], table(Math.sin))),
    };
  }

  /** The model, with what it reads and gives. */
  model(logits: string, kvHeads: number, positions: boolean): HubModel {
    this.node('/logits', 'Identity', [logits], {}, ['logits']);
    const info = (name: string, dtype: DType, ...shape: Dim[]): ValueInfo => ({
      name,
      dtype,
      shape,
    });
    const caches = (prefix: string, length: string) =>
      Array.from({ length: golden.layers }, (_, i) =>
        ['key', 'value'].map((part) =>
          info(`${prefix}.${i}.${part}`, 'float32', 'batch', kvHeads, length, golden.size),
        ),
      ).flat();
    const { nodes, initializers } = this.w;
    const made = new Set(nodes.flatMap(({ outputs }) => outputs));
    return {
      rebuild: this.rebuild,
      model: {
        irVersion: 8,
        producer: 'pytorch',
        opsets: { '': 18, 'com.microsoft': 1 },
        metadata: {},
        graph: {
          name: 'main_graph',
          nodes,
          initializers,
          inputs: [
            info('input_ids', 'int64', 'batch', 'sequence'),
            info('attention_mask', 'int64', 'batch', 'total'),
            ...(positions ? [info('position_ids', 'int64', 'batch', 'sequence')] : []),
            ...caches('past_key_values', 'past'),
          ],
          outputs: [
            info('logits', 'float32', 'batch', 'sequence', golden.vocab),
            ...caches('present', 'total').filter(({ name }) => made.has(name)),
          ],
          values: [],
        },
      },
    };
  }
}

/** Number of elements of a parameter. */
export const countOf = (weights: GoldenWeights, name: string): number =>
  elementCount(weights.shape(name));
