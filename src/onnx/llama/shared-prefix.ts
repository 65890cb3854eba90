import { float, int } from '../model/attributes.ts';
import { floatTensor, int64Tensor } from '../model/tensor.ts';
import type { Dim, ValueInfo } from '../model/types.ts';
import { writeModel } from '../model/write.ts';
import { rotaryTables } from '../composites/rotary.ts';
import { NodeWriter } from '../graph/node-writer.ts';
import { headSize, type LlamaConfig } from './config.ts';
import { splitParameters } from './parameters.ts';
import { prefixAttention, Shapes } from './shared-prefix-attention.ts';

/** The caches that a run reads (prefix, past) and gives back (present). */
function cacheValues(config: LlamaConfig, kind: string, rows: Dim, length: Dim): ValueInfo[] {
  const shape = [rows, config.kvHeads, length, headSize(config)];
  return Array.from({ length: config.layers }, (_, layer) =>
    ['key', 'value'].map((part): ValueInfo => ({
      name: `${kind}_${part}.${layer}`,
      dtype: 'float32',
      shape,
    })),
  ).flat();
}

/** Writes one decoder's layers; `parameter` finds a weight by its name on the hub. */
class LayerNodes {
  readonly w = new NodeWriter();
  readonly #shapes = new Shapes(this.w);
  readonly #config: LlamaConfig;
  readonly #parameters: Map<string, Float32Array>;
  readonly #tables: readonly [string, string];

