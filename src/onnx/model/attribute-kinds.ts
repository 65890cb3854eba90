/** Codes of AttributeProto.type in the file format. */
export const attributeKinds = {
  float: 1,
  int: 2,
  string: 3,
  tensor: 4,
  graph: 5,
  floats: 6,
  ints: 7,
  strings: 8,
} as const;

/** TensorProto.data_location of elements that another file holds. */
export const externalLocation = 1;
