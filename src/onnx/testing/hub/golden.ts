import { elementCount } from '../../model/tensor.ts';
import golden from '../../importing/fixtures/decoder_gradients.json';
import type { Data } from '../run.ts';

/** What tools/fixtures/decoder_gradients.py wrote, with its formulas. */
export { golden };
export type GoldenCase = (typeof golden)['cases'][number];

/** Element i of tensor number k, in [-1, 1). */
const number = (i: number, k: number) =>
  2 * (((31 * i * i + 7919 * i + 977 * k) % 2003) / 2003) - 1;

/** Parameters and adapters of a case. */
export class GoldenWeights {
  readonly case: GoldenCase;

  constructor(of: GoldenCase) {
    this.case = of;
  }

  #find(name: string): GoldenCase['parameters'][number] {
    const found = this.case.parameters.find((parameter) => parameter.name === name);
    if (!found) throw new Error(`no parameter is called ${name}`);
    return found;
  }

  has(name: string): boolean {
    return this.case.parameters.some((parameter) => parameter.name === name);
  }

  shape(name: string): number[] {
    return this.#find(name).shape;
  }

  floats(name: string): Float32Array {
    const { k, shape, scale, shift } = this.#find(name);
    const columns = shape[1] ?? 1;
    return Float32Array.from({ length: elementCount(shape) }, (_, i) =>
      scale === null
        ? (((5 * Math.floor(i / columns) + 3 * (i % columns) + k) % 16) - 8) / 32
        : scale * number(i, k) + shift,
    );
  }

  /** Factor A (0) or B (1) of an adapter. */
  factor(name: string, which: 0 | 1, count: number): Float32Array {
    const found = this.case.adapters.find((adapter) => adapter.name === name);
    if (!found) throw new Error(`no adapter stands at ${name}`);
    return Float32Array.from({ length: count }, (_, i) => 0.3 * number(i, found.k + which));
  }
}

const positions = Array.from({ length: golden.batch * golden.length }, (_, i) => i);

export const goldenIds = positions.map((i) => (3 * i * i + 5 * i + 1) % golden.vocab);
/** Places of learnt rows, and their labels. */
export const goldenRows = positions.filter((i) => i % 3 !== 0);
export const goldenLabels = goldenRows.map((i) => (5 * i + 2) % golden.vocab);

/** A gradient as the fixture has it: its length, its product with a wave, four elements. */
export function summary(gradient: Data | undefined): number[] {
  const values = Array.from(gradient?.values ?? []);
  const norm = Math.sqrt(values.reduce((sum, x) => sum + x * x, 0));
  const wave = values.reduce((sum, x, i) => sum + x * Math.cos(0.7 * i + 1), 0);
  const few = [0, 1, 2, 3].map((i) => values[(37 * i + 11) % values.length] as number);
  return [norm, wave, ...few];
}