  constructor(config: LlamaConfig, parameters: Float32Array) {
    this.#config = config;
    this.#parameters = splitParameters(config, parameters);
    const size = headSize(config);
    const { cos, sin } = rotaryTables(config.contextLength, size, config.ropeTheta);
    const shape = [config.contextLength, size / 2];
    this.#tables = [
      this.w.constant('cos', floatTensor(shape, cos)),
      this.w.constant('sin', floatTensor(shape, sin)),
    ];
  }

  /** Stores a weight [..shape] under its name. */
  weight(module: string, ...shape: number[]): string {
    const name = `${module}.weight`;
    return this.w.constant(name, floatTensor(shape, this.#parameters.get(name) as Float32Array));
  }

  linear(module: string, x: string, rows: number, columns: number): string {
    return this.w.node(`/${module}/MatMul`, 'MatMul', [x, this.weight(module, rows, columns)]);
  }

  norm(module: string, x: string): string {
    const { hiddenSize, normEpsilon } = this.#config;
    const attributes = { axis: int(-1), epsilon: float(normEpsilon), stash_type: int(1) };
    const inputs = [x, this.weight(module, hiddenSize)];
    return this.w.node(`/${module}/Norm`, 'SimplifiedLayerNormalization', inputs, attributes);
  }

  attention(layer: number, x: string): string {
    const { hiddenSize: d, kvHeads } = this.#config;
    const width = kvHeads * headSize(this.#config);
    const at = `model.layers.${layer}.self_attn`;
    const rotated = (name: string, columns: number) =>
      this.w.node(
        `/${at}/${name}/RotaryEmbedding`,
        'com.microsoft.RotaryEmbedding',
        [this.linear(`${at}.${name}`, x, d, columns), 'positions', ...this.#tables],
        { interleaved: int(0) },
      );
    const attended = prefixAttention(this.w, this.#config, this.#shapes, {
      layer,
      q: rotated('q_proj', d),
      k: rotated('k_proj', width),
      v: this.linear(`${at}.v_proj`, x, d, width),
    });
    return this.linear(`${at}.o_proj`, attended, d, d);
  }

  feedForward(layer: number, x: string): string {
    const { hiddenSize: d, intermediateSize: f } = this.#config;
    const at = `model.layers.${layer}.mlp`;
    const node = (name: string, op: string, ...inputs: string[]) =>
      this.w.node(`/${at}/${name}`, op, inputs);
    const gate = this.linear(`${at}.gate_proj`, x, d, f);
    const active = node('active', 'Mul', gate, node('sigmoid', 'Sigmoid', gate));
    const gated = node('gated', 'Mul', active, this.linear(`${at}.up_proj`, x, d, f));
    return this.linear(`${at}.down_proj`, gated, f, d);
  }

  /** x plus an update of the residual stream. */
  add(name: string, x: string, update: string): string {
    return this.w.node(`/${name}/Residual`, 'Add', [x, update]);
  }
}

/**
 * A decoder for many rows that share a prefix, or have one each; weights are inside. Plain operators, in
 * full precision.
 *
 * Inputs: ids int64 [B, T]; positions int64 [B, T]; prefix_bias float32 [P_B, 1, 1, P] and bias
 * float32 [B or 1, 1, T, S + T], added to the scores (`hidden` of composites/attention hides a
 * position); for each layer N prefix_key.N and prefix_value.N float32 [P_B, KV, P, D] with P_B = 1
 * (all rows share it) or B, past_key.N and past_value.N float32 [B, KV, S, D], a row's own
 * positions after its prefix. Keys are stored rotated. Outputs: logits float32 [B, V] of every
 * row's last position, so rows are padded on the left; present_key.N and present_value.N
 * [B, KV, S + T, D]. What a run with an empty prefix gives back can be the prefix of later runs.
 * @param parameters the flat vector of `parameterSpecs`
 * @returns the bytes of an .onnx file
 * @throws Error when the vector's length is wrong
 */
export function writeSharedPrefixDecoder(
  config: LlamaConfig,
  parameters: Float32Array,
): Uint8Array {
  const { vocabSize, hiddenSize, layers, tiedHead } = config;
  const nodes = new LayerNodes(config, parameters);
  const { w } = nodes;
  const embedding = nodes.weight('model.embed_tokens', vocabSize, hiddenSize);
  let x = w.node('/embed/Gather', 'Gather', [embedding, 'ids'], { axis: int(0) });
  for (let layer = 0; layer < layers; layer++) {
    const at = `model.layers.${layer}`;
    x = nodes.add(`${at}/attn`, x, nodes.attention(layer, nodes.norm(`${at}.input_layernorm`, x)));
    x = nodes.add(
      `${at}/mlp`,
      x,
      nodes.feedForward(layer, nodes.norm(`${at}.post_attention_layernorm`, x)),
    );
  }
  const last = w.node('/last/Gather', 'Gather', [x, w.constant('last', int64Tensor([], [-1]))], {
    axis: int(1),
  });
  const head = tiedHead ? embedding : nodes.weight('lm_head', hiddenSize, vocabSize);
  const attributes = { transA: int(0), transB: int(Number(tiedHead)) };
  w.node('/head/Gemm', 'Gemm', [nodes.norm('model.norm', last), head], attributes, ['logits']);
  return writeModel({
    irVersion: 10,
    producer: 'incontext-lab',
    opsets: { '': 18, 'com.microsoft': 1 },
    metadata: {},
    graph: {
      name: 'shared-prefix decoder',
      nodes: w.nodes,
      initializers: w.initializers,
      inputs: [
        { name: 'ids', dtype: 'int64', shape: ['rows', 'fresh'] },
        { name: 'positions', dtype: 'int64', shape: ['rows', 'fresh'] },
        { name: 'prefix_bias', dtype: 'float32', shape: ['prefixes', 1, 1, 'prefix'] },
        { name: 'bias', dtype: 'float32', shape: ['bias_rows', 1, 'fresh', 'own'] },
        ...cacheValues(config, 'prefix', 'prefixes', 'prefix'),
        ...cacheValues(config, 'past', 'rows', 'past'),
      ],
      outputs: [
        { name: 'logits', dtype: 'float32', shape: ['rows', vocabSize] },
        ...cacheValues(config, 'present', 'rows', 'own'),
      ],
      values: [],
    },
  });
}
