import type { DType } from './dtypes.ts';

/** A constant: its dims and its elements, little-endian and row-major as ONNX's raw_data. */
export interface Tensor {
  dtype: DType;
  dims: readonly number[];
  /** Packed elements (two per byte for 4-bit types); empty for strings and external data. */
  data: Uint8Array;
  /** Elements of a string tensor. */
  strings?: readonly Uint8Array[];
  /** Where the elements lie when another file holds them: location, offset, length, checksum. */
  external?: Readonly<Record<string, string>>;
}

/** What each kind of attribute holds. */
export interface AttributeValues {
  int: number;
  float: number;
  string: string;
  ints: readonly number[];
  floats: readonly number[];
  strings: readonly string[];
  tensor: Tensor;
  graph: Graph;
}

export type AttributeKind = keyof AttributeValues;

/** An attribute value; the kind is explicit, since 1 as an int and 1 as a float differ. */
export type Attribute = {
  [Kind in AttributeKind]: { kind: Kind; value: AttributeValues[Kind] };
}[AttributeKind];

export type Attributes = Readonly<Record<string, Attribute>>;

/** One operator call. An empty string among inputs or outputs is an optional one left out. */
export interface Node {
  op: string;
  /** '' is ONNX's own domain; 'com.microsoft' holds onnxruntime's. */
  domain: string;
  name: string;
  inputs: readonly string[];
  outputs: readonly string[];
  attributes: Attributes;
}

/** A dimension: a number, a symbol, or null when nothing is known. */
export type Dim = number | string | null;

/** Name and type of a graph value; no shape means that even the rank is unknown. */
export interface ValueInfo {
  name: string;
  dtype: DType;
  shape?: readonly Dim[];
}

export interface Graph {
  name: string;
  /** In an order in which every node comes after the nodes that feed it. */
  nodes: Node[];
  initializers: Map<string, Tensor>;
  /** Without the initializers that old exporters list again as inputs. */
  inputs: ValueInfo[];
  outputs: ValueInfo[];
  /** Types of inner values where the exporter wrote them. */
  values: ValueInfo[];
}

export interface Model {
  irVersion: number;
  producer: string;
  /** Version by operator domain. */
  opsets: Readonly<Record<string, number>>;
  metadata: Readonly<Record<string, string>>;
  graph: Graph;
}
