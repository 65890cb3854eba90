import type { Penalties } from '../adjustments.ts';
import type { Knobs } from '../sampler.ts';

/** Logits under bias and penalties, by the book: each rule over all tokens, one after the other. */
export function adjusted(
  logits: Float32Array,
  { logitBias, repetitionPenalty: p, frequencyPenalty, presencePenalty }: Penalties,
  text: readonly number[],
): Float32Array {
  const count = (id: number) => text.filter((token) => token === id).length;
  return logits.map((logit, id) => {
    const bias = logitBias.reduce((sum, { token, bias }) => (token === id ? sum + bias : sum), 0);
    const s = logit + bias;
    const penalised = count(id) === 0 ? s : s > 0 ? s / p : s * p;
    return penalised - (count(id) * frequencyPenalty + (count(id) > 0 ? presencePenalty : 0));
  });
}

/** The kept weights by id, by the book: sorted, one step after the other, in doubles. */
export function reference(scores: Float32Array, knobs: Knobs): Float64Array {
  const at = (id: number) => scores[id] ?? NaN;
  const order = [...scores.keys()].sort((a, b) => at(b) - at(a) || a - b);
  const best = at(order[0] ?? 0);
  const weight = (id: number) => Math.exp((at(id) - best) / knobs.temperature);
  let kept = order;
  if (knobs.topK > 0) {
    const kth = at(kept[Math.min(knobs.topK, kept.length) - 1] ?? 0);
    kept = kept.filter((id) => at(id) >= kth);
  }
  if (knobs.topP < 1) {
    const mass = kept.reduce((total, id) => total + weight(id), 0);
    let total = 0;
    const crossing = kept.findIndex((id) => (total += weight(id)) >= knobs.topP * mass);
    kept = crossing < 0 ? kept : kept.slice(0, crossing + 1);
  }
  kept = kept.filter((id) => weight(id) >= knobs.minP);
  const weights = new Float64Array(scores.length);
  for (const id of kept) weights[id] = weight(id);
  return weights;
}
