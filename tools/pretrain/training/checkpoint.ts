import { createHash } from 'node:crypto';
import {
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
  fsyncSync,
  closeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';

/** The optimiser's three flat vectors, all of one length. */
export interface OptimizerVectors {
  readonly parameters: Float32Array;
  readonly moment1: Float32Array;
  readonly moment2: Float32Array;
}

/** A place in a run and everything needed to go on from it, bit for bit. */
export interface Checkpoint extends OptimizerVectors {
  /** Steps done. */
  readonly step: number;
  /** Number of the current stage's next document. */
  readonly documents: number;
  /** Seconds of training behind it, over all sittings. */
  readonly seconds: number;
  /** Hash of recipe, tokenizer and corpus: a checkpoint continues only its own run. */
  readonly fingerprint: string;
}

/** A checkpoint file that cannot be used; the message says which and what to do. */
export class CheckpointError extends Error {
  override readonly name = 'CheckpointError';
}

const magic = 'incontext-lab checkpoint 1\n';
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const headerSchema = v.object({
  step: count,
  documents: count,
  seconds: v.pipe(v.number(), v.minValue(0)),
  fingerprint: v.string(),
  length: count,
  sha256: v.string(),
});

const vectorNames = ['parameters', 'moment1', 'moment2'] as const;
const bytesOf = (a: Float32Array) => new Uint8Array(a.buffer, a.byteOffset, a.byteLength);

/** Writes the checkpoint beside its place, flushes, then renames: never a half-written file. */
export function writeCheckpoint(path: string, checkpoint: Checkpoint): void {
  const hash = createHash('sha256');
  for (const name of vectorNames) hash.update(bytesOf(checkpoint[name]));
  const header: v.InferOutput<typeof headerSchema> = {
    step: checkpoint.step,
    documents: checkpoint.documents,
    seconds: checkpoint.seconds,
    fingerprint: checkpoint.fingerprint,
    length: checkpoint.parameters.length,
    sha256: hash.digest('hex'),
  };
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.part`;
  const file = openSync(temporary, 'w');
  try {
    writeSync(file, `${magic}${JSON.stringify(header)}\n`);
    for (const name of vectorNames) writeSync(file, bytesOf(checkpoint[name]));
    fsyncSync(file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
}

/** Reads a checkpoint back. Undefined if there is none; `CheckpointError` if it is damaged. */
export function readCheckpoint(path: string): Checkpoint | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const damaged = (what: string) =>
    new CheckpointError(`${path}: ${what}. Delete it, or start over with --fresh.`);
  const lineEnd = bytes.indexOf('\n', magic.length);
  if (bytes.subarray(0, magic.length).toString('latin1') !== magic || lineEnd < 0)
    throw damaged('not a checkpoint of this program');
  const header = v.safeParse(headerSchema, parseJson(bytes.subarray(magic.length, lineEnd)));
  if (!header.success) throw damaged('its header is damaged');
  const { length, sha256, ...place } = header.output;
  const body = bytes.subarray(lineEnd + 1);
  if (body.length !== length * 12)
    throw damaged(`it holds ${body.length} bytes of numbers where ${length * 12} belong`);
  if (createHash('sha256').update(body).digest('hex') !== sha256)
    throw damaged('its checksum does not match');
  // A copy, because the file's header leaves the numbers unaligned.
  const vector = (i: number) =>
    new Float32Array(new Uint8Array(body.subarray(i * length * 4, (i + 1) * length * 4)).buffer);
  return { ...place, parameters: vector(0), moment1: vector(1), moment2: vector(2) };
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
