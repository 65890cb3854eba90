import { int, ints } from '../../model/attributes.ts';
import { floatTensor, int64Tensor } from '../../model/tensor.ts';
import { golden } from './golden.ts';
import { HubWriter } from './hub-writer.ts';

/** The smallest float32, with which torch hides tokens. */
const lowest = -3.4028234663852886e38;

/** Decoders as PyTorch's exporter lays them out: plain operators, shapes read at run time, weights without names. */
export class PlainWriter extends HubWriter {
  #counter = 100;
  readonly #masks = new Map<number, string>();

  /** A name as the exporter gives to matrices that it transposed. */
  anonymous(op: string): string {
    return `onnx::${op}_${this.#counter++}`;
  }

  /** A product with a matrix, and its bias. */
  project(module: string, x: string): string {
    const path = `/${module.replace(/\.(?!\d)/g, '/')}`;
    const y = this.linear({ path, modules: [module], x, stored: this.anonymous('MatMul') });
    if (!this.golden.has(`${module}.bias`)) return y;
    return this.node(`${path}/Add`, 'Add', [this.parameter(`${module}.bias`), y]);
  }

  /** A scalar of a run as a vector of one. */
  unsqueezed(name: string, x: string): string {
    return this.node(`${name}/Unsqueeze`, 'Unsqueeze', [x, this.ints(0)]);
  }

  /** A shape put together at run time. */
  shape(name: string, ...dims: (string | number)[]): string {
    const parts = dims.map((dim, i) =>
      typeof dim === 'number' ? this.ints(dim) : this.unsqueezed(`${name}/${i}`, dim),
    );
    return this.node(`${name}/Concat`, 'Concat', parts, { axis: int(0) });
  }

  /** expand() as the exporter writes it: -1 leaves an axis as it is, and becomes 1. */
  expanded(at: string, x: string, ...dims: (string | number)[]): string {
    const shape = this.shape(`${at}/shape`, ...dims);
    const ones = this.node(`${at}/ones`, 'ConstantOfShape', [this.ints(dims.length)], {
      value: { kind: 'tensor', value: int64Tensor([1], [1]) },
    });
    const kept = this.node(`${at}/Equal`, 'Equal', [
      shape,
      this.node(`${at}/less`, 'Mul', [ones, this.int(-1)]),
    ]);
    const target = this.node(`${at}/Where`, 'Where', [kept, ones, shape]);
    return this.node(`${at}/Expand`, 'Expand', [x, target]);
  }

  /** [B, T, n size] -> [B, n, T, size] */
  parted(name: string, x: string, heads: number): string {
    const [batch, length] = [0, 1].map((axis) => this.length(`${name}/${axis}`, x, axis));
    const shape = this.shape(
      `${name}/shape`,
      batch as string,
      length as string,
      heads,
      golden.size,
    );
    const apart = this.node(`${name}/Reshape`, 'Reshape', [x, shape]);
    return this.node(`${name}/Transpose`, 'Transpose', [apart], { perm: ints([0, 2, 1, 3]) });
  }

  /** [B, n, T, size] -> [B, T, n size] */
  joined(name: string, x: string): string {
    const turned = this.node(`${name}/Transpose`, 'Transpose', [x], { perm: ints([0, 2, 1, 3]) });
    const [batch, length] = [0, 1].map((axis) => this.length(`${name}/${axis}`, turned, axis));
    const shape = this.shape(`${name}/shape`, batch as string, length as string, -1);
    return this.node(`${name}/Reshape`, 'Reshape', [turned, shape]);
  }

  /** Part of the last axis, cut at places that the exporter works out from the shape. */
  halved(name: string, x: string, which: 'first' | 'second'): string {
    const size = this.length(`${name}/size`, x, 3);
    const half = this.unsqueezed(name, this.node(`${name}/Div`, 'Div', [size, this.int(2)]));
    const end = this.w.constant('end', int64Tensor([1], [Number.MAX_SAFE_INTEGER]));
    const range = which === 'first' ? [this.ints(0), half] : [half, end];
    return this.node(`${name}/Slice`, 'Slice', [x, ...range, this.ints(3), this.ints(1)]);
  }

  /** x cos + rotate_half(x) sin. */
  turned(name: string, x: string, { cos, sin }: { cos: string; sin: string }): string {
    const second = this.halved(`${name}/second`, x, 'second');
    const negated = this.node(`${name}/Neg`, 'Neg', [second]);
    const first = this.halved(`${name}/first`, x, 'first');
    const rotated = this.node(`${name}/Concat`, 'Concat', [negated, first], { axis: int(-1) });
    const [a, b] = [
      this.node(`${name}/Mul`, 'Mul', [x, cos]),
      this.node(`${name}/Mul_1`, 'Mul', [rotated, sin]),
    ];
    return this.node(`${name}/Add`, 'Add', [a, b]);
  }

