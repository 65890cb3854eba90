import * as v from 'valibot';
import { defaultDecoding } from '../../domain/decoding.ts';
import type { Engine } from '../../engine/engine.ts';
import type { MemoryUse } from '../../../workers/protocol.ts';
import type { ModelWork } from './work.ts';

const rate = v.pipe(v.number(), v.finite(), v.gtValue(0));
const bytes = v.pipe(v.number(), v.finite(), v.minValue(0));

/** How fast a model is on a machine's device, and what its rows take: remembered between experiments. */
export const Pace = v.object({
  /** Prompt tokens read per second, and answer tokens given per second, over all rows at work. */
  reading: rate,
  writing: rate,
  /** From asking for the model until it is ready, in milliseconds. */
  load: v.pipe(v.number(), v.finite(), v.minValue(0)),
  /** Bytes of one token in one row, and what all rows may take; null where prompts go one by one. */
  caches: v.nullable(v.object({ perPosition: bytes, allowed: bytes })),
});
export type Pace = v.InferOutput<typeof Pace>;

/** By model and device, as `paceName` writes them. */
export const Paces = v.object({ schema: v.literal(1), paces: v.record(v.string(), Pace) });
export type Paces = v.InferOutput<typeof Paces>;

/** The same weights on the same device are as fast as the last time. */
export const paceName = (fingerprint: string, device: string): string => `${fingerprint}/${device}`;

export const cachesIn = (use: MemoryUse | null): Pace['caches'] =>
  use && { perPosition: use.perPosition, allowed: use.allowed };

/** A probe: so many rows side by side, so many tokens each. */
export const probeRows = 16;
const probeTokens = 12;

/** How many tokens are read for prompts side by side: what all of them begin with is read once. */
export function readOnce(given: readonly (readonly number[])[]): number {
  const prompts = [...new Set(given)];
  const [first = []] = prompts;
  const shared = first.findIndex((token, i) => prompts.some((prompt) => prompt[i] !== token));
  const common = shared < 0 ? first.length : shared;
  return common + prompts.reduce((sum, prompt) => sum + prompt.length - common, 0);
}

/**
 * Measures how fast a loaded model reads and writes, on prompts like those to come.
 * @param prompts at least one; tokens
 * @param load milliseconds that loading took
 * @throws Problem of the worker; 'internal' where nothing could be measured
 */
export async function probePace(
  engine: Pick<Engine, 'generateAll' | 'memory'>,
  prompts: readonly (readonly number[])[],
  load: number,
  signal?: AbortSignal,
): Promise<Pace> {
  const rows = Array.from({ length: probeRows }, (_, i) => prompts[i % prompts.length] ?? []);
  let [read, drawn] = [0, 0];
  const began = performance.now();
  await engine.generateAll(
    {
      jobs: rows.map((prompt, i) => ({
        promptTokens: [...prompt],
        // drawn, so that rows part, and no row stops at a word
        decoding: { ...defaultDecoding, temperature: 1, maxNewTokens: probeTokens, seed: i },
        key: `probe-${i}`,
      })),
    },
    {
      ...(signal && { signal }),
      onEvent: (event) => {
        if ('problem' in event) return;
        const { tokens, timings } = event.generation;
        read = Math.max(read, timings.firstToken);
        drawn += tokens.length;
      },
    },
  );
  signal?.throwIfAborted();
  const seconds = (performance.now() - began) / 1000;
  const reading = Math.min(Math.max(read / 1000, 1e-4), seconds);
  return {
    reading: Math.max(1, readOnce(rows)) / reading,
    writing: Math.max(1, drawn) / Math.max(seconds - reading, 1e-4),
    load,
    caches: cachesIn(await engine.memory({})),
  };
}

/**
 * Paces after a run, from how long it took: all rates are wrong by the same factor, as far as anyone knows.
 * @param done what was done, by the model's fingerprint
 * @param milliseconds at work on it, loading left out
 * @returns those of the models at work; none where the pace of one was not known
 */
export function learned(
  paceOf: (fingerprint: string) => Pace | undefined,
  done: ReadonlyMap<string, ModelWork>,
  milliseconds: number,
): Map<string, Pace> {
  const known = [...done].map(([name, work]) => ({ name, work, pace: paceOf(name) }));
  let expected = 0;
  for (const { pace, work } of known) {
    if (!pace) return new Map();
    expected += work.reading / pace.reading + work.writing / pace.writing;
  }
  const factor = expected / (milliseconds / 1000);
  if (!Number.isFinite(factor) || factor <= 0) return new Map();
  return new Map(
    known.flatMap(({ name, pace }) =>
      pace
        ? [[name, { ...pace, reading: pace.reading * factor, writing: pace.writing * factor }]]
        : [],
    ),
  );
}
