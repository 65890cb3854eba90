import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';

const counted = { step: v.number(), tokens: v.number() };

const stepSchema = v.object({
  kind: v.literal('step'),
  ...counted,
  stage: v.string(),
  /** Mean negative log-probability of a token, in nats. */
  loss: v.number(),
  /** Global L2 norm of the gradient before clipping. */
  gradientNorm: v.number(),
  learningRate: v.number(),
  seconds: v.number(),
});
const validationSchema = v.object({
  kind: v.literal('validation'),
  ...counted,
  /** Nats per token over every validation document. */
  loss: v.number(),
  families: v.record(v.string(), v.number()),
  /** Nats per token of the n-th example of a document: falls with n if context is used. */
  examples: v.record(v.string(), v.nullable(v.number())),
});

/** One line of the training log. */
export const LogEntry = v.variant('kind', [stepSchema, validationSchema]);
export type LogEntry = v.InferOutput<typeof LogEntry>;
export type StepEntry = v.InferOutput<typeof stepSchema>;
export type ValidationEntry = v.InferOutput<typeof validationSchema>;

/** Adds one line to a JSONL log. */
export function appendLog(path: string, entry: LogEntry): void {
  appendFileSync(path, `${JSON.stringify(entry)}\n`);
}

/** Reads a JSONL log; a last line cut short by a crash is ignored. Throws naming a damaged line. */
export function readLog(path: string): LogEntry[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  // Whatever follows the last line break was being written when the program ended.
  lines.pop();
  return lines.map((line, i) => {
    try {
      return v.parse(LogEntry, JSON.parse(line));
    } catch (cause) {
      throw new Error(`${path}, line ${i + 1}: not an entry of the training log.`, { cause });
    }
  });
}

/** Forgets what was logged after `step`, so that a resumed run does not tell it twice. */
export function rewindLog(path: string, step: number): void {
  if (!existsSync(path)) return;
  const kept = readLog(path).filter((entry) => entry.step <= step);
  writeFileSync(`${path}.part`, kept.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  renameSync(`${path}.part`, path);
}
