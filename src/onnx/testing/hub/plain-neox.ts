import { int, ints } from '../../model/attributes.ts';
import { golden, type GoldenWeights } from './golden.ts';
import type { HubModel } from './hub-writer.ts';
import { PlainWriter } from './plain-writer.ts';

type Tables = { cos: string; sin: string };

/** GPT-NeoX (Pythia) as PyTorch's exporter lays it out: partial rotation, attention and feed-forward side by side. */
class PlainNeox extends PlainWriter {
  readonly #optimized: boolean;

  /** @param optimized activations and biases in onnxruntime's kernels */
  constructor(weights: GoldenWeights, optimized: boolean) {
    super(weights);
    this.#optimized = optimized;
  }

  /** Layer normalization in plain operators, as exporters of older operator sets write it. */
  #norm(module: string, x: string): string {
    const at = `/${module.replace(/\.(?!\d)/g, '/')}`;
    const mean = this.node(`${at}/ReduceMean`, 'ReduceMean', [x, this.ints(-1)]);
    const centred = this.node(`${at}/Sub`, 'Sub', [x, mean]);
    const squares = this.node(`${at}/Pow`, 'Pow', [centred, this.float(2)]);
    const variance = this.node(`${at}/ReduceMean_1`, 'ReduceMean', [squares, this.ints(-1)]);
    const sum = this.node(`${at}/Add`, 'Add', [variance, this.float(golden.epsilon)]);
    const unit = this.node(`${at}/Div`, 'Div', [centred, this.node(`${at}/Sqrt`, 'Sqrt', [sum])]);
    const scaled = this.node(`${at}/Mul`, 'Mul', [unit, this.parameter(`${module}.weight`)]);
    return this.node(`${at}/Add_1`, 'Add', [scaled, this.parameter(`${module}.bias`)]);
  }

  /** [B, T, heads, 3 size] cut into queries, keys and values [B, heads, T, size]. */
  #parts(at: string, packed: string): string[] {
    const [batch, length] = [0, 1].map((axis) => this.length(`${at}/${axis}`, packed, axis)) as [
      string,
      string,
    ];
    const shape = this.shape(`${at}/shape`, batch, length, golden.heads, 3 * golden.size);
    const apart = this.node(`${at}/Reshape`, 'Reshape', [packed, shape]);
    return [0, 1, 2].map((i) => {
      const range = [this.ints(i * golden.size), this.ints((i + 1) * golden.size)];
      const part = this.node(`${at}/Slice_${i}`, 'Slice', [apart, ...range, this.ints(3)]);
      return this.node(`${at}/Transpose_${i}`, 'Transpose', [part], { perm: ints([0, 2, 1, 3]) });
    });
  }

  /** The first elements of each head are turned. */
  #partly(at: string, x: string, tables: Tables): string {
    const cut = (name: string, from: number, to: number) =>
      this.node(`${at}/${name}`, 'Slice', [x, this.ints(from), this.ints(to), this.ints(3)]);
    const turned = this.turned(`${at}/turned`, cut('first', 0, golden.turned), tables);
    const rest = cut('rest', golden.turned, 2 ** 31);
    return this.node(`${at}/Concat`, 'Concat', [turned, rest], { axis: int(-1) });
  }

  #attention(layer: number, x: string, tables: Tables, mask: string): string {
    const module = `gpt_neox.layers.${layer}.attention`;
    const at = `/gpt_neox/layers.${layer}/attention`;
    const [first, second, third] = this.#parts(
      at,
      this.project(`${module}.query_key_value`, x),
    ) as [string, string, string];
    const q = this.#partly(`${at}/q`, first, tables);
    const k = this.cached(layer, 'key', this.#partly(`${at}/k`, second, tables), golden.heads);
    const v = this.cached(layer, 'value', third, golden.heads);
    const keys = this.node(`${at}/Transpose`, 'Transpose', [k], { perm: ints([0, 1, 3, 2]) });
    const bare = this.node(`${at}/MatMul`, 'MatMul', [q, keys]);
    const scores = this.node(`${at}/Mul`, 'Mul', [bare, this.float(golden.size ** -0.5)]);
    const masked = this.node(`${at}/Add`, 'Add', [scores, mask]);
    const weights = this.node(`${at}/Softmax`, 'Softmax', [masked], { axis: int(-1) });
    const read = this.node(`${at}/MatMul_1`, 'MatMul', [weights, v]);
    return this.project(`${module}.dense`, this.joined(`${at}/out`, read));
  }

  #feedForward(layer: number, x: string): string {
    const module = `gpt_neox.layers.${layer}.mlp`;
    const at = `/gpt_neox/layers.${layer}/mlp`;
    const act = `${at}/act`;
    if (this.#optimized) {
      const path = `${at}/dense_h_to_4h`;
      const modules = [`${module}.dense_h_to_4h`];
      const wide = this.linear({ path, modules, x, stored: this.anonymous('MatMul') });
      const bias = this.parameter(`${module}.dense_h_to_4h.bias`);
      const gelu = this.node(`${act}/BiasGelu`, 'com.microsoft.BiasGelu', [wide, bias]);
      return this.project(`${module}.dense_4h_to_h`, gelu);
    }
    const wide = this.project(`${module}.dense_h_to_4h`, x);
    const scaled = this.node(`${act}/Div`, 'Div', [wide, this.float(Math.SQRT2)]);
    const more = this.node(`${act}/Add`, 'Add', [
      this.node(`${act}/Erf`, 'Erf', [scaled]),
      this.float(1),
    ]);
    const times = this.node(`${act}/Mul`, 'Mul', [wide, more]);
    const half = this.node(`${act}/Mul_1`, 'Mul', [times, this.float(0.5)]);
    return this.project(`${module}.dense_4h_to_h`, half);
  }

  write(): HubModel {
    const table = this.parameter('gpt_neox.embed_in.weight');
    let x = this.node('/gpt_neox/embed_in/Gather', 'Gather', [table, 'input_ids']);
    const tables = this.angles(golden.turned);
    const mask = this.mask();
    for (let layer = 0; layer < golden.layers; layer++) {
      const module = `gpt_neox.layers.${layer}`;
      const attended = this.#attention(
        layer,
        this.#norm(`${module}.input_layernorm`, x),
        tables,
        mask,
      );
      const beside = this.#feedForward(layer, this.#norm(`${module}.post_attention_layernorm`, x));
      const sum = this.node(`/${module}/Add`, 'Add', [beside, attended]);
      x = this.node(`/${module}/Add_1`, 'Add', [sum, x]);
    }
    const normed = this.#norm('gpt_neox.final_layer_norm', x);
    return this.model(this.project('embed_out', normed), golden.heads, true);
  }
}

export const plainNeoxModel = (weights: GoldenWeights): HubModel =>
  new PlainNeox(weights, false).write();

export const fusedNeoxModel = (weights: GoldenWeights): HubModel =>
  new PlainNeox(weights, true).write();
