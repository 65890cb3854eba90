import * as v from 'valibot';

export const DeviceKind = v.picklist(['webgpu', 'wasm']);
export type DeviceKind = v.InferOutput<typeof DeviceKind>;
export const DeviceChoice = v.picklist(['auto', 'webgpu', 'wasm']);
export type DeviceChoice = v.InferOutput<typeof DeviceChoice>;
export const Precision = v.picklist(['fp32', 'q4']);
export type Precision = v.InferOutput<typeof Precision>;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** One file of a model and the SHA-256 of its bytes, in lower-case hex. */
export const ModelFile = v.object({
  path: v.pipe(v.string(), v.minLength(1)),
  bytes: count,
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});
export type ModelFile = v.InferOutput<typeof ModelFile>;

/** public/models/<name>/manifest.json: what the lab's own exporter writes beside a model. */
export const ModelManifest = v.object({
  name: v.pipe(v.string(), v.minLength(1)),
  label: v.string(),
  description: v.string(),
  licence: v.string(),
  /** Positions the graph has room for, in tokens. */
  contextLength: count,
  /** The longest rows seen in training, in tokens. */
  trainedLength: count,
  parameters: count,
  files: v.array(ModelFile),
});
export type ModelManifest = v.InferOutput<typeof ModelManifest>;

/** Which model ran: id, precision, and a hash over the hashes of its files. */
export const ModelIdentity = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  label: v.string(),
  precision: Precision,
  /** SHA-256 over path and hash of every file, in hex: the same weights give the same fingerprint. */
  fingerprint: v.string(),
  files: v.array(ModelFile),
});
export type ModelIdentity = v.InferOutput<typeof ModelIdentity>;

/** How prompts are continued: many at a time over what they share, or one by one; and why so. */
export const DecodingPath = v.object({
  kind: v.picklist(['shared-prefix', 'plain']),
  /** A sentence for the reader. */
  reason: v.string(),
});
export type DecodingPath = v.InferOutput<typeof DecodingPath>;

/** Where the model runs, why there, and what the self-test at load found. */
export const DeviceReport = v.object({
  kind: DeviceKind,
  requested: DeviceChoice,
  /** The WebGPU adapter, "vendor / architecture", or null. */
  adapter: v.nullable(v.string()),
  /** wasm threads in use (1 when the page is not cross-origin isolated). */
  threads: count,
  /** A sentence for the reader: why this device. */
  reason: v.string(),
  selfTest: v.object({
    passed: v.boolean(),
    /** Largest difference of a logit between WebGPU and wasm; null where only wasm ran. */
    maxDifference: v.nullable(v.number()),
    tolerance: v.number(),
  }),
  /** Absent in records from before there were two paths: those took the plain one. */
  path: v.optional(DecodingPath),
});
export type DeviceReport = v.InferOutput<typeof DeviceReport>;
