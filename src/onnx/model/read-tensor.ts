import type { TensorProto } from '../proto/onnx_pb.ts';
import { externalLocation } from './attribute-kinds.ts';
import { byteLength, dtypeOf, type DType } from './dtypes.ts';
import { ModelFileError } from './errors.ts';
import { elementCount } from './tensor.ts';
import type { Tensor } from './types.ts';

const bytes = (view: ArrayBufferView) =>
  new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

/** int32_data carries every type of at most 32 bits, one element (4-bit: one byte) per entry. */
function fromInt32(dtype: DType, values: readonly number[]): Uint8Array {
  if (dtype === 'int32') return bytes(Int32Array.from(values));
  if (byteLength(dtype, 1) === 2) return bytes(Uint16Array.from(values));
  return Uint8Array.from(values);
}

/** Elements from whichever typed field the exporter used, as raw bytes. */
function typedData(proto: TensorProto, dtype: DType): Uint8Array {
  if (proto.floatData.length > 0) return bytes(Float32Array.from(proto.floatData));
  if (proto.doubleData.length > 0) return bytes(Float64Array.from(proto.doubleData));
  if (proto.int64Data.length > 0) return bytes(BigInt64Array.from(proto.int64Data));
  if (proto.uint64Data.length > 0) {
    return dtype === 'uint32'
      ? bytes(Uint32Array.from(proto.uint64Data, Number))
      : bytes(BigUint64Array.from(proto.uint64Data));
  }
  return fromInt32(dtype, proto.int32Data);
}

/** Turns a TensorProto into plain data. Errors name `where`. */
export function readTensor(proto: TensorProto, where: string): Tensor {
  const dtype = dtypeOf(proto.dataType);
  if (!dtype) throw new ModelFileError(where, `unknown element type ${proto.dataType}`);
  const dims = proto.dims.map(Number);
  if (dims.some((dim) => dim < 0 || !Number.isSafeInteger(dim)))
    throw new ModelFileError(where, `impossible shape [${dims.join(', ')}]`);
  const count = elementCount(dims);
  if (proto.dataLocation === externalLocation) {
    const external = Object.fromEntries(proto.externalData.map(({ key, value }) => [key, value]));
    if (!external.location) throw new ModelFileError(where, 'external data without a location');
    return { dtype, dims, data: new Uint8Array(0), external };
  }
  if (dtype === 'string') {
    if (proto.stringData.length !== count)
      throw new ModelFileError(where, `${proto.stringData.length} strings, shape needs ${count}`);
    return { dtype, dims, data: new Uint8Array(0), strings: proto.stringData };
  }
  const data = proto.rawData.length > 0 ? proto.rawData : typedData(proto, dtype);
  const expected = byteLength(dtype, count);
  if (data.length !== expected)
    throw new ModelFileError(
      where,
      `${data.length} bytes of ${dtype}[${dims.join(', ')}], which needs ${expected}`,
    );
  return { dtype, dims, data };
}
