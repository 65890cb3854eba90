import { elementCount, floatTensor, floatsOf } from '../model/tensor.ts';
import type { GraphBuilder } from '../graph/builder.ts';
import { sameShape } from '../graph/shapes.ts';
import type { Value } from '../graph/value.ts';
import { NoMatch } from '../rewrite/sites/attention-site.ts';
import type { ReadWeight, TrainableWeight, WeightHook } from './hooks.ts';
import { storedName, type Stored } from './item.ts';
import { isFloat } from './known/known.ts';
import { isWeight } from './names.ts';

export interface WeightOptions {
  readonly weight?: WeightHook | undefined;
  /** Told of every weight, once. */
  readonly seen?: ((weight: TrainableWeight) => void) | undefined;
}

/** A matrix of the file. */
export interface Matrix {
  readonly value: Value;
  /** Its name in the file, where it is stored as it is. */
  readonly name: string | undefined;
}

/** Floats up to so many are widened here, larger ones by the runtime. */
const smallCount = 4096;

/** Constants of a file as values of a graph, once each, the weights among them as a hook wants them. */
export class StoredWeights {
  readonly #g: GraphBuilder;
  readonly #options: WeightOptions;
  readonly #values = new Map<string, Value>();
  readonly #hooked = new Map<string, Value>();
  /** Values that are a frozen matrix with its axes exchanged: products then read that matrix. */
  readonly #exchanged = new Map<string, Matrix>();

  constructor(g: GraphBuilder, options: WeightOptions) {
    this.#g = g;
    this.#options = options;
  }

  /** As float32; `trainable` says whether it may be a weight, where its name does not say otherwise. */
  value(item: Stored, trainable: boolean): Value {
    const made = this.#values.get(item.name);
    if (made) return made;
    const { tensor, name } = item;
    if (tensor.dtype === 'bfloat16' || !isFloat(tensor.dtype))
      throw new NoMatch(`${name} is of ${tensor.dtype}`);
    // once for all forward passes in a graph, hooked or not
    const plain = this.#g.once(`file ${name}`, () => this.#widened(item));
    const value =
      trainable && isWeight(name) ? this.hooked(name, plain, () => floatsOf(tensor)) : plain;
    this.#values.set(name, value);
    return value;
  }

  #widened({ name, tensor }: Stored): Value {
    const small = !tensor.external && elementCount(tensor.dims) <= smallCount;
    return tensor.dtype !== 'float32' && small
      ? this.#g.constant(storedName(name), floatTensor(tensor.dims, floatsOf(tensor)))
      : this.#g.cast(this.#g.constant(storedName(name), tensor), 'float32');
  }

  /** As the file stores it: for levels of quantised weights. */
  raw({ name, tensor }: Stored): Value {
    return this.#g.once(`raw ${name} ${tensor.dims}`, () =>
      this.#g.constant(storedName(name), tensor),
    );
  }

  /** A weight as the hook wants it. */
  hooked(name: string, plain: Value, read: ReadWeight): Value {
    const made = this.#hooked.get(name);
    if (made) return made;
    this.#options.seen?.({ name, shape: plain.shape, read });
    const value = this.#options.weight?.(this.#g, name, plain) ?? plain;
    if (value.dtype !== 'float32' || !sameShape(value.shape, plain.shape))
      throw new Error(
        `the weight ${name} is float32[${plain.shape}], its hook gave ${value.dtype}[${value.shape}]`,
      );
    this.#hooked.set(name, value);
    return value;
  }

  noteExchanged(value: Value, of: Matrix): void {
    this.#exchanged.set(value.name, of);
  }

  /** The matrix whose exchanged axes a value has. */
  exchanged(value: Value): Matrix | undefined {
    return this.#exchanged.get(value.name);
  }
}
