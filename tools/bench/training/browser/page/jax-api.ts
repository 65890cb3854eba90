/** What we use of jax-js, which is served beside the page where it is installed. */
export interface JaxArray {
  /** The same array, counted once more. */
  readonly ref: JaxArray;
  add(other: JaxArray | number): JaxArray;
  sub(other: JaxArray | number): JaxArray;
  mul(other: JaxArray | number): JaxArray;
  div(other: JaxArray | number): JaxArray;
  reshape(shape: number[]): JaxArray;
  data(): Promise<ArrayLike<number>>;
  dispose(): void;
}

type Tree = JaxArray | readonly JaxArray[] | Readonly<Record<string, JaxArray>>;
type Unary = (x: JaxArray) => JaxArray;

export interface JaxModule {
  init(device: string): Promise<string[]>;
  defaultDevice(device: string): void;
  blockUntilReady(tree: readonly Tree[]): Promise<unknown>;
  jit<Of extends (...args: never[]) => unknown>(of: Of): Of;
  valueAndGrad<First extends Tree, Rest extends Tree[]>(
    of: (first: First, ...rest: Rest) => JaxArray,
  ): (first: First, ...rest: Rest) => [JaxArray, First];
  readonly tree: { ref<Of extends Tree>(tree: Of): Of };
  readonly numpy: {
    array(values: Float32Array | Int32Array, options: { shape: number[] }): JaxArray;
    split(x: JaxArray, places: number | number[], axis: number): JaxArray[];
    concatenate(parts: JaxArray[], axis: number): JaxArray;
    mean(x: JaxArray, axis: number, options: { keepdims: boolean }): JaxArray;
    matmul(x: JaxArray, y: JaxArray): JaxArray;
    minimum(x: JaxArray, y: number): JaxArray;
    matrixTranspose: Unary;
    sum: Unary;
    square: Unary;
    sqrt: Unary;
    reciprocal: Unary;
  };
  readonly nn: {
    silu: Unary;
    oneHot(indices: JaxArray, classes: number): JaxArray;
    logSoftmax(x: JaxArray, axis: number): JaxArray;
    dotProductAttention(
      q: JaxArray,
      k: JaxArray,
      v: JaxArray,
      options: { isCausal: boolean },
    ): JaxArray;
  };
}
