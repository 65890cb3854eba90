import { headSize, type LlamaConfig } from './config.ts';
import { gaussian } from './gaussian.ts';
import { initialParameters, splitParameters } from './parameters.ts';

type Vector = Float32Array;

/** How far back the heads of the first layer look, one head each: 1 to 4 tokens. */
const reach = 4;
/** Rotary pairs, fastest first, that tell neighbouring positions apart. */
const positionPairs = 6;
/** Gains, found by trying: of looking back, of what is written about it, of matching, of copying. */
const gain = { position: 24, written: 1.5, match: 2, copy: 1.5 };

function dot(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** A random orthonormal basis of `size` dimensions (Gram and Schmidt). */
function orthonormal(size: number, next: () => number): Vector[] {
  const basis: Vector[] = [];
  while (basis.length < size) {
    const vector = Float32Array.from({ length: size }, next);
    for (const other of basis) {
      const along = dot(vector, other);
      for (let i = 0; i < size; i++)
        vector[i] = (vector[i] as number) - along * (other[i] as number);
    }
    const length = Math.sqrt(dot(vector, vector));
    basis.push(vector.map((x) => x / length));
  }
  return basis;
}

/** Throws an error that says what of the shape does not allow this start. */
function check(config: LlamaConfig): void {
  if (config.kvHeads !== config.heads || config.heads < reach || config.layers < 2)
    throw new Error(
      `An induction start needs two layers, at least ${reach} heads and as many key/value heads; ` +
        `this model has ${config.layers} layers, ${config.heads} and ${config.kvHeads} heads`,
    );
}

/**
 * Initial parameters whose first two layers can already read off what came after the same words
 * before (an induction head, arXiv 2209.11895): training has to shape it, not to find it. In the
 * spirit of mimetic initialisation (arXiv 2305.09828); the construction is the lab's own.
 *
 * All embeddings share a common part, so that queries and keys of layer 0 can be about positions
 * alone: its head o attends o tokens back and writes that token, through one projection for all
 * heads, into a subspace of its own. Layer 1 compares what stood a tokens back here with what
 * stood a + 1 tokens back there, for a = 0 .. 3 in one score, in the slow rotary pairs, which keep
 * their angle over a row; and copies the token that it finds. Everything else starts as
 * `initialParameters` leaves it. The same seed gives the same floats.
 */
export function inductionStart(config: LlamaConfig, seed: number): Float32Array {
  check(config);
  const { hiddenSize: d, heads, ropeTheta } = config;
  const size = headSize(config);
  const half = size / 2;
  const flat = initialParameters(config, seed);
  const views = splitParameters(config, flat);
  const next = gaussian(seed + 1_000_003);
  const [read, written, copied] = [0, 1, 2].map(() => orthonormal(d, next)) as [
    Vector[],
    Vector[],
    Vector[],
  ];
  const common = copied[d - 1] as Vector;
  const view = (name: string) => views.get(name) as Float32Array;
  const attention = (layer: number) => {
    const weight = (name: string) => view(`model.layers.${layer}.self_attn.${name}_proj.weight`);
    return { q: weight('q'), k: weight('k'), v: weight('v'), o: weight('o') };
  };
  /** Sets column `column` of a weight [d, d] to a vector times a factor; `keep` of what was there stays. */
  const setColumn = (weight: Float32Array, column: number, v: Vector, factor: number, keep = 0) => {
    for (let row = 0; row < d; row++) {
      const at = row * d + column;
      weight[at] = keep * (weight[at] as number) + factor * (v[row] as number);
    }
  };
  const setRow = (weight: Float32Array, row: number, v: Vector, factor: number) => {
    for (let column = 0; column < d; column++)
      weight[row * d + column] = factor * (v[column] as number);
  };

  // as large as the rest of an embedding: sqrt(d / 2) of a normed one lies along it
  const embedding = view('model.embed_tokens.weight');
  for (let i = 0; i < embedding.length; i++)
    embedding[i] = (embedding[i] as number) + 0.02 * Math.sqrt(d) * (common[i % d] as number);
  const pull = Math.sqrt(gain.position / (d / 2));

  for (let head = 0; head < reach; head++) {
    const { q, k, v, o } = attention(0);
    for (let pair = 0; pair < half; pair++) {
      // cos(theta (distance - (head + 1))) summed over pairs peaks where distance = head + 1
      const angle = -(head + 1) * ropeTheta ** ((-2 * pair) / size);
      const strength = pair < positionPairs ? pull : 0;
      const column = head * size + pair;
      setColumn(q, column, common, strength * Math.cos(angle), 0.2);
      setColumn(q, column + half, common, strength * Math.sin(angle), 0.2);
      setColumn(k, column, common, strength, 0.2);
      setColumn(k, column + half, common, 0, 0.2);
    }
    for (let j = 0; j < size; j++) {
      setColumn(v, head * size + j, read[j] as Vector, 1);
      setRow(o, head * size + j, written[head * size + j] as Vector, gain.written / Math.sqrt(d));
    }
  }

  const fast = Math.round(half / 3);
  const slow = half - fast;
  const perDistance = Math.floor((2 * slow) / reach);
  const { q, k, v, o } = attention(1);
  for (let head = 0; head < heads; head++) {
    for (let j = 0; j < size; j++) {
      const basis = copied[head * size + j] as Vector;
      setColumn(v, head * size + j, basis, 1);
      setRow(o, head * size + j, basis, gain.copy / Math.sqrt(d));
    }
    for (let s = 0; s < reach * perDistance; s++) {
      const column = head * size + (s < slow ? fast + s : half + fast + s - slow);
      const back = s % reach;
      const j = (Math.floor(s / reach) + head * perDistance) % size;
      const here = back === 0 ? read[j] : written[(back - 1) * size + j];
      setColumn(q, column, here as Vector, gain.match);
      setColumn(k, column, written[back * size + j] as Vector, gain.match);
    }
  }
  return flat;
}
