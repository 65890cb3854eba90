import * as v from 'valibot';
import { Decoding } from '../src/domain/decoding.ts';
import { DecodingPath, DeviceChoice, Precision } from '../src/domain/model.ts';
import { Problem } from '../src/domain/problem.ts';
import { TrainingRows } from '../src/domain/training/rows.ts';
import { TrainingSettings } from '../src/domain/training/settings.ts';
import type { Request } from './protocol.ts';

const id = v.pipe(v.number(), v.integer());
const token = v.pipe(v.number(), v.integer(), v.minValue(0));
const role = v.picklist(['system', 'user', 'assistant']);

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
/** Of a training; it becomes the name of a file. */
const training = v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/));
const adapter = v.optional(v.union([hash, v.pipe(v.string(), v.regex(/^training:[\w-]{1,100}$/))]));

const job = v.object({
  promptTokens: v.array(token),
  decoding: Decoding,
  key: v.string(),
  adapter,
});
const bytes = v.custom<Uint8Array<ArrayBuffer>>((data) => data instanceof Uint8Array);

// plain names: src/formats/training/adapter-config.ts says why
const patterns = v.optional(v.record(v.pipe(v.string(), v.regex(/^[\w.]{1,200}$/)), v.number()));
const scaling = v.object({
  r: v.pipe(v.number(), v.integer(), v.minValue(1)),
  lora_alpha: v.pipe(v.number(), v.finite()),
  use_rslora: v.optional(v.boolean()),
  rank_pattern: patterns,
  alpha_pattern: patterns,
});

const call = <Name extends string, Input extends v.GenericSchema>(name: Name, input: Input) =>
  v.object({ id, call: v.literal(name), input });

const schema = v.variant('call', [
  call(
    'load',
    v.object({
      model: v.string(),
      precision: Precision,
      device: DeviceChoice,
      path: v.optional(DecodingPath.entries.kind),
    }),
  ),
  call('tokenize', v.object({ texts: v.array(v.string()) })),
  call('pieces', v.object({ tokens: v.array(token) })),
  call('decode', v.object({ lists: v.array(v.array(token)) })),
  call(
    'renderChat',
    v.object({
      messages: v.array(v.object({ role, content: v.string() })),
      open: v.optional(v.boolean()),
    }),
  ),
  call(
    'score',
    v.object({
      jobs: v.array(v.object({ promptTokens: v.array(token), tokens: v.array(token), adapter })),
      alternatives: v.pipe(token, v.maxValue(100)),
    }),
  ),
  call('memory', v.strictObject({})),
  call('generate', job),
  call('generateAll', v.object({ jobs: v.array(job) })),
  call(
    'planTraining',
    v.object({
      settings: TrainingSettings,
      lengths: v.object({ training: v.array(token), validation: v.array(token) }),
    }),
  ),
  call(
    'train',
    v.object({
      id: training,
      settings: TrainingSettings,
      rows: TrainingRows,
      device: DeviceChoice,
      validateEvery: token,
      probes: v.array(job),
      probeEvery: token,
    }),
  ),
  call('pauseTraining', v.object({ id: training })),
  call('resumeTraining', v.object({ id: training })),
  call('storedTrainings', v.strictObject({})),
  call('discardTraining', v.object({ id: training })),
  call('saveAdapter', v.object({ bytes, scaling })),
  call('readAdapter', v.object({ id: hash })),
  call('removeAdapter', v.object({ id: hash })),
  call('listAdapters', v.strictObject({})),
  call('mergeAdapter', v.object({ id: hash, layers: v.picklist(['fp32', 'as-they-are']) })),
  call('inspect', v.object({ model: v.string(), precision: Precision })),
  v.object({ call: v.literal('open'), base: v.pipe(v.string(), v.url()) }),
  v.object({ call: v.literal('cancel'), id }),
  v.object({ call: v.literal('ping') }),
]) satisfies v.GenericSchema<unknown, Request>;

/**
 * A message from the page as a request.
 * @throws Problem 'bad-input' that names the field
 */
export function parseRequest(data: unknown): Request {
  const result = v.safeParse(schema, data);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const field = v.getDotPath(issue);
  throw new Problem({
    code: 'bad-input',
    message: `The model's worker was asked something it does not understand${
      field === null ? '' : ` (${field})`
    }: ${issue.message}`,
    remedy: 'Reload the page: its parts may be of different versions.',
  });
}
