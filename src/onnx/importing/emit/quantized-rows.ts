import { int, intOf } from '../../model/attributes.ts';
import type { Tensor } from '../../model/types.ts';
import { dimOf } from '../../graph/shapes.ts';
import type { Value } from '../../graph/value.ts';
import { dequantized } from '../../ops/quantized.ts';
import { dequantizeBlocks, type BlockLayout } from '../../quantize/blocks.ts';
import { NoMatch } from '../../rewrite/sites/attention-site.ts';
import type { Emission, Emit } from '../emission.ts';
import type { Stored } from '../item.ts';
import { scalesOf } from './linear.ts';

/** A table [rows, width] in few bits, its levels as bytes whatever type the file gives them. */
function tableOf(call: Emission): {
  levels: Stored;
  layout: BlockLayout;
  zeros: Stored | undefined;
} {
  const { attributes, node } = call;
  const [data, zeros] = [call.stored(0), call.stored(3)];
  const bits = intOf(attributes, 'bits', 4);
  const block = intOf(attributes, 'block_size', 128);
  const known = data && ['uint8', 'uint4'].includes(data.tensor.dtype);
  if (!known || intOf(attributes, 'gather_axis', 0) !== 0 || data.tensor.dims.length !== 2)
    throw new NoMatch(`${node.name} reads rows of a table of a kind that training does not know`);
  // without zero points bytes mean the middle of the range, and 4-bit types 0
  if (data.tensor.dtype === 'uint4' && !zeros)
    throw new NoMatch(`${node.name} has levels without zero points`);
  const [n, stored] = data.tensor.dims as [number, number];
  const k = data.tensor.dtype === 'uint8' ? (stored * 8) / bits : stored;
  const blocks = Math.ceil(k / block);
  if (k % block !== 0 || (bits === 4 && blocks % 2 === 1 && zeros))
    throw new NoMatch(`${node.name} reads rows of ${k} in blocks of ${block}`);
  return {
    levels: asBytes(data, [n, (k * bits) / 8]),
    layout: { k, n, bits, block, blocks },
    zeros: zeros && asBytes(zeros, [n, (blocks * bits) / 8]),
  };
}

const asBytes = ({ name, tensor }: Stored, dims: readonly number[]): Stored => {
  const bytes: Tensor = { ...tensor, dtype: 'uint8', dims };
  return { name, tensor: bytes };
};

/** Rows of levels [.., bytes] as floats [.., levels]: the earlier level of a byte is its lower half. */
function unpacked({ g }: Emission, rows: Value, bits: number): Value {
  const floats = g.cast(rows, 'float32');
  if (bits === 8) return floats;
  const upper = g.op('Floor', [g.scale(floats, 1 / 16)]);
  const halves = [g.sub(floats, g.scale(upper, 16)), upper].map((half) =>
    g.reshape(half, [...half.shape, 1]),
  );
  return g.reshape(g.concat(halves, -1), [...rows.shape.slice(0, -1), 2 * dimOf(rows.shape, -1)]);
}

/**
 * Rows of a table in few bits, made floats after they were read, so that the whole table never is. As a
 * weight the table is [width, rows], as the head's that may share it.
 */
const gatherBlockQuantized: Emit = (call) => {
  const { g, rewriter } = call;
  const { levels, layout, zeros } = tableOf(call);
  const { k, n, bits, block, blocks } = layout;
  const [raw, scales] = [rewriter.weights.raw(levels), scalesOf(call, 2)];
  const rawZeros = zeros && rewriter.weights.raw(zeros);
  const attributes = { K: int(k), N: int(n), bits: int(bits), block_size: int(block) };
  const plain = g.once(`plain ${levels.name}`, () =>
    g.transpose(dequantized(g, attributes, [undefined, raw, scales, rawZeros]), [1, 0]),
  );
  const read = () =>
    dequantizeBlocks({
      layout,
      levels: levels.tensor,
      scales: (call.stored(2) as Stored).tensor,
      zeros: zeros?.tensor,
    });
  const hooked = rewriter.weights.hooked(levels.name, plain, read);
  const indices = call.value(1);
  const rows = (table: Value) => g.op('Gather', [table, indices], { axis: int(0) });
  if (hooked !== plain) return [rows(g.transpose(hooked, [1, 0]))];
  const blocked = [...indices.shape, blocks];
  const middle = g.scalar(2 ** (bits - 1));
  const zero = rawZeros ? g.reshape(unpacked(call, rows(rawZeros), bits), [...blocked, 1]) : middle;
  const values = g.reshape(unpacked(call, rows(raw), bits), [...blocked, block]);
  const factors = g.reshape(rows(g.reshape(scales, [n, blocks])), [...blocked, 1]);
  return [g.reshape(g.mul(g.sub(values, zero), factors), [...indices.shape, k])];
};

export const quantizedRowEmits: Readonly<Record<string, Emit>> = {
  'com.microsoft.GatherBlockQuantized': gatherBlockQuantized,
};
