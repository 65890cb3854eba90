import { intOf } from '../../model/attributes.ts';
import type { Attributes } from '../../model/types.ts';
import { dimOf } from '../../graph/shapes.ts';
import type { Value } from '../../graph/value.ts';
import { NoMatch } from '../../rewrite/sites/attention-site.ts';
import type { Emission, Emit } from '../emission.ts';
import { elements } from '../known/known.ts';

const op = 'com.microsoft.RotaryEmbedding';

/**
 * Turns x [B, n, T, size] by its positions 0 .. T - 1: as many elements of a head as the tables
 * [positions, width / 2] are wide, the others stay.
 */
export function rotated(
  { g }: Emission,
  x: Value,
  cos: Value,
  sin: Value,
  attributes: Attributes,
): Value {
  const length = dimOf(x.shape, 2);
  if (length > dimOf(cos.shape, 0))
    throw new NoMatch(`its positions end at ${dimOf(cos.shape, 0)}, rows of ${length} are longer`);
  const [size, width] = [dimOf(x.shape, -1), 2 * dimOf(cos.shape, 1)];
  // one position: the kernel counts on from it
  const start = g.integerVector([0]);
  const turn = (part: Value) => g.op(op, [part, start, cos, sin], attributes);
  if (width >= size) return turn(x);
  return g.concat([turn(g.slice(x, -1, 0, width)), g.slice(x, -1, width, size)], -1);
}

/** A rotation that is a node of its own, of [B, T, n size] or [B, n, T, size]. */
const rotaryEmbedding: Emit = (call) => {
  const { g, attributes } = call;
  const positions = call.known(1);
  const x = call.value(0);
  const [cos, sin] = [call.value(2, false), call.value(3, false)];
  const length = dimOf(x.shape, x.shape.length - 2);
  const counted = Array.from(positions ? elements(positions) : []);
  if (!positions || !counted.every((at, i) => at === i % length))
    throw new NoMatch(`${call.node.name} turns by positions that do not count from 0`);
  const { interleaved } = attributes;
  const kept: Attributes = interleaved ? { interleaved } : {};
  if (x.shape.length === 4) return [rotated(call, x, cos, sin, kept)];
  const [batch, , width] = x.shape as [number, number, number];
  const heads = intOf(attributes, 'num_heads', 0) || width / (2 * dimOf(cos.shape, 1));
  const apart = g.reshape(x, [batch, length, heads, width / heads]);
  const turned = rotated(call, g.transpose(apart, [0, 2, 1, 3]), cos, sin, kept);
  return [g.reshape(g.transpose(turned, [0, 2, 1, 3]), x.shape)];
};

export const rotaryEmits: Readonly<Record<string, Emit>> = { [op]: rotaryEmbedding };
