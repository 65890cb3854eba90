import { fromBinary } from '@bufbuild/protobuf';
import {
  ModelProtoSchema,
  type GraphProto,
  type ModelProto,
  type NodeProto,
  type ValueInfoProto,
} from '../proto/onnx_pb.ts';
import { dtypeOf } from './dtypes.ts';
import { ModelFileError } from './errors.ts';
import { readAttributes } from './read-attribute.ts';
import { readTensor } from './read-tensor.ts';
import type { Dim, Graph, Model, Node, ValueInfo } from './types.ts';

function readValueInfo(proto: ValueInfoProto, where: string): ValueInfo {
  const type = proto.type?.value;
  if (type?.case !== 'tensorType') throw new ModelFileError(where, 'not a tensor');
  const dtype = dtypeOf(type.value.elemType);
  if (!dtype) throw new ModelFileError(where, `unknown element type ${type.value.elemType}`);
  const shape = type.value.shape?.dim.map(({ value }): Dim => {
    if (value.case === 'dimValue') return Number(value.value);
    return value.case === 'dimParam' ? value.value : null;
  });
  return { name: proto.name, dtype, ...(shape && { shape }) };
}

const readNode = (proto: NodeProto, index: number): Node => {
  const where = `node ${index} (${proto.opType}${proto.name && ` "${proto.name}"`})`;
  if (!proto.opType) throw new ModelFileError(where, 'no operator name');
  return {
    op: proto.opType,
    domain: proto.domain === 'ai.onnx' ? '' : proto.domain,
    name: proto.name,
    inputs: proto.input,
    outputs: proto.output,
    attributes: readAttributes(proto.attribute, where, readGraph),
  };
};

function readGraph(proto: GraphProto): Graph {
  if (proto.sparseInitializer.length > 0)
    throw new ModelFileError('graph', 'sparse initializers are not supported');
  const initializers = new Map(
    proto.initializer.map((tensor, index) => {
      const where = `initializer ${tensor.name ? `"${tensor.name}"` : index}`;
      if (!tensor.name) throw new ModelFileError(where, 'no name');
      return [tensor.name, readTensor(tensor, where)];
    }),
  );
  return {
    name: proto.name,
    nodes: proto.node.map(readNode),
    initializers,
    inputs: proto.input
      .filter(({ name }) => !initializers.has(name))
      .map((value) => readValueInfo(value, `input "${value.name}"`)),
    outputs: proto.output.map((value) => readValueInfo(value, `output "${value.name}"`)),
    // Exporters write sequences and the like here too; a hint that does not fit is left out.
    values: proto.valueInfo
      .filter(({ type }) => type?.value.case === 'tensorType' && dtypeOf(type.value.value.elemType))
      .map((value) => readValueInfo(value, `value "${value.name}"`)),
  };
}

function parse(bytes: Uint8Array): ModelProto {
  try {
    return fromBinary(ModelProtoSchema, bytes);
  } catch (error) {
    throw new ModelFileError(`file of ${bytes.length} bytes`, (error as Error).message);
  }
}

/**
 * Reads an ONNX model. Tensors are views of `bytes` where the file allows it, so do not change
 * them. Throws ModelFileError, which says what is wrong and where.
 */
export function readModel(bytes: Uint8Array): Model {
  const proto = parse(bytes);
  if (!proto.graph) throw new ModelFileError(`file of ${bytes.length} bytes`, 'no graph in it');
  if (proto.functions.length > 0)
    throw new ModelFileError('model', 'functions of its own are not supported');
  return {
    irVersion: Number(proto.irVersion),
    producer: [proto.producerName, proto.producerVersion].filter(Boolean).join(' '),
    opsets: Object.fromEntries(
      proto.opsetImport.map(({ domain, version }) => [
        domain === 'ai.onnx' ? '' : domain,
        Number(version),
      ]),
    ),
    metadata: Object.fromEntries(proto.metadataProps.map(({ key, value }) => [key, value])),
    graph: readGraph(proto.graph),
  };
}
