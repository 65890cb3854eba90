import { headSize } from '../../../../../src/onnx/llama/config.ts';
import { learntOf, rowOf, tokensOf } from '../../work/work.ts';
import { fetchFloats, fetchTokens, fetchWork } from './files.ts';
import type { Opened, Opening } from './opening.ts';
import { refuseAdapter, startingWeights, tablesOf } from './parameters.ts';
import type { TfModule, TfTensor, TfVariable } from './tfjs-api.ts';

const place = '/peers/@tensorflow/';

/** The library and a backend of it, asked for so many threads. */
async function startTfjs(backend: 'wasm' | 'cpu', threads: number): Promise<TfModule> {
  const load = (path: string) => import(/* @vite-ignore */ `${place}${path}`);
  // the whole library puts itself, with its plain backend, into a global; the wasm backend adds itself to that
  await load('tfjs/dist/tf.min.js');
  if (backend === 'wasm') await load('tfjs-backend-wasm/dist/tf-backend-wasm.min.js');
  const tf = (globalThis as unknown as { tf: TfModule }).tf;
  tf.wasm?.setWasmPaths(`${place}tfjs-backend-wasm/dist/`);
  tf.wasm?.setThreadsCount(threads);
  if (!(await tf.setBackend(backend))) throw new Error(`TF.js has no backend ${backend}`);
  return tf;
}

/**
 * TensorFlow.js as its documentation has it: variables, variableGrads, tidy. Embeddings are looked up by a
 * product with ones and zeros: its wasm backend has no kernel for the gradient of gather().
 */
