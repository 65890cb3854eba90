type Shape = readonly number[];

export const sameShape = (a: Shape, b: Shape): boolean =>
  a.length === b.length && a.every((dim, i) => dim === b[i]);

const at = (shape: Shape, index: number): number => shape[index] ?? 1;

/** Shape of an elementwise operation, by ONNX's (numpy's) broadcasting. Throws when they differ. */
export function broadcast(...shapes: readonly Shape[]): number[] {
  const rank = Math.max(...shapes.map((shape) => shape.length));
  return Array.from({ length: rank }, (_, i) => {
    const dims = shapes.map((shape) => at(shape, shape.length - rank + i)).filter((d) => d !== 1);
    if (dims.some((dim) => dim !== dims[0]))
      throw new Error(`shapes ${shapes.map((s) => `[${s}]`).join(' and ')} do not broadcast`);
    return dims[0] ?? 1;
  });
}

/** An axis counted from the front. Throws when the rank has no such axis. */
export function axisOf(axis: number, rank: number): number {
  const front = axis < 0 ? axis + rank : axis;
  if (front < 0 || front >= rank) throw new Error(`no axis ${axis} in a tensor of rank ${rank}`);
  return front;
}

/** Length of one axis, which may be counted from the end. */
export const dimOf = (shape: Shape, axis: number): number =>
  shape[axisOf(axis, shape.length)] as number;

/** The shape with one axis set to another length. */
export const withDim = (shape: Shape, axis: number, length: number): number[] =>
  shape.with(axisOf(axis, shape.length), length);

/** Axes that broadcasting from `from` to `to` stretched, counted in `to`. */
export const stretchedAxes = (from: Shape, to: Shape): number[] => {
  const offset = to.length - from.length;
  return to.flatMap((dim, i) => (i < offset || (from[i - offset] === 1 && dim !== 1) ? [i] : []));
};

/** Where axis i comes from once a permutation is undone. */
export const inversePermutation = (perm: Shape): number[] => perm.map((_, i) => perm.indexOf(i));
