import { float, int, ints } from '../../model/attributes.ts';
import { int64Tensor } from '../../model/tensor.ts';
import { golden, type GoldenWeights } from './golden.ts';
import type { HubModel } from './hub-writer.ts';
import { PlainWriter } from './plain-writer.ts';

const lowest = -3.4028234663852886e38;
const context = 12;

/** GPT-2 as PyTorch's exporter lays it out: Gemm for its layers, a buffer of the causal mask. */
class PlainGpt2 extends PlainWriter {
  protected norm(module: string, x: string): string {
    const [weight, bias] = ['weight', 'bias'].map((part) => this.parameter(`${module}.${part}`));
    const path = `/${module.replace(/\.(?!\d)/g, '/')}`;
    return this.node(
      `${path}/LayerNormalization`,
      'LayerNormalization',
      [x, weight as string, bias as string],
      { axis: int(-1), epsilon: float(golden.epsilon) },
    );
  }

  /** Conv1D: rows as a matrix, Gemm, and back. */
  protected conv(module: string, x: string): string {
    const path = `/${module.replace(/\.(?!\d)/g, '/')}`;
    const columns = this.golden.shape(`${module}.weight`)[1] as number;
    const [batch, length, width] = [0, 1, 2].map((axis) =>
      this.length(`${path}/${axis}`, x, axis),
    ) as [string, string, string];
    const rows = this.node(`${path}/Reshape`, 'Reshape', [
      x,
      this.shape(`${path}/rows`, -1, width),
    ]);
    const [weight, bias] = ['weight', 'bias'].map((part) => this.parameter(`${module}.${part}`));
    const y = this.node(`${path}/Gemm`, 'Gemm', [rows, weight as string, bias as string], {
      alpha: float(1),
      beta: float(1),
    });
    const whole = this.shape(`${path}/whole`, batch, length, columns);
    return this.node(`${path}/Reshape_1`, 'Reshape', [y, whole]);
  }

