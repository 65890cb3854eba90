import { elementCount } from '../../model/tensor.ts';
import { AdapterFileError } from './errors.ts';

/** Bytes per element of the types that safetensors knows. */
const sizes: Readonly<Record<string, number>> = {
  ...{ BOOL: 1, U8: 1, I8: 1, F8_E5M2: 1, F8_E4M3: 1, I16: 2, U16: 2, F16: 2, BF16: 2 },
  ...{ I32: 4, U32: 4, F32: 4, F64: 8, I64: 8, U64: 8 },
};

/** The format's own bound on its header. */
const longestHeader = 100_000_000;
const lengthBytes = 8;

/** A tensor as the file has it. */
export interface StoredTensor {
  readonly dtype: string;
  readonly shape: readonly number[];
  /** A view of the file; at any offset. */
  readonly data: Uint8Array;
}

export interface Safetensors {
  readonly metadata: Readonly<Record<string, string>>;
  readonly tensors: ReadonlyMap<string, StoredTensor>;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isCounts = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((each) => Number.isSafeInteger(each) && each >= 0);

/** The header's text and where the tensors' bytes begin. */
function headerOf(file: Uint8Array): { text: string; start: number } {
  if (file.length < lengthBytes)
    throw new AdapterFileError('header', `the file has ${file.length} bytes and ends within it`);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const length = view.getBigUint64(0, true);
  if (length > longestHeader)
    throw new AdapterFileError('header', `its length is given as ${length}: no safetensors file`);
  const start = lengthBytes + Number(length);
  if (start > file.length)
    throw new AdapterFileError(
      'header',
      `it takes ${length} bytes, the file has only ${file.length - lengthBytes} more`,
    );
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      file.subarray(lengthBytes, start),
    );
    return { text, start };
  } catch {
    throw new AdapterFileError('header', 'it is not UTF-8');
  }
}

function parsed(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new AdapterFileError('header', `it is not JSON (${(error as Error).message})`);
  }
  if (!isObject(value)) throw new AdapterFileError('header', 'it is not a JSON object');
  return value;
}

function metadataOf(value: unknown): Record<string, string> {
  if (value === undefined) return {};
  if (!isObject(value) || Object.values(value).some((each) => typeof each !== 'string'))
    throw new AdapterFileError('header, __metadata__', 'it is not an object of texts');
  return value as Record<string, string>;
}

interface Entry {
  readonly name: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly start: number;
  readonly end: number;
}

function entryOf(name: string, value: unknown, bytes: number): Entry {
  const where = `tensor ${name}`;
  if (!isObject(value)) throw new AdapterFileError(where, 'its entry is not an object');
  const { dtype, shape, data_offsets: offsets } = value;
  const size = typeof dtype === 'string' && Object.hasOwn(sizes, dtype) ? sizes[dtype] : undefined;
  if (size === undefined)
    throw new AdapterFileError(where, `unknown element type ${JSON.stringify(dtype)}`);
  if (!isCounts(shape))
    throw new AdapterFileError(where, `impossible shape ${JSON.stringify(shape)}`);
  if (!isCounts(offsets) || offsets.length !== 2)
    throw new AdapterFileError(where, `impossible data_offsets ${JSON.stringify(offsets)}`);
  const [start, end] = offsets as [number, number];
  if (start > end || end > bytes)
    throw new AdapterFileError(
      where,
      `it is said to lie at ${start} to ${end} of ${bytes} bytes: the file may be cut off`,
    );
  const needed = elementCount(shape) * size;
  if (needed !== end - start)
    throw new AdapterFileError(
      where,
      `${end - start} bytes of ${dtype as string}[${shape.join(', ')}], which needs ${needed}`,
    );
  return { name, dtype: dtype as string, shape, start, end };
}

/** Tensors lie one after the other, without holes: what readers of the format insist on. */
function checkPlaces(entries: readonly Entry[], bytes: number): void {
  let at = 0;
  for (const { name, start, end } of entries.toSorted(
    (a, b) => a.start - b.start || a.end - b.end,
  )) {
    if (start !== at)
      throw new AdapterFileError(
        `tensor ${name}`,
        `it begins at byte ${start}, the one before it ends at ${at}`,
      );
    at = end;
  }
  if (at !== bytes)
    throw new AdapterFileError('data', `the tensors take ${at} bytes, the file has ${bytes}`);
}

/**
 * Reads a safetensors file (huggingface/safetensors, README "Format"); the tensors are views of it.
 * @throws AdapterFileError that names the header or the tensor
 */
export function readSafetensors(file: Uint8Array): Safetensors {
  const { text, start } = headerOf(file);
  const { __metadata__: metadata, ...rest } = parsed(text);
  const bytes = file.length - start;
  const entries = Object.entries(rest).map(([name, value]) => entryOf(name, value, bytes));
  checkPlaces(entries, bytes);
  return {
    metadata: metadataOf(metadata),
    tensors: new Map(
      entries.map(({ name, dtype, shape, start: from, end }) => [
        name,
        { dtype, shape, data: file.subarray(start + from, start + end) },
      ]),
    ),
  };
}

/** Numbers to be stored, row-major. */
export interface FloatTensor {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/**
 * Writes tensors as F32, in the order of their names, so that equal tensors give equal bytes.
 * @param metadata texts for the header
 */
export function writeSafetensors(
  tensors: ReadonlyMap<string, FloatTensor>,
  metadata: Readonly<Record<string, string>>,
): Uint8Array {
  const sorted = [...tensors].sort(([a], [b]) => (a < b ? -1 : 1));
  let end = 0;
  const entries = sorted.map(([name, { shape, values }]) => {
    if (elementCount(shape) !== values.length)
      throw new Error(`${name}: [${shape.join(', ')}] cannot hold ${values.length} elements`);
    const start = end;
    end += values.byteLength;
    return [name, { dtype: 'F32', shape, data_offsets: [start, end] }] as const;
  });
  const json = JSON.stringify({ __metadata__: metadata, ...Object.fromEntries(entries) });
  const text = new TextEncoder().encode(json);
  // filled with spaces, so that the numbers lie at multiples of 8
  const length = Math.ceil(text.length / 8) * 8;
  const file = new Uint8Array(lengthBytes + length + end).fill(0x20, 0, lengthBytes + length);
  new DataView(file.buffer).setBigUint64(0, BigInt(length), true);
  file.set(text, lengthBytes);
  let at = lengthBytes + length;
  for (const [, { values }] of sorted) {
    file.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
    at += values.byteLength;
  }
  return file;
}
