import { headSize } from '../../../../../src/onnx/llama/config.ts';
import { learntOf, rowOf, tokensOf } from '../../work/work.ts';
import { fetchFloats, fetchTokens, fetchWork } from './files.ts';
import type { JaxArray, JaxModule } from './jax-api.ts';
import type { Opened, Opening } from './opening.ts';
import { refuseAdapter, startingWeights, tablesOf } from './parameters.ts';

type Weights = Record<string, JaxArray>;

/**
 * jax-js as its documentation has it: one function of a whole step under jit(), its own attention and
 * softmax, AdamW written out as its optax package would. Arrays are used up by what reads them: `.ref` keeps one.
 * Tokens are looked up by products with ones and zeros: under jit() the gradient of take() fails here.
 */
export async function openJax({ work: id }: Opening): Promise<Opened> {
  const place = '/peers/@jax-js/jax/dist/index.js';
  const jax = (await import(/* @vite-ignore */ place)) as JaxModule;
  await jax.init('wasm');
  jax.defaultDevice('wasm');
  const { numpy: np, nn } = jax;
  const work = await fetchWork(id);
  refuseAdapter(work);
  const loaded = { work, tokens: await fetchTokens(id) };
  const { config, batch, length, learntFrom, optimizer } = work;
  const [d, size] = [config.hiddenSize, headSize(config)];
  const specs = startingWeights(work, await fetchFloats(id, 'weights'));
  const array = (values: Float32Array | Int32Array, shape: readonly number[]) =>
    np.array(values, { shape: [...shape] });
  const made = (fill: (spec: (typeof specs)[number]) => Float32Array): Weights =>
    Object.fromEntries(specs.map((spec) => [spec.name, array(fill(spec), spec.shape)]));
  const rotary = tablesOf(work);
  const half = size / 2;
  const table = (values: Float32Array) => array(values, [1, length, 1, half]);
  const [cos, sin] = [table(rotary.cos), table(rotary.sin)];

  const turned = (x: JaxArray): JaxArray => {
    const [a, b] = np.split(x, 2, -1) as [JaxArray, JaxArray];
    const left = a.ref.mul(cos.ref).sub(b.ref.mul(sin.ref));
    return np.concatenate([left, b.mul(cos.ref).add(a.mul(sin.ref))], -1);
  };
  const learntRows = (x: JaxArray): JaxArray => {
    const parts = np.split(x.reshape([batch, length, d]), [learntFrom - 1], 1);
    const [before, learnt] = parts as [JaxArray, JaxArray];
    before.dispose();
    return learnt.reshape([batch * learntOf(work), d]);
  };
  const loss = (weights: Weights, ids: JaxArray, labels: JaxArray): JaxArray => {
    const weight = (name: string) => (weights[`${name}.weight`] as JaxArray).ref;
    const norm = (x: JaxArray, name: string) => {
      const mean = np.mean(np.square(x.ref), -1, { keepdims: true });
      return x.mul(np.reciprocal(np.sqrt(mean.add(config.normEpsilon)))).mul(weight(name));
    };
    let x = np.matmul(nn.oneHot(ids, config.vocabSize), weight('model.embed_tokens'));
    for (let layer = 0; layer < config.layers; layer++) {
      const at = `model.layers.${layer}`;
      const y = norm(x.ref, `${at}.input_layernorm`);
      const heads = (part: string, count: number) =>
        np
          .matmul(y.ref, weight(`${at}.self_attn.${part}_proj`))
          .reshape([batch, length, count, size]);
      const [q, k, v] = [
        heads('q', config.heads),
        heads('k', config.kvHeads),
        heads('v', config.kvHeads),
      ];
      y.dispose();
      const attended = nn.dotProductAttention(turned(q), turned(k), v, { isCausal: true });
      x = x.add(np.matmul(attended.reshape([tokensOf(work), d]), weight(`${at}.self_attn.o_proj`)));
      const z = norm(x.ref, `${at}.post_attention_layernorm`);
      const gate = nn.silu(np.matmul(z.ref, weight(`${at}.mlp.gate_proj`)));
      const wide = gate.mul(np.matmul(z, weight(`${at}.mlp.up_proj`)));
      x = x.add(np.matmul(wide, weight(`${at}.mlp.down_proj`)));
    }
    const last = norm(x, 'model.norm');
    const rows = learntFrom === 1 ? last : learntRows(last);
    const logits = config.tiedHead
      ? np.matmul(rows, np.matrixTranspose(weight('model.embed_tokens')))
      : np.matmul(rows, weight('lm_head'));
    for (const each of Object.values(weights)) each.dispose();
    const right = nn.logSoftmax(logits, -1).mul(nn.oneHot(labels, config.vocabSize));
    return np.sum(right).mul(-1 / (batch * learntOf(work)));
  };

  const { learningRate, beta1, beta2, epsilon, weightDecay, clipNorm } = optimizer;
  const step = jax.jit(
    (
      weights: Weights,
      first: Weights,
      second: Weights,
      ids: JaxArray,
      labels: JaxArray,
      corrections: JaxArray[],
    ) => {
      const [value, gradients] = jax.valueAndGrad(loss)(jax.tree.ref(weights), ids, labels);
      const squares = Object.values(gradients).map((g) => np.sum(np.square(g.ref)));
      const norm = np.sqrt(squares.reduce((a, b) => a.add(b)));
      const clip = np.minimum(np.reciprocal(norm.add(1e-6)).mul(clipNorm), 1);
      const [one, two] = corrections as [JaxArray, JaxArray];
      const next: [Weights, Weights, Weights] = [{}, {}, {}];
      for (const { name, shape } of specs) {
        const g = (gradients[name] as JaxArray).mul(clip.ref);
        const m = (first[name] as JaxArray).mul(beta1).add(g.ref.mul(1 - beta1));
        const v = (second[name] as JaxArray).mul(beta2).add(np.square(g).mul(1 - beta2));
        const divisor = np.sqrt(v.ref.div(two.ref)).add(epsilon);
        const change = m.ref.div(one.ref).div(divisor).mul(learningRate);
        const shrink = shape.length > 1 ? 1 - learningRate * weightDecay : 1;
        next[0][name] = (weights[name] as JaxArray).mul(shrink).sub(change);
        next[1][name] = m;
        next[2][name] = v;
      }
      for (const each of [clip, one, two]) each.dispose();
      return [value, ...next] as [JaxArray, Weights, Weights, Weights];
    },
  );
  let state: [Weights, Weights, Weights] = [
    made(({ values }) => values),
    made(({ values }) => new Float32Array(values.length)),
    made(({ values }) => new Float32Array(values.length)),
  ];
  return {
    about: `jax-js 0.1.25, wasm, ${navigator.hardwareConcurrency} threads`,
    step: async (index) => {
      const rows = Array.from({ length: batch }, (_, row) => rowOf(loaded, index, row));
      const ids = Int32Array.from(rows.flatMap((row) => Array.from(row.subarray(0, length))));
      const labels = Int32Array.from(rows.flatMap((row) => Array.from(row.subarray(learntFrom))));
      const scalar = (value: number) => array(Float32Array.of(value), []);
      const [value, ...next] = step(
        ...state,
        array(ids, [ids.length]),
        array(labels, [labels.length]),
        [scalar(1 - beta1 ** (index + 1)), scalar(1 - beta2 ** (index + 1))],
      );
      state = next;
      await jax.blockUntilReady(next);
      return Number((await value.data())[0]);
    },
  };
}