  /** Cosines and sines [B, 1, T, width] of position_ids, from the frequencies. */
  angles(width: number): { cos: string; sin: string } {
    const at = '/model/rotary_emb';
    const half = width / 2;
    const frequencies = Float32Array.from({ length: half }, (_, i) => golden.theta ** (-i / half));
    const stored = this.w.constant('rotary_emb.inv_freq', floatTensor([1, half, 1], frequencies));
    const batch = this.length(`${at}/batch`, 'position_ids', 0);
    const wide = this.expanded(at, stored, batch, -1, 1);
    const row = this.node(`${at}/Unsqueeze`, 'Unsqueeze', ['position_ids', this.ints(1)]);
    const places = this.cast(`${at}/Cast`, row, 'float32');
    const product = this.node(`${at}/MatMul`, 'MatMul', [wide, places]);
    const angle = this.node(`${at}/Transpose`, 'Transpose', [product], { perm: ints([0, 2, 1]) });
    const both = this.node(`${at}/Concat`, 'Concat', [angle, angle], { axis: int(-1) });
    const of = (op: 'Cos' | 'Sin') =>
      this.node(`${at}/${op}/heads`, 'Unsqueeze', [
        this.node(`${at}/${op}`, op, [both]),
        this.ints(1),
      ]);
    return { cos: of('Cos'), sin: of('Sin') };
  }

  /** What is added to scores [B, 1, T, total]: causal, then the attention mask written into it. */
  mask(window = golden.length + 1): string {
    const made = this.#masks.get(window) ?? this.#mask(window);
    this.#masks.set(window, made);
    return made;
  }

  #mask(window: number): string {
    const at = `/model/mask_${window}`;
    const fresh = this.length(`${at}/fresh`, 'input_ids', 1);
    const past = this.length(`${at}/past`, 'past_key_values.0.key', 2);
    const total = this.node(`${at}/total`, 'Add', [fresh, past]);
    const [zero, one, low] = [this.int(0), this.int(1), this.float(lowest)];
    const queries = this.node(`${at}/queries`, 'Range', [past, total, one]);
    const keys = this.node(`${at}/keys`, 'Range', [zero, total, one]);
    const column = this.node(`${at}/column`, 'Reshape', [queries, this.ints(-1, 1)]);
    const later = this.node(`${at}/Greater`, 'Greater', [keys, column]);
    const filled = this.node(
      `${at}/ConstantOfShape`,
      'ConstantOfShape',
      [this.shape(`${at}/square`, fresh, total)],
      { value: { kind: 'tensor', value: floatTensor([1], Float32Array.of(lowest)) } },
    );
    const upper = this.node(`${at}/Trilu`, 'Trilu', [filled, this.int(1)], { upper: int(1) });
    const causal = this.node(`${at}/Mul`, 'Mul', [
      upper,
      this.cast(`${at}/Cast`, later, 'float32'),
    ]);
    const start = this.node(`${at}/start`, 'Sub', [column, this.int(window - 1)]);
    const early = this.node(`${at}/Less`, 'Less', [keys, start]);
    const windowed = this.node(`${at}/windowed`, 'Where', [early, low, causal]);
    const four = this.node(`${at}/Unsqueeze`, 'Unsqueeze', [windowed, this.ints(0, 1)]);
    const batch = this.length(`${at}/batch`, 'input_ids', 0);
    const wide = this.expanded(at, four, batch, 1, -1, -1);
    return this.#padded(at, wide, batch, low);
  }

  /** Hides what the attention mask leaves out, as an assignment to a slice is exported. */
  #padded(at: string, mask: string, batch: string, low: string): string {
    const given = this.cast(`${at}/given`, 'attention_mask', 'float32');
    const row = this.node(`${at}/row`, 'Unsqueeze', [given, this.ints(1, 2)]);
    const sum = this.node(`${at}/sum`, 'Add', [mask, row]);
    const padding = this.node(`${at}/padding`, 'Equal', [sum, this.float(0)]);
    const hidden = this.node(`${at}/hidden`, 'Where', [padding, low, mask]);
    const rows = this.node(`${at}/rows`, 'Range', [this.int(0), batch, this.int(1)]);
    const places = this.node(`${at}/places`, 'Unsqueeze', [rows, this.ints(1)]);
    return this.node(`${at}/ScatterND`, 'ScatterND', [mask, places, hidden]);
  }

  /** Keys or values with the past before them, and once for each query head. */
  cached(layer: number, part: 'key' | 'value', x: string, kvHeads: number): string {
    const name = `present.${layer}.${part}`;
    const at = `/model/layers.${layer}/${part}`;
    const whole = this.node(
      `${at}/Concat`,
      'Concat',
      [`past_key_values.${layer}.${part}`, x],
      {
        axis: int(2),
      },
      [name],
    );
    if (kvHeads === golden.heads) return whole;
    const apart = this.node(`${at}/Unsqueeze`, 'Unsqueeze', [whole, this.ints(2)]);
    const [batch, length] = [0, 2].map((axis) => this.length(`${at}/${axis}`, whole, axis)) as [
      string,
      string,
    ];
    const times = golden.heads / kvHeads;
    const more = this.expanded(at, apart, batch, kvHeads, times, length, golden.size);
    const heads = this.shape(`${at}/heads`, batch, golden.heads, length, golden.size);
    return this.node(`${at}/Reshape`, 'Reshape', [more, heads]);
  }
}
