import { int } from '../model/attributes.ts';
import { floatTensor } from '../model/tensor.ts';
import type { GraphBuilder } from '../graph/builder.ts';
import { dimOf } from '../graph/shapes.ts';
import type { Value } from '../graph/value.ts';

/** Cosines and sines [length, size / 2] of rotary position embedding (arXiv 2104.09864). */
export function rotaryTables(
  length: number,
  size: number,
  theta: number,
): { cos: Float32Array; sin: Float32Array } {
  const half = size / 2;
  const angle = (i: number) => Math.floor(i / half) * theta ** ((-2 * (i % half)) / size);
  const table = (f: (x: number) => number) =>
    Float32Array.from({ length: length * half }, (_, i) => f(angle(i)));
  return { cos: table(Math.cos), sin: table(Math.sin) };
}

/** Rotates the heads x [B, H, T, size] by their positions 0 .. T - 1 (half-split pairs). */
export function rotary(g: GraphBuilder, x: Value, theta: number): Value {
  const [length, size] = [dimOf(x.shape, 2), dimOf(x.shape, 3)];
  const key = `${length}x${size}/${theta}`;
  const table = (part: 'cos' | 'sin') =>
    g.once(`rotary ${part} ${key}`, () =>
      g.constant(
        `rotary_${part}`,
        floatTensor([length, size / 2], rotaryTables(length, size, theta)[part]),
      ),
    );
  // one position: the kernel counts on from it
  const start = g.integerVector([0]);
  return g.op('com.microsoft.RotaryEmbedding', [x, start, table('cos'), table('sin')], {
    interleaved: int(0),
  });
}
