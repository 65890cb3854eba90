/**
 * Writes GGUF version 3, llama.cpp's file format: a header, metadata, a table of tensors, then their
 * bytes, each at a multiple of `alignment`. All numbers are little-endian.
 */

/** One entry of the metadata. A number says its type: llama.cpp takes no other in its place. */
export type GgufValue =
  | { readonly type: 'uint32' | 'float32'; readonly value: number }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'strings'; readonly value: readonly string[] };

/** How a tensor's elements are stored, under the number that the format has for it. */
export const tensorTypes = { F32: 0, F16: 1, Q4_0: 2 } as const;
export type TensorType = keyof typeof tensorTypes;

export interface GgufTensor {
  readonly name: string;
  readonly type: TensorType;
  /** Sizes of the axes, the one whose elements lie side by side first. */
  readonly shape: readonly number[];
  readonly data: Uint8Array;
}

/** Tensors begin at multiples of so many bytes; the format's default. */
export const alignment = 32;

const aligned = (bytes: number) => Math.ceil(bytes / alignment) * alignment;

/** The format's numbers for types of values. */
const valueTypes = { uint32: 4, float32: 6, string: 8, array: 9 } as const;

/** Bytes that grow at the end. */
class Out {
  #bytes = new Uint8Array(1 << 16);
  length = 0;

  /** Room for so many bytes more, as a view to write them into. */
  #room(count: number): DataView {
    const needed = this.length + count;
    if (needed > this.#bytes.length) {
      const wider = new Uint8Array(2 * needed);
      wider.set(this.#bytes);
      this.#bytes = wider;
    }
    const view = new DataView(this.#bytes.buffer, this.length, count);
    this.length = needed;
    return view;
  }

  uint32(value: number): void {
    this.#room(4).setUint32(0, value, true);
  }

  uint64(value: number): void {
    this.#room(8).setBigUint64(0, BigInt(value), true);
  }

  float32(value: number): void {
    this.#room(4).setFloat32(0, value, true);
  }

  string(text: string): void {
    const bytes = new TextEncoder().encode(text);
    this.uint64(bytes.length);
    const { byteOffset } = this.#room(bytes.length);
    this.#bytes.set(bytes, byteOffset);
  }

  written(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }
}

function writeValue(out: Out, entry: GgufValue): void {
  out.uint32(valueTypes[entry.type === 'strings' ? 'array' : entry.type]);
  switch (entry.type) {
    case 'uint32':
      return out.uint32(entry.value);
    case 'float32':
      return out.float32(entry.value);
    case 'string':
      return out.string(entry.value);
    case 'strings':
      out.uint32(valueTypes.string);
      out.uint64(entry.value.length);
      for (const text of entry.value) out.string(text);
  }
}

/** A GGUF file of these metadata and tensors, in the order given. */
export function writeGguf(
  metadata: Readonly<Record<string, GgufValue>>,
  tensors: readonly GgufTensor[],
): Uint8Array {
  const out = new Out();
  out.uint32(0x46554747); // "GGUF"
  out.uint32(3);
  out.uint64(tensors.length);
  out.uint64(Object.keys(metadata).length);
  for (const [key, entry] of Object.entries(metadata)) {
    out.string(key);
    writeValue(out, entry);
  }
  const places: number[] = [];
  let end = 0;
  for (const { name, type, shape, data } of tensors) {
    out.string(name);
    out.uint32(shape.length);
    for (const size of shape) out.uint64(size);
    out.uint32(tensorTypes[type]);
    out.uint64(end);
    places.push(end);
    end = aligned(end + data.length);
  }
  const start = aligned(out.length);
  const file = new Uint8Array(start + end);
  file.set(out.written());
  for (const [i, { data }] of tensors.entries()) file.set(data, start + (places[i] as number));
  return file;
}