export async function openTfjs(
  { work: id, threads }: Opening,
  backend: 'wasm' | 'cpu',
): Promise<Opened> {
  const tf = await startTfjs(backend, threads);
  const work = await fetchWork(id);
  refuseAdapter(work);
  const loaded = { work, tokens: await fetchTokens(id) };
  const { config, batch, length, learntFrom, optimizer } = work;
  const [d, size, tokens] = [config.hiddenSize, headSize(config), tokensOf(work)];
  const floats = (values: Float32Array, shape: readonly number[]) =>
    tf.tensor(values, [...shape], 'float32');
  const specs = startingWeights(work, await fetchFloats(id, 'weights'));
  const variables = specs.map(({ name, shape, values }) => ({
    name,
    weight: tf.variable(floats(values, shape)),
    first: tf.variable(floats(new Float32Array(values.length), shape)),
    second: tf.variable(floats(new Float32Array(values.length), shape)),
    decayed: shape.length > 1,
  }));
  const byName = new Map(variables.map(({ name, weight }) => [name, weight]));
  const half = size / 2;
  const rotary = tablesOf(work);
  const [cos, sin] = [rotary.cos, rotary.sin].map((t) => floats(t, [length, half])) as [
    TfTensor,
    TfTensor,
  ];
  const mask = Float32Array.from({ length: length * length }, (_, i) =>
    i % length > Math.floor(i / length) ? -1e9 : 0,
  );
  const hidden = floats(mask, [length, length]);

  const { add, sub, mul, div, square, sqrt, rsqrt, matMul, reshape, slice, transpose } = tf;
  const weight = (name: string) => byName.get(`${name}.weight`) as TfVariable;
  const norm = (x: TfTensor, name: string) => {
    const mean = tf.mean(square(x), -1, true);
    return mul(mul(x, rsqrt(add(mean, config.normEpsilon))), weight(name));
  };
  const turned = (x: TfTensor) => {
    const part = (at: number) => slice(x, [0, 0, 0, at], [...x.shape.slice(0, 3), half]);
    const [a, b] = [part(0), part(half)];
    return tf.concat([sub(mul(a, cos), mul(b, sin)), add(mul(b, cos), mul(a, sin))], 3);
  };
  const attention = (y: TfTensor, at: string) => {
    const heads = (name: string, count: number) => {
      const flat = matMul(y, weight(`${at}.${name}_proj`));
      return transpose(reshape(flat, [batch, length, count, size]), [0, 2, 1, 3]);
    };
    const { heads: all, kvHeads } = config;
    const each = all / kvHeads;
    const q = mul(turned(heads('q', all)), size ** -0.5);
    const k = turned(heads('k', kvHeads));
    // queries of a group are rows of one product
    const grouped = reshape(q, [batch, kvHeads, each * length, size]);
    const scores = reshape(matMul(grouped, k, false, true), [batch, all, length, length]);
    const shares = reshape(tf.softmax(add(scores, hidden)), [
      batch,
      kvHeads,
      each * length,
      length,
    ]);
    const mixed = reshape(matMul(shares, heads('v', kvHeads)), [batch, all, length, size]);
    return matMul(reshape(transpose(mixed, [0, 2, 1, 3]), [tokens, d]), weight(`${at}.o_proj`));
  };
  const loss = (ids: TfTensor, labels: TfTensor) => {
    let x = matMul(tf.oneHot(ids, config.vocabSize), weight('model.embed_tokens'));
    for (let layer = 0; layer < config.layers; layer++) {
      const at = `model.layers.${layer}`;
      x = add(x, attention(norm(x, `${at}.input_layernorm`), `${at}.self_attn`));
      const y = norm(x, `${at}.post_attention_layernorm`);
      const gate = matMul(y, weight(`${at}.mlp.gate_proj`));
      const wide = mul(mul(gate, tf.sigmoid(gate)), matMul(y, weight(`${at}.mlp.up_proj`)));
      x = add(x, matMul(wide, weight(`${at}.mlp.down_proj`)));
    }
    const rows = reshape(norm(x, 'model.norm'), [batch, length, d]);
    const learnt = slice(rows, [0, learntFrom - 1, 0], [batch, learntOf(work), d]);
    const last = reshape(learnt, [batch * learntOf(work), d]);
    const logits = config.tiedHead
      ? matMul(last, weight('model.embed_tokens'), false, true)
      : matMul(last, weight('lm_head'));
    const chosen = mul(tf.logSoftmax(logits), tf.oneHot(labels, config.vocabSize));
    return tf.neg(tf.mean(tf.sum(chosen, -1)));
  };

  const { learningRate, beta1, beta2, epsilon, weightDecay, clipNorm } = optimizer;
  const update = (grads: Record<string, TfTensor>, index: number) => {
    const gradientOf = (of: TfVariable) => grads[of.name] as TfTensor;
    const squares = variables.map((each) => tf.sum(square(gradientOf(each.weight))));
    const norm = sqrt(squares.reduce((a, b) => add(a, b)));
    const clip = tf.minimum(div(clipNorm, add(norm, 1e-6)), 1);
    const [one, two] = [1 / (1 - beta1 ** (index + 1)), 1 / (1 - beta2 ** (index + 1))];
    for (const { weight: w, first, second, decayed } of variables) {
      const g = mul(gradientOf(w), clip);
      first.assign(add(mul(first, beta1), mul(g, 1 - beta1)));
      second.assign(add(mul(second, beta2), mul(square(g), 1 - beta2)));
      const change = div(mul(first, one * learningRate), add(sqrt(mul(second, two)), epsilon));
      w.assign(sub(mul(w, decayed ? 1 - learningRate * weightDecay : 1), change));
    }
  };
  const step = async (index: number) => {
    const rows = Array.from({ length: batch }, (_, row) => rowOf(loaded, index, row));
    const value = tf.tidy(() => {
      const integers = (from: number, to: number) => {
        const list = rows.flatMap((row) => Array.from(row.subarray(from, to)));
        return tf.tensor(Int32Array.from(list), [list.length], 'int32');
      };
      const [ids, labels] = [integers(0, length), integers(learntFrom, length + 1)];
      const weights = variables.map((each) => each.weight);
      const { value, grads } = tf.variableGrads(() => loss(ids, labels), weights);
      update(grads, index);
      return value;
    });
    const [number] = Array.from(await value.data());
    value.dispose();
    return number as number;
  };
  // release 4.22 says 1 whatever it is asked for
  const inUse = tf.wasm?.getThreadsCount() ?? 1;
  const about = `TF.js ${tf.version_core}, ${tf.getBackend()}, ${inUse} of ${threads} threads`;
  return { about, step };
}
