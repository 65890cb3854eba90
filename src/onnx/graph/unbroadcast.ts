import type { GraphBuilder } from './builder.ts';
import { sameShape, stretchedAxes } from './shapes.ts';
import type { Value } from './value.ts';

/** Undoes broadcasting: sums a gradient over the axes along which its input was repeated. */
export function unbroadcast(g: GraphBuilder, dy: Value, to: Value): Value {
  if (sameShape(dy.shape, to.shape)) return dy;
  const axes = stretchedAxes(to.shape, dy.shape);
  return g.reshape(axes.length > 0 ? g.sum(dy, axes, true) : dy, to.shape);
}
