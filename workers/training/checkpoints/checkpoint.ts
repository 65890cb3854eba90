import * as v from 'valibot';
import { sha256 } from '../../../src/domain/hash.ts';
import { DeviceKind } from '../../../src/domain/model.ts';
import { Adapter } from '../../../src/domain/training/adapter.ts';
import { TrainingCurve } from '../../../src/domain/training/curve.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const finite = v.pipe(v.number(), v.finite());
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

const Weights = Adapter.entries.weights;
export type Weights = v.InferOutput<typeof Weights>;

/** All of a training beside its vectors. */
export const Course = v.object({
  schema: v.literal(1),
  /** Hash of base, settings and rows: whose checkpoint this is. */
  identity: hash,
  /** The base's fingerprint. */
  base: v.string(),
  /** Steps done, of so many. The order of rows, the rates and the batches follow from it. */
  step: count,
  steps: count,
  curve: TrainingCurve,
  /** Of steps, pauses left out. */
  seconds: finite,
  device: DeviceKind,
  /** dpo: log-probability of each text under the base (chosen and rejected in turn, training then validation). */
  reference: v.array(finite),
  /** What is trained, in words of an adapter's record. */
  weights: Weights,
  /** The file it came to; null while there are steps to do. */
  finished: v.nullable(v.object({ id: hash, bytes: count })),
});
export type Course = v.InferOutput<typeof Course>;

/** What the optimizer holds: flat vectors of equal length. */
export interface State {
  parameters: Float32Array<ArrayBuffer>;
  moment1: Float32Array<ArrayBuffer>;
  moment2: Float32Array<ArrayBuffer>;
}

/** A training as it stood after a step. */
export interface Checkpoint {
  course: Course;
  state: State;
}

/** 'ILCP', then the version of this layout. */
const magic = Uint8Array.of(0x49, 0x4c, 0x43, 0x50, 1, 0, 0, 0);
const hashAt = magic.length;
const lengthAt = hashAt + 64;
const courseAt = lengthAt + 4;

const bytesOf = (vector: Float32Array<ArrayBuffer>) =>
  new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);

/**
 * A checkpoint as a file's parts: magic, SHA-256 of all that follows (hex), length of the course in bytes
 * (uint32), the course (JSON, filled up with spaces to a multiple of 4), and the three vectors (little-endian floats).
 */
export async function writeCheckpoint({
  course,
  state,
}: Checkpoint): Promise<Uint8Array<ArrayBuffer>[]> {
  const json = new TextEncoder().encode(JSON.stringify(course));
  const length = Math.ceil(json.length / 4) * 4;
  const { parameters, moment1, moment2 } = state;
  const body = new Uint8Array(4 + length + 3 * parameters.byteLength);
  new DataView(body.buffer).setUint32(0, length, true);
  body.fill(0x20, 4, 4 + length);
  body.set(json, 4);
  [parameters, moment1, moment2].forEach((vector, i) =>
    body.set(bytesOf(vector), 4 + length + i * parameters.byteLength),
  );
  return [magic, new TextEncoder().encode(await sha256(body)), body];
}

/** A file as a checkpoint; null where it is none, is cut off, or was written halfway. */
export async function readCheckpoint(file: Uint8Array<ArrayBuffer>): Promise<Checkpoint | null> {
  if (file.length < courseAt || magic.some((byte, i) => file[i] !== byte)) return null;
  const written = new TextDecoder().decode(file.subarray(hashAt, lengthAt));
  if (written !== (await sha256(file.subarray(lengthAt)))) return null;
  const length = new DataView(file.buffer, file.byteOffset).getUint32(lengthAt, true);
  const json: unknown = JSON.parse(
    new TextDecoder().decode(file.subarray(courseAt, courseAt + length)),
  );
  const course = v.safeParse(Course, json);
  if (!course.success) return null; // of another version of the lab
  const vectors = file.slice(courseAt + length);
  const size = vectors.length / 12;
  const vector = (i: number) => new Float32Array(vectors.buffer, i * size * 4, size);
  return {
    course: course.output,
    state: { parameters: vector(0), moment1: vector(1), moment2: vector(2) },
  };
}
