/** ONNX's element types: code in the file and bits per element (0: no fixed size). */
const table = {
  float32: [1, 32],
  uint8: [2, 8],
  int8: [3, 8],
  uint16: [4, 16],
  int16: [5, 16],
  int32: [6, 32],
  int64: [7, 64],
  string: [8, 0],
  bool: [9, 8],
  float16: [10, 16],
  float64: [11, 64],
  uint32: [12, 32],
  uint64: [13, 64],
  complex64: [14, 64],
  complex128: [15, 128],
  bfloat16: [16, 16],
  float8e4m3fn: [17, 8],
  float8e4m3fnuz: [18, 8],
  float8e5m2: [19, 8],
  float8e5m2fnuz: [20, 8],
  uint4: [21, 4],
  int4: [22, 4],
  float4e2m1: [23, 4],
} as const;

export type DType = keyof typeof table;

export const dtypes = Object.keys(table) as DType[];

const byCode = new Map<number, DType>(dtypes.map((dtype) => [table[dtype][0], dtype]));

/** Code of an element type in the file format. */
export const dtypeCode = (dtype: DType): number => table[dtype][0];

/** Element type of a code; undefined when the format has none. */
export const dtypeOf = (code: number): DType | undefined => byCode.get(code);

/** Bytes that `count` elements take (4-bit types share bytes); undefined for strings. */
export function byteLength(dtype: DType, count: number): number | undefined {
  const bits = table[dtype][1];
  return bits === 0 ? undefined : Math.ceil((count * bits) / 8);
}
