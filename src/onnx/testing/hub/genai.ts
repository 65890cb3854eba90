import { float, int } from '../../model/attributes.ts';
import { golden, type GoldenWeights } from './golden.ts';
import { HubWriter, type HubModel } from './hub-writer.ts';

/** What models of the Llama kind differ in. */
export interface GenaiOptions {
  /** One product for queries, keys and values. */
  readonly packed?: boolean;
  /** Norms of queries and keys: nodes before the attention, or its own. */
  readonly headNorms?: 'before' | 'within';
  readonly gemma?: boolean;
}

/** 'model.layers.0.self_attn.q_proj' -> '/model/layers.0/attn/q_proj' */
const pathOf = (module: string) =>
  `/${module.replace('.self_attn.', '.attn.').replace(/\.(?!\d)/g, '/')}`;

/** The Llama kind as onnxruntime-genai's model builder lays it out: GroupQueryAttention, skip norms. */
class GenaiWriter extends HubWriter {
  readonly #options: GenaiOptions;

  constructor(weights: GoldenWeights, options: GenaiOptions) {
    super(weights);
    this.#options = options;
  }

  #norm(module: string, x: string): string {
    const weight = this.#normWeight(module);
    return this.node(`${pathOf(module)}/LayerNorm`, 'SimplifiedLayerNormalization', [x, weight], {
      axis: int(-1),
      epsilon: float(golden.epsilon),
      stash_type: int(1),
    });
  }

  #normWeight(module: string): string {
    // the builder adds Gemma's 1 to the weights
    return this.parameter(
      `${module}.weight`,
      `${module}.layernorm.weight`,
      this.#options.gemma ? 1 : 0,
    );
  }

  #skipNorm(module: string, sum: string, update: string): { sum: string; normed: string } {
    const path = `${pathOf(module)}/SkipLayerNorm`;
    const normed = this.node(
      path,
      'com.microsoft.SkipSimplifiedLayerNormalization',
      [sum, update, this.#normWeight(module)],
      { epsilon: float(golden.epsilon) },
      [`${path}/output_0`, '', '', `${path}/output_3`],
    );
    return { normed, sum: `${path}/output_3` };
  }

  #project(modules: readonly string[], x: string, name = modules[0] as string): string {
    const path = pathOf(name);
    const stored = path.slice(1).replaceAll('/', '.');
    const y = this.linear({ path, modules, x, stored: `${stored}.MatMul.weight` });
    const biases = modules.map((module) => `${module}.bias`);
    if (!this.golden.has(biases[0] as string)) return y;
    return this.node(`${path}/Add`, 'Add', [y, this.vectors(biases, `${stored}.Add.bias`)]);
  }

  #headNorm(module: string, x: string, heads: number): string {
    const path = pathOf(module);
    const apart = this.node(`${path}/Reshape_1`, 'Reshape', [
      x,
      this.ints(0, 0, heads, golden.size),
    ]);
    const normed = this.#norm(module, apart);
    return this.node(`${path}/Reshape_2`, 'Reshape', [
      normed,
      this.ints(0, 0, heads * golden.size),
    ]);
  }

  #attention(layer: number, x: string, shared: readonly string[]): string {
    const { packed, headNorms, gemma } = this.#options;
    const at = `model.layers.${layer}.self_attn`;
    const modules = ['q', 'k', 'v'].map((part) => `${at}.${part}_proj`);
    let inputs: string[];
    if (packed) inputs = [this.#project(modules, x, `${at}.qkv_proj`), '', ''];
    else inputs = modules.map((module) => this.#project([module], x));
    if (headNorms === 'before') {
      const [q = '', k = '', v = ''] = inputs;
      inputs = [
        this.#headNorm(`${at}.q_norm`, q, golden.heads),
        this.#headNorm(`${at}.k_norm`, k, 1),
        v,
      ];
    }
    const norms = ['q', 'k'].map((part) => `${at}.${part}_norm`);
    const within =
      headNorms === 'within'
        ? ['', '', '', '', '', ...norms.map((module) => this.#normWeight(module))]
        : [];
    const path = `/model/layers.${layer}/attn/GroupQueryAttention`;
    const cache = (kind: string) => ['key', 'value'].map((part) => `${kind}.${layer}.${part}`);
    const read = this.node(
      path,
      'com.microsoft.GroupQueryAttention',
      [...inputs, ...cache('past_key_values'), ...shared, ...within],
      {
        num_heads: int(golden.heads),
        kv_num_heads: int(1),
        scale: float(golden.size ** -0.5),
        softcap: float(gemma ? golden.softcap : 0),
        local_window_size: int(gemma && layer % 2 === 0 ? golden.window : -1),
        do_rotary: int(1),
        rotary_interleaved: int(0),
        ...(within.length > 0 && { qk_norm_epsilon: float(golden.epsilon) }),
      },
      [`${path}/output_0`, ...cache('present')],
    );
    return this.#project([`${at}.o_proj`], read);
  }

  #feedForward(layer: number, x: string): string {
    const at = `model.layers.${layer}.mlp`;
    const path = pathOf(at);
    const gate = this.#project([`${at}.gate_proj`], x);
    const up = this.#project([`${at}.up_proj`], x);
    const activated = this.#options.gemma
      ? this.node(`${path}/act_fn/FastGelu`, 'com.microsoft.FastGelu', [gate])
      : this.node(`${path}/act_fn/Mul`, 'Mul', [
          gate,
          this.node(`${path}/act_fn/Sigmoid`, 'Sigmoid', [gate]),
        ]);
    return this.#project([`${at}.down_proj`], this.node(`${path}/Mul`, 'Mul', [activated, up]));
  }

  #lengths(): string[] {
    const path = '/model/attn_mask_reformat';
    const sum = this.node(`${path}/ReduceSum`, 'ReduceSum', ['attention_mask', this.ints(1)]);
    const last = this.node(`${path}/Sub`, 'Sub', [sum, this.ints(1)]);
    const total = this.length(`${path}/total`, 'attention_mask', 1);
    return [
      this.cast(`${path}/Cast`, last, 'int32'),
      this.cast(`${path}/total/Cast`, total, 'int32'),
    ];
  }

  write(): HubModel {
    const gemma = this.#options.gemma === true;
    const { cos, sin } = this.tables(golden.size);
    const shared = [...this.#lengths(), cos, sin];
    const table = this.parameter('model.embed_tokens.weight');
    let sum = this.node('/model/embed_tokens/Gather', 'Gather', [table, 'input_ids']);
    if (gemma) {
      const factor = this.float(Math.fround(Math.sqrt(golden.d)));
      sum = this.node('/model/embed_tokens/Mul', 'Mul', [sum, factor]);
    }
    let normed = this.#norm('model.layers.0.input_layernorm', sum);
    for (let layer = 0; layer < golden.layers; layer++) {
      const at = `model.layers.${layer}`;
      const next =
        layer + 1 < golden.layers ? `model.layers.${layer + 1}.input_layernorm` : 'model.norm';
      let update = this.#attention(layer, normed, shared);
      if (gemma) update = this.#norm(`${at}.post_attention_layernorm`, update);
      const between = gemma ? 'pre_feedforward_layernorm' : 'post_attention_layernorm';
      ({ sum, normed } = this.#skipNorm(`${at}.${between}`, sum, update));
      update = this.#feedForward(layer, normed);
      if (gemma) update = this.#norm(`${at}.post_feedforward_layernorm`, update);
      ({ sum, normed } = this.#skipNorm(next, sum, update));
    }
    return this.model(this.#head(normed, table), 1, false);
  }

  #head(x: string, table: string): string {
    if (!this.#options.gemma)
      return this.linear({
        path: '/lm_head',
        modules: ['lm_head'],
        x,
        stored: 'lm_head.MatMul.weight',
      });
    const turned = this.node('/lm_head/Transpose', 'Transpose', [table], {
      perm: { kind: 'ints', value: [1, 0] },
    });
    const bare = this.node('/lm_head/MatMul', 'MatMul', [x, turned]);
    const cap = this.float(golden.finalSoftcap);
    const inner = this.node('/lm_head/softcap/Div', 'Div', [bare, cap]);
    const tanh = this.node('/lm_head/softcap/Tanh', 'Tanh', [inner]);
    return this.node('/lm_head/softcap/Mul', 'Mul', [tanh, cap]);
  }
}

export const genaiModel = (weights: GoldenWeights, options: GenaiOptions = {}): HubModel =>
  new GenaiWriter(weights, options).write();
