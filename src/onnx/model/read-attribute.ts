import type { AttributeProto, GraphProto } from '../proto/onnx_pb.ts';
import { attributeKinds as kinds } from './attribute-kinds.ts';
import { ModelFileError } from './errors.ts';
import { readTensor } from './read-tensor.ts';
import type { Attribute, Attributes, Graph } from './types.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function integer(value: bigint, where: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new ModelFileError(where, `integer ${value} too large`);
  return number;
}

/** Very old exporters left `type` out; then the one field that is set tells. */
function kindOf(proto: AttributeProto): number {
  if (proto.type !== 0) return proto.type;
  if (proto.t) return kinds.tensor;
  if (proto.g) return kinds.graph;
  if (proto.ints.length > 0) return kinds.ints;
  if (proto.floats.length > 0) return kinds.floats;
  if (proto.strings.length > 0) return kinds.strings;
  if (proto.s.length > 0) return kinds.string;
  return proto.f !== 0 ? kinds.float : kinds.int;
}

function readAttribute(
  proto: AttributeProto,
  where: string,
  readGraph: (proto: GraphProto) => Graph,
): Attribute {
  if (proto.refAttrName) throw new ModelFileError(where, 'refers to a function parameter');
  const kind = kindOf(proto);
  switch (kind) {
    case kinds.int:
      return { kind: 'int', value: integer(proto.i, where) };
    case kinds.float:
      return { kind: 'float', value: proto.f };
    case kinds.string:
      return { kind: 'string', value: text(proto.s) };
    case kinds.ints:
      return { kind: 'ints', value: proto.ints.map((value) => integer(value, where)) };
    case kinds.floats:
      return { kind: 'floats', value: proto.floats };
    case kinds.strings:
      return { kind: 'strings', value: proto.strings.map(text) };
    case kinds.tensor:
      if (!proto.t) throw new ModelFileError(where, 'a tensor attribute without its tensor');
      return { kind: 'tensor', value: readTensor(proto.t, where) };
    case kinds.graph:
      if (!proto.g) throw new ModelFileError(where, 'a graph attribute without its graph');
      return { kind: 'graph', value: readGraph(proto.g) };
    default:
      throw new ModelFileError(where, `attribute kind ${kind} is not supported`);
  }
}

/** Attributes of a node by name; `readGraph` reads the bodies of If and Loop. */
export const readAttributes = (
  protos: readonly AttributeProto[],
  where: string,
  readGraph: (proto: GraphProto) => Graph,
): Attributes =>
  Object.fromEntries(
    protos.map((proto) => [
      proto.name,
      readAttribute(proto, `${where}, attribute "${proto.name}"`, readGraph),
    ]),
  );
