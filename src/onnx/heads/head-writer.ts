import { int } from '../model/attributes.ts';
import { floatTensor, int64Tensor } from '../model/tensor.ts';
import { NodeWriter } from '../graph/node-writer.ts';

/** Writes the nodes of what stands on a decoder's logits. */
export class HeadWriter {
  readonly w = new NodeWriter();
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  node(name: string, op: string, inputs: string[], attributes = {}, outputs?: string[]): string {
    return this.w.node(`/${this.#name}/${name}`, op, inputs, attributes, outputs);
  }

  vector(...values: number[]): string {
    const name = `${this.#name}.vector.${values.join('.')}`;
    return this.w.constant(name, int64Tensor([values.length], values));
  }

  scalar(value: number): string {
    return this.w.constant(`${this.#name}.scalar.${value}`, int64Tensor([], [value]));
  }

  number(value: number): string {
    return this.w.constant(
      `${this.#name}.number.${value}`,
      floatTensor([], Float32Array.of(value)),
    );
  }

  /** Elements of one axis-1 row by their ids. */
  picked(name: string, from: string, ids: string, outputs?: string[]): string {
    return this.node(name, 'GatherElements', [from, ids], { axis: int(1) }, outputs);
  }

  sum(name: string, x: string, axis: number, keep: boolean, outputs?: string[]): string {
    const attributes = { keepdims: int(Number(keep)) };
    return this.node(name, 'ReduceSum', [x, this.vector(axis)], attributes, outputs);
  }

  /** Log of the sum of exp over each row [rows, 1]: max + log(sum exp(x - max)). */
  logSum(x: string, output: string): string {
    const axis = this.vector(1);
    const max = this.node(`${output}/max`, 'ReduceMax', [x, axis], { keepdims: int(1) });
    const below = this.node(`${output}/below`, 'Sub', [x, max]);
    const weights = this.node(`${output}/Exp`, 'Exp', [below]);
    const total = this.node(`${output}/Log`, 'Log', [this.sum(`${output}/sum`, weights, 1, true)]);
    return this.node(`${output}/Add`, 'Add', [max, total], {}, [output]);
  }
}
