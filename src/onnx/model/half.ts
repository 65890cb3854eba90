/** float16 as the file format holds it: bits of IEEE 754 binary16 (ONNX's FLOAT16). */

const word = new DataView(new ArrayBuffer(4));

/** Bits of the nearest float16; ties go to the even one, what is too large becomes infinite. */
function bitsOf(value: number): number {
  word.setFloat32(0, value);
  const bits = word.getUint32(0);
  const sign = (bits >>> 16) & 0x8000;
  const rest = bits & 0x7fffffff;
  if (rest > 0x7f800000) return sign | 0x7e00;
  if (rest >= 0x477ff000) return sign | 0x7c00;
  // Below 2^-14 a float16 counts in steps of 2^-24.
  if (rest < 0x38800000) return sign | roundEven(Math.abs(value) * 2 ** 24);
  const odd = (rest >>> 13) & 1;
  return sign | ((rest - 0x38000000 + 0xfff + odd) >>> 13);
}

function roundEven(x: number): number {
  const low = Math.floor(x);
  const over = x - low;
  return over > 0.5 || (over === 0.5 && low % 2 === 1) ? low + 1 : low;
}

function valueOf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return exponent === 0
    ? sign * fraction * 2 ** -24
    : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** Bits of the nearest float16 of each number. */
export function toHalf(values: Float32Array): Uint16Array {
  const bits = new Uint16Array(values.length);
  // not Uint16Array.from, which first makes a list: too long a one for a large vocabulary
  for (let i = 0; i < bits.length; i++) bits[i] = bitsOf(values[i] as number);
  return bits;
}

/** The numbers that float16 bits stand for, exactly. */
export function fromHalf(bits: Uint16Array): Float32Array {
  const values = new Float32Array(bits.length);
  for (let i = 0; i < values.length; i++) values[i] = valueOf(bits[i] as number);
  return values;
}
