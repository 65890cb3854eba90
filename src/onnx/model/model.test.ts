import fc from 'fast-check';
import { create, toBinary } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { ModelProtoSchema } from '../proto/onnx_pb.ts';
import { byteLength, dtypeCode, dtypes, type DType } from './dtypes.ts';
import { ModelFileError } from './errors.ts';
import { readModel } from './read.ts';
import { elementCount, floatsOf, integersOf } from './tensor.ts';
import type { Attribute, Graph, Model, Tensor, ValueInfo } from './types.ts';
import { writeModel } from './write.ts';

const name = fc.string({ minLength: 1, maxLength: 6 });
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const dims = fc.array(fc.nat(4), { maxLength: 3 });
const float = fc.float({ noNaN: true });
const safe = fc.maxSafeInteger();

const packed = fc
  .tuple(fc.constantFrom(...dtypes.filter((d) => d !== 'string')), dims)
  .chain(([dtype, dims]): fc.Arbitrary<Tensor> =>
    bytes(byteLength(dtype, elementCount(dims)) ?? 0).map((data) => ({ dtype, dims, data })),
  );
const stringTensor = fc
  .array(fc.uint8Array({ maxLength: 5 }), { maxLength: 4 })
  .map((strings): Tensor => ({
    dtype: 'string',
    dims: [strings.length],
    data: new Uint8Array(0),
    strings,
  }));
const externalTensor = fc.record({
  dtype: fc.constantFrom<DType>('float16', 'uint4', 'float32'),
  dims,
  data: fc.constant(new Uint8Array(0)),
  external: fc.record({
    location: name,
    offset: fc.nat().map(String),
    length: fc.nat().map(String),
  }),
});
const tensor: fc.Arbitrary<Tensor> = fc.oneof(packed, stringTensor, externalTensor);

