import { int } from '../model/attributes.ts';
import { int64Tensor } from '../model/tensor.ts';
import type { NodeWriter } from '../graph/node-writer.ts';

/** Sizes that change from run to run, as one-element vectors read off the inputs. */
const sources = {
  /** Rows, B. */
  rows: ['fresh_positions', 0],
  /** Tokens read now, S. */
  fresh: ['fresh_positions', 1],
  /** A row's own positions read before, T. */
  past: ['past_positions', 1],
  /** Prefixes, P_B: a divisor of B. */
  prefixes: ['prefix_positions', 0],
  /** Positions of a prefix, P. */
  prefix: ['prefix_positions', 1],
  /** A row's own positions after its prefix: T + S. */
  own: ['own_positions', 1],
} as const;

/** One dimension of a shape: a number (-1: whatever is left) or a size of the run. */
export type Dimension = number | keyof typeof sources;

/** Writes the shapes that Reshape and Split want, each once. */
export class RunShapes {
  readonly #w: NodeWriter;
  readonly #made = new Map<string, string>();

  constructor(w: NodeWriter) {
    this.#w = w;
  }

  /** Name of the vector with these dimensions. */
  of(...dims: readonly Dimension[]): string {
    return this.#once(dims.join(','), (key) =>
      dims.length === 1
        ? this.#part(dims[0] as Dimension)
        : this.#w.node(
            `/batched/shapes/${key}`,
            'Concat',
            dims.map((dim) => this.#part(dim)),
            { axis: int(0) },
          ),
    );
  }

  #part(dim: Dimension): string {
    return this.#once(`part ${dim}`, () => {
      if (typeof dim === 'number')
        return this.#w.constant(`batched.size.${dim}`, int64Tensor([1], [dim]));
      const [source, axis] = sources[dim];
      // not Shape's own start and end: many exports are of an opset that had none
      const shape = this.#once(`shape ${source}`, () =>
        this.#w.node(`/batched/sizes/${source}`, 'Shape', [source]),
      );
      const place = this.#w.constant(`batched.axis.${axis}`, int64Tensor([1], [axis]));
      return this.#w.node(`/batched/sizes/${dim}`, 'Gather', [shape, place], { axis: int(0) });
    });
  }

  #once(key: string, make: (key: string) => string): string {
    const made = this.#made.get(key) ?? make(key);
    this.#made.set(key, made);
    return made;
  }
}
