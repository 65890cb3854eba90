import { fromHalf } from '../../../../src/onnx/model/half.ts';
import { alignment, tensorTypes, type TensorType } from './format.ts';

/** A tensor found in a file. */
export interface FoundTensor {
  readonly type: TensorType;
  readonly shape: readonly number[];
  /** Where its bytes begin in the file. */
  readonly start: number;
  readonly bytes: Uint8Array;
}

const bits: Readonly<Record<TensorType, number>> = { F32: 32, F16: 16, Q4_0: 4.5 };

/** The floats that a tensor's bytes stand for. */
function floatsOf({ type, bytes }: FoundTensor): Float32Array {
  const copy = bytes.slice();
  if (type === 'F32') return new Float32Array(copy.buffer);
  if (type === 'F16') return fromHalf(new Uint16Array(copy.buffer));
  return Float32Array.from({ length: (bytes.length / 18) * 32 }, (_, i) => {
    const block = copy.subarray(Math.floor(i / 32) * 18);
    const [scale = 0] = fromHalf(
      Uint16Array.of((block[0] as number) | ((block[1] as number) << 8)),
    );
    const byte = block[2 + (i % 16)] as number;
    return (((i % 32 < 16 ? byte : byte >> 4) & 15) - 8) * scale;
  });
}

/** Reads the kinds of entries and tensors that we write, for tests. Throws where it is something else. */
export function readGguf(file: Uint8Array) {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  let at = 0;
  const uint32 = () => view.getUint32((at += 4) - 4, true);
  const uint64 = () => Number(view.getBigUint64((at += 8) - 8, true));
  const string = () => {
    const length = uint64();
    return new TextDecoder().decode(file.subarray(at, (at += length)));
  };
  const value = (): unknown => {
    const type = uint32();
    if (type === 4) return uint32();
    if (type === 6) return view.getFloat32((at += 4) - 4, true);
    if (type === 8) return string();
    if (type !== 9 || uint32() !== 8) throw new Error(`a value of type ${type}`);
    return Array.from({ length: uint64() }, string);
  };
  if (new TextDecoder().decode(file.subarray(0, 4)) !== 'GGUF') throw new Error('no GGUF');
  at = 4;
  if (uint32() !== 3) throw new Error('not version 3');
  const [tensorCount, entryCount] = [uint64(), uint64()];
  const metadata: Record<string, unknown> = {};
  for (let i = 0; i < entryCount; i++) metadata[string()] = value();
  const listed = Array.from({ length: tensorCount }, () => {
    const name = string();
    const shape = Array.from({ length: uint32() }, uint64);
    const number = uint32();
    const type = (Object.keys(tensorTypes) as TensorType[]).find(
      (key) => tensorTypes[key] === number,
    );
    if (!type) throw new Error(`${name}: type ${number}`);
    return { name, shape, type, offset: uint64() };
  });
  const base = Math.ceil(at / alignment) * alignment;
  const tensors = new Map(
    listed.map(({ name, shape, type, offset }): [string, FoundTensor] => {
      const start = base + offset;
      const length = (shape.reduce((a, b) => a * b, 1) * bits[type]) / 8;
      return [name, { type, shape, start, bytes: file.subarray(start, start + length) }];
    }),
  );
  const floats = (name: string) => {
    const tensor = tensors.get(`${name}.weight`);
    if (!tensor) throw new Error(`no tensor ${name}.weight`);
    return floatsOf(tensor);
  };
  return { metadata, tensors, floats, length: file.length };
}
