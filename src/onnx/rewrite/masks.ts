import { int } from '../model/attributes.ts';
import { dtypeCode, type DType } from '../model/dtypes.ts';
import { floatTensor } from '../model/tensor.ts';
import type { NodeWriter } from '../graph/node-writer.ts';
import type { Dimension, RunShapes } from './sizes.ts';

/** Position of a key that nobody may see: padding. Past every query, so it needs no rule of its own. */
export const nowhere = 1e9;

/** What hides a score: far below any other, yet finite in the element type. */
const hiding = { float32: -1e9, float16: -6e4 } as const;

export type FloatType = keyof typeof hiding;

export const isFloatType = (dtype: DType): dtype is FloatType => dtype in hiding;

/** Names of what is added to the scores of one kind of layer. */
export interface Bias {
  /** On own keys, [B, 1, S, T + S]. */
  readonly own: string;
  /** On prefix keys: [P_B, 1, 1, P] where every query sees all, else [P_B, 1, R, 1, S, P]. */
  readonly prefix: string;
}

/**
 * Writes the masks once for all layers of a kind. A query at position i sees keys at positions
 * (i - window, i]: positions say all, so rows may be padded anywhere. What a padding token sees is of
 * no account: nobody sees it.
 */
export class Masks {
  readonly #w: NodeWriter;
  readonly #shapes: RunShapes;
  readonly #made = new Map<number, Bias>();
  readonly #dtype: FloatType;

  constructor(w: NodeWriter, shapes: RunShapes, dtype: FloatType) {
    this.#w = w;
    this.#shapes = shapes;
    this.#dtype = dtype;
    w.node('/batched/mask/own', 'Concat', ['past_positions', 'fresh_positions'], { axis: int(1) }, [
      'own_positions',
    ]);
  }

  /** @param window how many positions a query sees, its own included; Infinity: all */
  of(window: number): Bias {
    const made = this.#made.get(window) ?? this.#make(window);
    this.#made.set(window, made);
    return made;
  }

  #make(window: number): Bias {
    const name = Number.isFinite(window) ? `window.${window}` : 'all';
    const queries = this.#reshaped(name, 'fresh_positions', 'rows', 1, 'fresh', 1);
    const keys = this.#reshaped(name, 'own_positions', 'rows', 1, 1, 'own');
    const own = this.#bias(`${name}/own`, queries, keys, window);
    const prefixKeys = this.#reshaped(name, 'prefix_positions', 'prefixes', 1, 1, 'prefix');
    if (!Number.isFinite(window)) {
      const last = this.#number('last', nowhere / 2);
      return { own, prefix: this.#bias(`${name}/prefix`, last, prefixKeys, window) };
    }
    const stacked = this.#reshaped(name, 'fresh_positions', 'prefixes', 1, -1, 1, 'fresh', 1);
    const wide = this.#reshaped(name, 'prefix_positions', 'prefixes', 1, 1, 1, 1, 'prefix');
    return { own, prefix: this.#bias(`${name}/prefix`, stacked, wide, window) };
  }

  /** 0 where a query sees a key, else what hides it. */
  #bias(path: string, queries: string, keys: string, window: number): string {
    const at = (part: string) => `/batched/mask/${path}/${part}`;
    const past = this.#w.node(at('LessOrEqual'), 'LessOrEqual', [keys, queries]);
    const seen = Number.isFinite(window)
      ? this.#w.node(at('And'), 'And', [
          past,
          this.#w.node(at('Less'), 'Less', [
            queries,
            this.#w.node(at('end'), 'Add', [keys, this.#number(`window.${window}`, window)]),
          ]),
        ])
      : past;
    const bias = this.#w.node(at('Where'), 'Where', [
      seen,
      this.#number('seen', 0),
      this.#number('hidden', hiding[this.#dtype]),
    ]);
    if (this.#dtype === 'float32') return bias;
    return this.#w.node(at('Cast'), 'Cast', [bias], { to: int(dtypeCode(this.#dtype)) });
  }

  #reshaped(name: string, positions: string, ...dims: Dimension[]): string {
    const path = `/batched/mask/${name}/${positions}.${dims.length}`;
    return this.#w.node(path, 'Reshape', [positions, this.#shapes.of(...dims)]);
  }

  #number(name: string, value: number): string {
    return this.#w.constant(`batched.mask.${name}`, floatTensor([], Float32Array.of(value)));
  }
}