  /** The part [T, total] of the buffer [1, 1, context, context] that this run needs. */
  #visible(): string {
    const at = '/transformer/mask';
    const buffer = Uint8Array.from({ length: context * context }, (_, i) =>
      Number(i % context <= Math.floor(i / context)),
    );
    const stored = this.w.constant('transformer.h.0.attn.bias', {
      dtype: 'bool',
      dims: [1, 1, context, context],
      data: buffer,
    });
    const fresh = this.length(`${at}/fresh`, 'input_ids', 1);
    const past = this.length(`${at}/past`, 'past_key_values.0.key', 2);
    const total = this.node(`${at}/total`, 'Add', [fresh, past]);
    const [from, to] = [past, total].map((x, i) => this.unsqueezed(`${at}/${i}`, x)) as [
      string,
      string,
    ];
    const rows = this.node(`${at}/Slice`, 'Slice', [stored, from, to, this.ints(2), this.ints(1)]);
    return this.node(`${at}/Slice_1`, 'Slice', [
      rows,
      this.ints(0),
      to,
      this.ints(3),
      this.ints(1),
    ]);
  }

  /** What the attention mask adds: [B, 1, 1, total]. */
  #padding(): string {
    const at = '/transformer/padding';
    const four = this.node(`${at}/Unsqueeze`, 'Unsqueeze', ['attention_mask', this.ints(1, 2)]);
    const kept = this.cast(`${at}/Cast`, four, 'float32');
    const left = this.node(`${at}/Sub`, 'Sub', [this.float(1), kept]);
    return this.node(`${at}/Mul`, 'Mul', [left, this.float(lowest)]);
  }

  protected attention(layer: number, x: string, visible: string, padding: string): string {
    const at = `/transformer/h.${layer}/attn`;
    const parts = this.w.constant('split', int64Tensor([3], [golden.d, golden.d, golden.d]));
    const outputs = [0, 1, 2].map((i) => `${at}/Split/output_${i}`);
    const packed = this.conv(`transformer.h.${layer}.attn.c_attn`, x);
    this.node(`${at}/Split`, 'Split', [packed, parts], { axis: int(2) }, outputs);
    const [q, fresh, value] = outputs.map((part, i) =>
      this.parted(`${at}/part_${i}`, part, golden.heads),
    ) as [string, string, string];
    const k = this.cached(layer, 'key', fresh, golden.heads);
    const v = this.cached(layer, 'value', value, golden.heads);
    const keys = this.node(`${at}/Transpose`, 'Transpose', [k], { perm: ints([0, 1, 3, 2]) });
    const bare = this.node(`${at}/MatMul`, 'MatMul', [q, keys]);
    const scores = this.node(`${at}/Div`, 'Div', [bare, this.float(Math.sqrt(golden.size))]);
    const causal = this.node(`${at}/Where`, 'Where', [visible, scores, this.float(lowest)]);
    const masked = this.node(`${at}/Add`, 'Add', [causal, padding]);
    const weights = this.node(`${at}/Softmax`, 'Softmax', [masked], { axis: int(-1) });
    const read = this.node(`${at}/MatMul_1`, 'MatMul', [weights, v]);
    return this.conv(`transformer.h.${layer}.attn.c_proj`, this.joined(`${at}/out`, read));
  }

  /** x (0.5 (1 + tanh(c (x + 0.044715 x^3)))), as gelu_new is exported. */
  protected gelu(at: string, x: string): string {
    const half = this.node(`${at}/Mul`, 'Mul', [x, this.float(0.5)]);
    const cube = this.node(`${at}/Pow`, 'Pow', [x, this.float(3)]);
    const small = this.node(`${at}/Mul_1`, 'Mul', [cube, this.float(0.044715)]);
    const sum = this.node(`${at}/Add`, 'Add', [x, small]);
    const inner = this.node(`${at}/Mul_2`, 'Mul', [sum, this.float(Math.sqrt(2 / Math.PI))]);
    const tanh = this.node(`${at}/Tanh`, 'Tanh', [inner]);
    const more = this.node(`${at}/Add_1`, 'Add', [tanh, this.float(1)]);
    return this.node(`${at}/Mul_3`, 'Mul', [half, more]);
  }

  protected embedding(): string {
    const at = '/transformer';
    const words = this.node(`${at}/wte/Gather`, 'Gather', [
      this.parameter('transformer.wte.weight'),
      'input_ids',
    ]);
    const places = this.node(`${at}/wpe/Gather`, 'Gather', [
      this.parameter('transformer.wpe.weight'),
      'position_ids',
    ]);
    return this.node(`${at}/Add`, 'Add', [words, places]);
  }

  protected head(x: string): string {
    const turned = this.node('/lm_head/Transpose', 'Transpose', ['transformer.wte.weight'], {
      perm: ints([1, 0]),
    });
    return this.node('/lm_head/MatMul', 'MatMul', [x, turned]);
  }

  write(): HubModel {
    let x = this.embedding();
    const [visible, padding] = [this.#visible(), this.#padding()];
    for (let layer = 0; layer < golden.layers; layer++) {
      const [at, path] = [`transformer.h.${layer}`, `/transformer/h.${layer}`];
      const attended = this.attention(layer, this.norm(`${at}.ln_1`, x), visible, padding);
      x = this.node(`${path}/Add`, 'Add', [attended, x]);
      const wide = this.conv(`${at}.mlp.c_fc`, this.norm(`${at}.ln_2`, x));
      const narrow = this.conv(`${at}.mlp.c_proj`, this.gelu(`${path}/mlp/act`, wide));
      x = this.node(`${path}/Add_1`, 'Add', [x, narrow]);
    }
    return this.model(this.head(this.norm('transformer.ln_f', x)), golden.heads, true);
  }
}

export const plainGpt2Model = (weights: GoldenWeights): HubModel => new PlainGpt2(weights).write();
