import { float, int } from '../../model/attributes.ts';
import { golden, type GoldenWeights } from './golden.ts';
import type { HubModel } from './hub-writer.ts';
import { PlainWriter } from './plain-writer.ts';

/** GPT-2 as onnxruntime's optimizer leaves it: multi-head attention, skip norms, activations with their bias. */
class FusedGpt2 extends PlainWriter {
  #parameters(module: string): [weight: string, bias: string] {
    return [this.parameter(`${module}.weight`), this.parameter(`${module}.bias`)];
  }

  /** A product with a weight [in, out] whose name the file keeps; the bias is another node's. */
  #product(module: string, x: string): string {
    const path = `/${module.replace(/\.(?!\d)/g, '/')}`;
    return this.linear({ path, modules: [module], x, stored: `${module}.weight` });
  }

  #skip(name: string, module: string, sum: string, update: string, bias: string) {
    const inputs = [sum, update, ...this.#parameters(module), bias];
    const outputs = [`${name}/output_0`, '', '', `${name}/output_3`];
    const attributes = { epsilon: float(golden.epsilon) };
    this.node(name, 'com.microsoft.SkipLayerNormalization', inputs, attributes, outputs);
    return { normed: `${name}/output_0`, sum: `${name}/output_3` };
  }

  #attention(layer: number, x: string, mask: string): string {
    const module = `transformer.h.${layer}.attn`;
    const at = `/transformer/h.${layer}/attn`;
    const outputs = [0, 1, 2].map((i) => `${at}/Split/output_${i}`);
    const packed = this.#product(`${module}.c_attn`, x);
    this.node(`${at}/Split`, 'Split', [packed], { axis: int(2), num_outputs: int(3) }, outputs);
    const cache = (kind: string) => ['key', 'value'].map((part) => `${kind}.${layer}.${part}`);
    const bias = this.parameter(`${module}.c_attn.bias`);
    const read = this.node(
      `${at}/MultiHeadAttention`,
      'com.microsoft.MultiHeadAttention',
      [...outputs, bias, '', mask, ...cache('past_key_values')],
      { num_heads: int(golden.heads) },
      [`${at}/output_0`, ...cache('present')],
    );
    return this.#product(`${module}.c_proj`, read);
  }

  write(): HubModel {
    const [table, places] = ['wte', 'wpe'].map((name) =>
      this.parameter(`transformer.${name}.weight`),
    ) as [string, string];
    const words = this.node('/transformer/wte/Gather', 'Gather', [table, 'input_ids']);
    const at = this.node('/transformer/wpe/Gather', 'Gather', [places, 'position_ids']);
    let sum = this.node('/transformer/Add', 'Add', [words, at]);
    let normed = this.node(
      '/transformer/h.0/ln_1/LayerNormalization',
      'LayerNormalization',
      [sum, ...this.#parameters('transformer.h.0.ln_1')],
      { axis: int(-1), epsilon: float(golden.epsilon) },
    );
    const mask = this.mask();
    for (let layer = 0; layer < golden.layers; layer++) {
      const [module, path] = [`transformer.h.${layer}`, `/transformer/h.${layer}`];
      const last = layer + 1 === golden.layers;
      const update = this.#attention(layer, normed, mask);
      const attended = this.parameter(`${module}.attn.c_proj.bias`);
      ({ sum, normed } = this.#skip(`${path}/skip`, `${module}.ln_2`, sum, update, attended));
      const wide = this.#product(`${module}.mlp.c_fc`, normed);
      const bias = this.parameter(`${module}.mlp.c_fc.bias`);
      const gelu = this.node(`${path}/mlp/act`, 'com.microsoft.FastGelu', [wide, bias]);
      const next = last ? 'transformer.ln_f' : `transformer.h.${layer + 1}.ln_1`;
      const narrow = this.#product(`${module}.mlp.c_proj`, gelu);
      const added = this.parameter(`${module}.mlp.c_proj.bias`);
      ({ sum, normed } = this.#skip(`${path}/skip_1`, next, sum, narrow, added));
    }
    // an optimized file names the head's products so
    const logits = this.node('/lm_head/FusedMatMul', 'com.microsoft.FusedMatMul', [normed, table], {
      transB: int(1),
      alpha: float(1),
    });
    return this.model(logits, golden.heads, true);
  }
}

export const fusedGpt2Model = (weights: GoldenWeights): HubModel => new FusedGpt2(weights).write();
