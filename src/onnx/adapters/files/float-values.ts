import { fromHalf } from '../../model/half.ts';
import { AdapterFileError } from './errors.ts';
import type { StoredTensor } from './safetensors.ts';

/** bfloat16 is the upper half of a float32. */
function fromBrain(bits: Uint16Array): Float32Array<ArrayBuffer> {
  const words = new Uint32Array(bits.length);
  for (let i = 0; i < bits.length; i++) words[i] = (bits[i] as number) << 16;
  return new Float32Array(words.buffer);
}

/**
 * Elements of a tensor of type F32, F16 or BF16, a copy.
 * @param name for the error
 * @throws AdapterFileError for other types, and for numbers that are not finite
 */
export function floatValues(name: string, { dtype, data }: StoredTensor): Float32Array {
  // not slice: that of Node's Buffer does not copy
  const bytes = new Uint8Array(data).buffer;
  const values =
    dtype === 'F32'
      ? new Float32Array(bytes)
      : dtype === 'F16'
        ? fromHalf(new Uint16Array(bytes))
        : dtype === 'BF16'
          ? fromBrain(new Uint16Array(bytes))
          : undefined;
  if (!values)
    throw new AdapterFileError(`tensor ${name}`, `its numbers are ${dtype}, not F32, F16 or BF16`);
  const odd = values.findIndex((value) => !Number.isFinite(value));
  if (odd >= 0)
    throw new AdapterFileError(`tensor ${name}`, `element ${odd} is ${values[odd]}, not a number`);
  return values;
}
