import { create, toBinary, type MessageInitShape } from '@bufbuild/protobuf';
import {
  ModelProtoSchema,
  type AttributeProtoSchema,
  type GraphProtoSchema,
  type TensorProtoSchema,
  type ValueInfoProtoSchema,
} from '../proto/onnx_pb.ts';
import { attributeKinds, externalLocation } from './attribute-kinds.ts';
import { dtypeCode } from './dtypes.ts';
import type { Attribute, Graph, Model, Tensor, ValueInfo } from './types.ts';

type TensorInit = MessageInitShape<typeof TensorProtoSchema>;
type AttributeInit = MessageInitShape<typeof AttributeProtoSchema>;
type GraphInit = MessageInitShape<typeof GraphProtoSchema>;
type ValueInit = MessageInitShape<typeof ValueInfoProtoSchema>;

const entries = (record: Readonly<Record<string, string>>) =>
  Object.entries(record).map(([key, value]) => ({ key, value }));

function tensorInit(tensor: Tensor, name?: string): TensorInit {
  const shape: TensorInit = {
    dims: tensor.dims.map(BigInt),
    dataType: dtypeCode(tensor.dtype),
    ...(name !== undefined && { name }),
  };
  if (tensor.external)
    return {
      ...shape,
      externalData: entries(tensor.external),
      dataLocation: externalLocation,
    };
  if (tensor.strings) return { ...shape, stringData: [...tensor.strings] };
  return { ...shape, rawData: tensor.data };
}

const utf8 = (value: string) => new TextEncoder().encode(value);

function attributeValue(attribute: Attribute): AttributeInit {
  switch (attribute.kind) {
    case 'int':
      return { i: BigInt(attribute.value) };
    case 'float':
      return { f: attribute.value };
    case 'string':
      return { s: utf8(attribute.value) };
    case 'ints':
      return { ints: attribute.value.map(BigInt) };
    case 'floats':
      return { floats: [...attribute.value] };
    case 'strings':
      return { strings: attribute.value.map(utf8) };
    case 'tensor':
      return { t: tensorInit(attribute.value) };
    case 'graph':
      return { g: graphInit(attribute.value) };
  }
}

function valueInit({ name, dtype, shape }: ValueInfo): ValueInit {
  const dim = shape?.map((size) => {
    if (typeof size === 'number')
      return { value: { case: 'dimValue' as const, value: BigInt(size) } };
    return size === null ? {} : { value: { case: 'dimParam' as const, value: size } };
  });
  const value = { elemType: dtypeCode(dtype), ...(dim && { shape: { dim } }) };
  return { name, type: { value: { case: 'tensorType', value } } };
}

const graphInit = (graph: Graph): GraphInit => ({
  name: graph.name,
  node: graph.nodes.map((node) => ({
    input: [...node.inputs],
    output: [...node.outputs],
    name: node.name,
    opType: node.op,
    domain: node.domain,
    attribute: Object.entries(node.attributes).map(([name, value]) => ({
      name,
      type: attributeKinds[value.kind],
      ...attributeValue(value),
    })),
  })),
  initializer: Array.from(graph.initializers, ([name, tensor]) => tensorInit(tensor, name)),
  input: graph.inputs.map(valueInit),
  output: graph.outputs.map(valueInit),
  valueInfo: graph.values.map(valueInit),
});

/** The bytes of an .onnx file. Elements are written as raw data, external references are kept. */
export function writeModel(model: Model): Uint8Array {
  const proto = create(ModelProtoSchema, {
    irVersion: BigInt(model.irVersion),
    producerName: model.producer,
    opsetImport: Object.entries(model.opsets).map(([domain, version]) => ({
      domain,
      version: BigInt(version),
    })),
    metadataProps: entries(model.metadata),
    graph: graphInit(model.graph),
  });
  return toBinary(ModelProtoSchema, proto);
}
