import { int, ints } from '../../model/attributes.ts';
import { golden, type GoldenWeights } from './golden.ts';
import type { HubModel } from './hub-writer.ts';
import { PlainWriter } from './plain-writer.ts';

/** The Llama kind in plain operators, as PyTorch's exporter and Optimum lay it out. */
class PlainLlama extends PlainWriter {
  readonly #gemma: boolean;
  readonly #headNorms: boolean;

  constructor(weights: GoldenWeights) {
    super(weights);
    this.#gemma = weights.case.name === 'gemma';
    this.#headNorms = weights.case.name === 'qwen3';
  }

  #norm(module: string, x: string): string {
    const at = `/${module.replace(/\.(?!\d)/g, '/')}`;
    const wide = this.cast(`${at}/Cast`, x, 'float32');
    const squares = this.node(`${at}/Pow`, 'Pow', [wide, this.float(2)]);
    const mean = this.node(`${at}/ReduceMean`, 'ReduceMean', [squares, this.ints(-1)]);
    const sum = this.node(`${at}/Add`, 'Add', [mean, this.float(golden.epsilon)]);
    const root = this.node(`${at}/Sqrt`, 'Sqrt', [sum]);
    const inverse = this.node(`${at}/Div`, 'Div', [this.float(1), root]);
    const unit = this.node(`${at}/Mul`, 'Mul', [wide, inverse]);
    const stored = this.parameter(`${module}.weight`);
    const weight = this.#gemma ? this.node(`${at}/Add_1`, 'Add', [stored, this.float(1)]) : stored;
    return this.node(`${at}/Mul_1`, 'Mul', [weight, this.cast(`${at}/Cast_1`, unit, 'float32')]);
  }

  #heads(layer: number, part: 'q' | 'k' | 'v', x: string, heads: number): string {
    const module = `model.layers.${layer}.self_attn.${part}`;
    const parted = this.parted(`/${module}`, this.project(`${module}_proj`, x), heads);
    return this.#headNorms && part !== 'v' ? this.#norm(`${module}_norm`, parted) : parted;
  }

  #attention(layer: number, x: string, tables: { cos: string; sin: string }): string {
    const at = `/model/layers.${layer}/self_attn`;
    const q = this.turned(`${at}/q_turned`, this.#heads(layer, 'q', x, golden.heads), tables);
    const fresh = this.turned(`${at}/k_turned`, this.#heads(layer, 'k', x, 1), tables);
    const k = this.cached(layer, 'key', fresh, 1);
    const v = this.cached(layer, 'value', this.#heads(layer, 'v', x, 1), 1);
    const keys = this.node(`${at}/Transpose`, 'Transpose', [k], { perm: ints([0, 1, 3, 2]) });
    const scores = this.#gemma ? this.#capped(at, q, keys) : this.#scaled(at, q, keys);
    const window = this.#gemma && layer % 2 === 0 ? golden.window : undefined;
    const masked = this.node(`${at}/Add`, 'Add', [scores, this.mask(window)]);
    const weights = this.node(`${at}/Softmax`, 'Softmax', [masked], { axis: int(-1) });
    const read = this.node(`${at}/MatMul_1`, 'MatMul', [weights, v]);
    return this.project(`model.layers.${layer}.self_attn.o_proj`, this.joined(`${at}/out`, read));
  }

  /** Queries and keys by the fourth root of the size, as scaled_dot_product_attention is exported. */
  #scaled(at: string, q: string, keys: string): string {
    const size = this.cast(`${at}/Cast`, this.length(`${at}/size`, q, 3), 'float32');
    const root = this.node(`${at}/Sqrt_1`, 'Sqrt', [this.node(`${at}/Sqrt`, 'Sqrt', [size])]);
    const scale = this.node(`${at}/Div`, 'Div', [this.float(1), root]);
    return this.node(`${at}/MatMul`, 'MatMul', [
      this.node(`${at}/Mul`, 'Mul', [q, scale]),
      this.node(`${at}/Mul_1`, 'Mul', [keys, scale]),
    ]);
  }

  #capped(at: string, q: string, keys: string): string {
    const bare = this.node(`${at}/MatMul`, 'MatMul', [q, keys]);
    const scores = this.node(`${at}/Mul`, 'Mul', [bare, this.float(golden.size ** -0.5)]);
    const cap = this.float(golden.softcap);
    const tanh = this.node(`${at}/Tanh`, 'Tanh', [this.node(`${at}/Div`, 'Div', [scores, cap])]);
    return this.node(`${at}/Mul_1`, 'Mul', [tanh, cap]);
  }

  #feedForward(layer: number, x: string): string {
    const module = `model.layers.${layer}.mlp`;
    const at = `/model/layers.${layer}/mlp`;
    const gate = this.project(`${module}.gate_proj`, x);
    const activated = this.#gemma
      ? this.#tanhGelu(`${at}/act_fn`, gate)
      : this.node(`${at}/act_fn/Mul`, 'Mul', [
          gate,
          this.node(`${at}/act_fn/Sigmoid`, 'Sigmoid', [gate]),
        ]);
    const gated = this.node(`${at}/Mul`, 'Mul', [activated, this.project(`${module}.up_proj`, x)]);
    return this.project(`${module}.down_proj`, gated);
  }

  #tanhGelu(at: string, x: string): string {
    const square = this.node(`${at}/Mul`, 'Mul', [x, x]);
    const cube = this.node(`${at}/Mul_1`, 'Mul', [square, x]);
    const small = this.node(`${at}/Mul_2`, 'Mul', [cube, this.float(0.044715)]);
    const sum = this.node(`${at}/Add`, 'Add', [x, small]);
    const inner = this.node(`${at}/Mul_3`, 'Mul', [sum, this.float(Math.sqrt(2 / Math.PI))]);
    const tanh = this.node(`${at}/Tanh`, 'Tanh', [inner]);
    const more = this.node(`${at}/Add_1`, 'Add', [tanh, this.float(1)]);
    const half = this.node(`${at}/Mul_4`, 'Mul', [x, this.float(0.5)]);
    return this.node(`${at}/Mul_5`, 'Mul', [half, more]);
  }

  write(): HubModel {
    const table = this.parameter('model.embed_tokens.weight');
    let x = this.node('/model/embed_tokens/Gather', 'Gather', [table, 'input_ids']);
    if (this.#gemma)
      x = this.node('/model/Mul', 'Mul', [x, this.float(Math.fround(Math.sqrt(golden.d)))]);
    const tables = this.angles(golden.size);
    for (let layer = 0; layer < golden.layers; layer++) {
      const at = `model.layers.${layer}`;
      const add = (name: string, update: string) => this.node(`/${at}/${name}`, 'Add', [x, update]);
      const attended = this.#attention(layer, this.#norm(`${at}.input_layernorm`, x), tables);
      const [after, before] = this.#gemma
        ? [this.#norm(`${at}.post_attention_layernorm`, attended), 'pre_feedforward_layernorm']
        : [attended, 'post_attention_layernorm'];
      x = add('Add', after);
      const forward = this.#feedForward(layer, this.#norm(`${at}.${before}`, x));
      x = add(
        'Add_1',
        this.#gemma ? this.#norm(`${at}.post_feedforward_layernorm`, forward) : forward,
      );
    }
    return this.model(this.#head(this.#norm('model.norm', x), table), 1, true);
  }

  #head(x: string, table: string): string {
    if (!this.#gemma) return this.project('lm_head', x);
    const turned = this.node('/lm_head/Transpose', 'Transpose', [table], { perm: ints([1, 0]) });
    const bare = this.node('/lm_head/MatMul', 'MatMul', [x, turned]);
    const cap = this.float(golden.finalSoftcap);
    const tanh = this.node('/Tanh', 'Tanh', [this.node('/Div', 'Div', [bare, cap])]);
    return this.node('/Mul', 'Mul', [tanh, cap]);
  }
}

export const plainLlamaModel = (weights: GoldenWeights): HubModel =>
  new PlainLlama(weights).write();
