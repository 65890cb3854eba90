/** Constants of floats that follow from positions, and those that exporters make: never trained. */
const notTrained =
  /(^|[._/])(inv_freq|rotary|rope|cos|sin|slopes|alibi)|(cos|sin)_?cache|Constant/i;

/** Whether a constant of more than one float is a parameter of the model, by its name in the file. */
export const isWeight = (name: string): boolean => !notTrained.test(name);

const operator = /[./](Fused)?(MatMul|Gemm|MatMulNBits)[^./]*$/;
const suffix = /([./](MatMul|Gemm))?\.(weight|qweight)[^./]*$/;

/** Only what lies in a layer has an adapter. */
const inLayer = /\.(layers|h|blocks|block)\.\d+\./;

/**
 * PEFT's name of a linear layer, from its node's name ('/model/layers.0/attn/q_proj/MatMul') or else its
 * weight's ('model.layers.0.attn.q_proj.MatMul.weight_Q4'); undefined where neither tells one.
 */
export function siteName(node: string, weight: string | undefined): string | undefined {
  const path = node.replace(/^\//, '').replace(operator, '').replaceAll('/', '.');
  const stored = weight?.replace(suffix, '').replaceAll('/', '.');
  const found = [operator.test(node) ? path : '', stored ?? ''].find((name) => inLayer.test(name));
  // onnxruntime-genai's builder calls every attention of model.layers so
  return found?.replace(/^(model\.layers\.\d+)\.attn\./, '$1.self_attn.');
}

/** The layers that an exporter packed into one product: names of its parts. */
export const packedParts = ['q_proj', 'k_proj', 'v_proj'] as const;

/** Names of q, k and v where a name is of a product of all three that the model has apart. */
export function partNames(name: string): readonly string[] | undefined {
  return name.endsWith('.qkv_proj')
    ? packedParts.map((part) => name.replace(/qkv_proj$/, part))
    : undefined;
}
