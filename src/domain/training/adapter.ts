import * as v from 'valibot';
import { DeviceKind } from '../model.ts';
import { TrainingCurve } from './curve.ts';
import { TrainingSettings } from './settings.ts';

const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.string();

/** One projection that an adapter stands beside: factors A [in, rank] and B [rank, out], as ONNX multiplies. */
export const AdapterSite = v.object({
  /** PEFT's name of the layer within the model: "model.layers.0.self_attn.q_proj". */
  name: v.pipe(text, v.minLength(1)),
  rows: count,
  columns: count,
});
export type AdapterSite = v.InferOutput<typeof AdapterSite>;

/** Where an adapter comes from: trained here, or read from a file. */
export const AdapterOrigin = v.variant('kind', [
  v.object({
    kind: v.literal('trained'),
    settings: TrainingSettings,
    /** SHA-256 of the tokenised rows: the same data gives the same hash. */
    data: v.object({ sha256, rows: count, tokens: count, label: text }),
    curve: TrainingCurve,
    device: DeviceKind,
    /** Of steps, pauses left out, in seconds. */
    seconds: v.pipe(v.number(), v.finite(), v.minValue(0)),
  }),
  v.object({ kind: v.literal('imported'), file: text }),
]);
export type AdapterOrigin = v.InferOutput<typeof AdapterOrigin>;

/**
 * What a training leaves behind, without its weights, which lie as safetensors in OPFS under adapters/<id>.
 * The id is the SHA-256 of the weights file: an arm that names it names exactly these weights.
 */
export const Adapter = v.object({
  schema: v.literal(1),
  id: sha256,
  name: v.pipe(text, v.minLength(1)),
  createdAt: v.pipe(text, v.isoTimestamp()),
  base: v.object({ id: v.pipe(text, v.minLength(1)), label: text, fingerprint: text }),
  /** `adapter`: factors at these sites; `all`: every weight of the decoder, by its own name. */
  weights: v.variant('kind', [
    v.object({
      kind: v.literal('adapter'),
      rank: count,
      alpha: v.number(),
      sites: v.array(AdapterSite),
    }),
    v.object({ kind: v.literal('all'), parameters: count }),
  ]),
  bytes: count,
  origin: AdapterOrigin,
});
export type Adapter = v.InferOutput<typeof Adapter>;