const plainAttribute: fc.Arbitrary<Attribute> = fc.oneof(
  fc.record({ kind: fc.constant('int' as const), value: safe }),
  fc.record({ kind: fc.constant('float' as const), value: float }),
  fc.record({ kind: fc.constant('string' as const), value: fc.string() }),
  fc.record({ kind: fc.constant('ints' as const), value: fc.array(safe, { maxLength: 3 }) }),
  fc.record({ kind: fc.constant('floats' as const), value: fc.array(float, { maxLength: 3 }) }),
  fc.record({
    kind: fc.constant('strings' as const),
    value: fc.array(fc.string(), { maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('tensor' as const), value: tensor }),
);

const info: fc.Arbitrary<ValueInfo> = fc.record(
  {
    name,
    dtype: fc.constantFrom(...dtypes),
    shape: fc.array(fc.oneof(fc.nat(9), name, fc.constant(null)), { maxLength: 3 }),
  },
  { requiredKeys: ['name', 'dtype'] },
);
const graphOf = (attribute: fc.Arbitrary<Attribute>): fc.Arbitrary<Graph> =>
  fc.record({
    name,
    nodes: fc.array(
      fc.record({
        op: name,
        domain: fc.constantFrom('', 'com.microsoft'),
        name: fc.string(),
        inputs: fc.array(fc.string(), { maxLength: 3 }),
        outputs: fc.array(fc.string(), { maxLength: 3 }),
        attributes: fc.dictionary(name, attribute, { maxKeys: 3, noNullPrototype: true }),
      }),
      { maxLength: 3 },
    ),
    initializers: fc
      .array(
        fc.tuple(
          name.map((s) => `const ${s}`),
          tensor,
        ),
        { maxLength: 3 },
      )
      .map((list) => new Map(list)),
    inputs: fc.array(info, { maxLength: 2 }),
    outputs: fc.array(info, { maxLength: 2 }),
    values: fc.array(info, { maxLength: 2 }),
  });
const body = graphOf(plainAttribute).map((value): Attribute => ({ kind: 'graph', value }));
const text = fc.dictionary(name, fc.string(), { maxKeys: 2, noNullPrototype: true });
const model: fc.Arbitrary<Model> = fc.record({
  irVersion: fc.nat(20),
  producer: fc.string(),
  opsets: fc.record({ '': fc.nat(30), 'com.microsoft': fc.nat(3) }),
  metadata: text,
  graph: graphOf(fc.oneof(plainAttribute, body)),
});

describe('round trip', () => {
  it('reads what it wrote', () => {
    fc.assert(
      fc.property(model, (model) => {
        expect(readModel(writeModel(model))).toEqual(model);
      }),
      { numRuns: 200 },
    );
  });
});

/** A model with one initializer, as protobuf fields. */
const fileWith = (initializer: object) =>
  toBinary(
    ModelProtoSchema,
    create(ModelProtoSchema, { graph: { initializer: [{ name: 'w', ...initializer }] } }),
  );
const first = (initializer: object): Tensor =>
  readModel(fileWith(initializer)).graph.initializers.get('w') as Tensor;

describe('typed fields', () => {
  it('become raw elements', () => {
    const two = { dims: [2n] };
    const code = (dtype: DType) => ({ ...two, dataType: dtypeCode(dtype) });
    expect(floatsOf(first({ ...code('float32'), floatData: [1.5, -2] }))).toEqual(
      Float32Array.of(1.5, -2),
    );
    expect(integersOf(first({ ...code('int64'), int64Data: [-1n, 9n] }))).toEqual([-1, 9]);
    expect(integersOf(first({ ...code('int32'), int32Data: [-7, 8] }))).toEqual([-7, 8]);
    expect([...first({ ...code('float16'), int32Data: [0x3c00, 0xc000] }).data]).toEqual([
      0, 0x3c, 0, 0xc0,
    ]);
    expect([...first({ ...code('int8'), int32Data: [-1, 2] }).data]).toEqual([255, 2]);
    expect([...first({ ...code('bool'), int32Data: [1, 0] }).data]).toEqual([1, 0]);
    expect([...first({ ...code('uint4'), int32Data: [0x21] }).data]).toEqual([0x21]);
    expect([...first({ ...code('uint32'), uint64Data: [1n, 258n] }).data]).toEqual([
      1, 0, 0, 0, 2, 1, 0, 0,
    ]);
    expect(first({ ...code('float64'), doubleData: [1, 2] }).data.length).toBe(16);
    expect(first({ ...code('uint64'), uint64Data: [1n, 2n] }).data.length).toBe(16);
  });
});

describe('a file that is no good', () => {
  const refusal = (file: Uint8Array) => {
    try {
      readModel(file);
    } catch (error) {
      expect(error).toBeInstanceOf(ModelFileError);
      return (error as Error).message;
    }
    throw new Error('it was read');
  };

  it('says what is wrong and where', () => {
    expect(refusal(new Uint8Array(0))).toMatch(/file of 0 bytes: no graph/);
    expect(refusal(new TextEncoder().encode('<!doctype html>'))).toMatch(/file of 15 bytes: /);
    expect(refusal(fileWith({ dims: [3n], dataType: 1, rawData: new Uint8Array(8) }))).toMatch(
      /initializer "w": 8 bytes of float32\[3\], which needs 12/,
    );
    expect(refusal(fileWith({ dataType: 99 }))).toMatch(/initializer "w": unknown element type 99/);
    expect(refusal(fileWith({ dims: [-1n], dataType: 1 }))).toMatch(/impossible shape \[-1\]/);
    expect(refusal(fileWith({ dims: [1n], dataType: 1, dataLocation: 1 }))).toMatch(
      /without a location/,
    );
    const badAttribute = create(ModelProtoSchema, {
      graph: { node: [{ opType: 'Cast', name: 'n', attribute: [{ name: 'to', type: 13 }] }] },
    });
    expect(refusal(toBinary(ModelProtoSchema, badAttribute))).toMatch(
      /node 0 \(Cast "n"\), attribute "to": attribute kind 13 is not supported/,
    );
  });

  it('is never half-read: every cut of a file is refused or lacks its end', () => {
    fc.assert(
      fc.property(model, fc.nat(), (model, cut) => {
        const whole = writeModel(model);
        const part = whole.slice(0, cut % whole.length);
        let read: Model | undefined;
        try {
          read = readModel(part);
        } catch (error) {
          expect(error).toBeInstanceOf(ModelFileError);
        }
        if (read) expect(read).not.toEqual(model);
      }),
    );
  });
});
