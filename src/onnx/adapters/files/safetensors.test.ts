import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHalf } from '../../model/half.ts';
import { AdapterFileError } from './errors.ts';
import { fromTensors, toTensors } from './flat-tensors.ts';
import { floatValues } from './float-values.ts';
import { readSafetensors, writeSafetensors, type StoredTensor } from './safetensors.ts';

const specs = [
  { name: 'b.weight', shape: [2, 3] },
  { name: 'a.weight', shape: [4] },
  { name: 'empty', shape: [0, 5] },
];
const flat = Float32Array.from({ length: 10 }, (_, i) => Math.sin(i));
const good = writeSafetensors(toTensors(specs, flat), { format: 'pt', lab: 'Grüße' });

/** A file with any header over some bytes. */
function fileOf(header: unknown, bytes = 16): Uint8Array {
  const text = new TextEncoder().encode(
    typeof header === 'string' ? header : JSON.stringify(header),
  );
  const file = new Uint8Array(8 + text.length + bytes);
  new DataView(file.buffer).setBigUint64(0, BigInt(text.length), true);
  file.set(text, 8);
  return file;
}
const tensor = (dtype: unknown, shape: unknown, ...offsets: unknown[]) => ({
  dtype,
  shape,
  data_offsets: offsets,
});

describe('safetensors', () => {
  it('reads what it wrote', () => {
    const { metadata, tensors } = readSafetensors(good);
    expect(metadata).toEqual({ format: 'pt', lab: 'Grüße' });
    expect([...tensors.keys()]).toEqual(['a.weight', 'b.weight', 'empty']);
    expect(tensors.get('b.weight')?.shape).toEqual([2, 3]);
    expect(fromTensors(specs, tensors)).toEqual(flat);
  });

  it('has its numbers at multiples of 8, after a header filled with spaces', () => {
    const length = Number(new DataView(good.buffer).getBigUint64(0, true));
    expect(length % 8).toBe(0);
    expect(new TextDecoder().decode(good.subarray(8, 9))).toBe('{');
    expect(good.length).toBe(8 + length + 40);
  });

  it('does not depend on the order of tensors, and may lie anywhere in memory', () => {
    const turned = new Map([...toTensors(specs, flat)].reverse());
    expect(writeSafetensors(turned, { format: 'pt', lab: 'Grüße' })).toEqual(good);
    const moved = new Uint8Array(good.length + 3);
    moved.set(good, 3);
    for (const file of [moved.subarray(3), Buffer.from(good)])
      expect(fromTensors(specs, readSafetensors(file).tensors)).toEqual(flat);
  });

  it('reads floats of 16 bits', () => {
    const of = (dtype: string, data: Uint16Array): StoredTensor => ({
      dtype,
      shape: [data.length],
      data: new Uint8Array(data.buffer),
    });
    const values = Float32Array.of(1, -2.5, 0, 0.0999755859375);
    expect(floatValues('x', of('F16', toHalf(values)))).toEqual(values);
    const brain = Uint16Array.of(0x3f80, 0xc020, 0, 0x7f7f);
    expect(Array.from(floatValues('x', of('BF16', brain)))).toEqual([
      1,
      -2.5,
      0,
      Math.fround(255 * 2 ** 120),
    ]);
    expect(() => floatValues('x', of('I16', brain))).toThrow(/tensor x: its numbers are I16/);
    expect(() => floatValues('x', of('BF16', Uint16Array.of(0, 0x7fc0)))).toThrow(
      /tensor x: element 1 is NaN/,
    );
  });

  it.each([
    ['an empty file', new Uint8Array(), /header: the file has 0 bytes/],
    ['a text', new TextEncoder().encode('{"peft_type": "LORA"}'), /header: its length is given/],
    ['a header cut off', good.subarray(0, 30), /header: it takes \d+ bytes, the file has only 22/],
    ['numbers cut off', good.subarray(0, good.length - 1), /tensor b\.weight: .* cut off/],
    ['more than its tensors', fileOf({}), /data: the tensors take 0 bytes, the file has 16/],
    ['no JSON', fileOf('{"a":'), /header: it is not JSON/],
    ['a list', fileOf([]), /header: it is not a JSON object/],
    ['odd metadata', fileOf({ __metadata__: { a: 1 } }, 0), /__metadata__: it is not an object/],
    ['an entry that is none', fileOf({ a: 3 }), /tensor a: its entry is not an object/],
    [
      'an unknown type',
      fileOf({ a: tensor('Q4', [4], 0, 16) }),
      /tensor a: unknown element type "Q4"/,
    ],
    ['an inherited type', fileOf({ a: tensor('toString', [4], 0, 16) }), /unknown element type/],
    ['a negative shape', fileOf({ a: tensor('F32', [-4], 0, 16) }), /tensor a: impossible shape/],
    ['a shape of texts', fileOf({ a: tensor('F32', ['4'], 0, 16) }), /impossible shape \["4"\]/],
    ['one offset', fileOf({ a: tensor('F32', [4], 0) }), /tensor a: impossible data_offsets/],
    ['offsets turned', fileOf({ a: tensor('F32', [4], 16, 0) }), /tensor a: it is said to lie/],
    [
      'the wrong size',
      fileOf({ a: tensor('F32', [3], 0, 16) }),
      /16 bytes of F32\[3\], which needs 12/,
    ],
    ['a giant', fileOf({ a: tensor('F32', [2 ** 40, 2 ** 40], 0, 16) }), /tensor a: 16 bytes of/],
    [
      'tensors over each other',
      fileOf({ a: tensor('F32', [4], 0, 16), b: tensor('F32', [2], 8, 16) }),
      /tensor b: it begins at byte 8, the one before it ends at 16/,
    ],
    ['a hole', fileOf({ a: tensor('F32', [2], 8, 16) }), /tensor a: it begins at byte 8/],
  ])('names what is wrong with %s', (_, file, reason) => {
    expect(() => readSafetensors(file)).toThrow(AdapterFileError);
    expect(() => readSafetensors(file)).toThrow(reason);
  });

  /** Either a file is read, or the error says where it is wrong. */
  const readOrNamed = (file: Uint8Array) => {
    try {
      const { tensors } = readSafetensors(file);
      for (const [name, stored] of tensors) if (stored.dtype === 'F32') floatValues(name, stored);
    } catch (error) {
      expect(error).toBeInstanceOf(AdapterFileError);
      expect((error as AdapterFileError).where).toMatch(/^(header|tensor |data)/);
    }
  };

  it('never fails otherwise: any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), readOrNamed));
  });

  it('never fails otherwise: a good file, damaged', () => {
    const damage = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 6 });
    fc.assert(
      fc.property(damage, fc.nat(good.length), (changes, length) => {
        const file = good.slice();
        for (const [at, value] of changes) file[at] = value;
        readOrNamed(file.subarray(0, length));
        readOrNamed(file);
      }),
      { numRuns: 500 },
    );
  });

  it('never fails otherwise: any JSON as its header', () => {
    const entry = fc.record(
      {
        dtype: fc.oneof(fc.constantFrom('F32', 'BF16', 'F16', 'I64'), fc.jsonValue()),
        shape: fc.oneof(fc.array(fc.nat(4)), fc.jsonValue()),
        data_offsets: fc.oneof(fc.tuple(fc.nat(16), fc.nat(16)), fc.jsonValue()),
      },
      { requiredKeys: [] },
    );
    const header = fc.oneof(fc.dictionary(fc.string(), entry), fc.jsonValue());
    fc.assert(
      fc.property(header, (json) => readOrNamed(fileOf(json))),
      { numRuns: 500 },
    );
  });
});

describe('weights trained as a whole', () => {
  it.each([
    ['one too few', specs.slice(0, 2), /tensor empty: the file has none/],
    [
      'one too many',
      [...specs, { name: 'c', shape: [1] }],
      /tensor c: the model has no such weight/,
    ],
    [
      'another shape',
      specs.map((spec) => (spec.name === 'b.weight' ? { ...spec, shape: [3, 2] } : spec)),
      /tensor b\.weight: its shape is \[3, 2\], the model's is \[2, 3\]/,
    ],
  ])('are refused with %s', (_, given, reason) => {
    const size = given.reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0);
    const file = writeSafetensors(toTensors(given, new Float32Array(size)), {});
    expect(() => fromTensors(specs, readSafetensors(file).tensors)).toThrow(reason);
  });
});
