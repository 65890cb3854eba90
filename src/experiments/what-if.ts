import type { Decoding } from '../domain/decoding.ts';
import { cleanAnswer } from '../domain/prompt.ts';
import type { Generation, Run } from '../domain/run.ts';
import type { Engine } from '../engine/engine.ts';
import { engineVersion, type LoadedModel } from '../../workers/protocol.ts';
import { runKey } from './prepare.ts';
import { appVersion } from './record.ts';

/** A stored answer that goes on differently from one place: another token there, the rest drawn anew. */
export interface WhatIf {
  run: Run;
  /** The run's prompt, its answer up to the place, and the other token. */
  promptTokens: number[];
  /** Text of the answer up to and with the other token. */
  opened: string;
  decoding: Decoding;
  key: string;
}

/** @param at place of the token, from 0, that `token` takes */
export async function prepareWhatIf(
  engine: Pick<Engine, 'decode'>,
  model: LoadedModel,
  run: Run,
  at: number,
  token: number,
): Promise<WhatIf> {
  const head = [...run.generation.tokens.slice(0, at), token];
  const promptTokens = [...run.prompt.tokens, ...head];
  const [text = ''] = await engine.decode({ lists: [head] });
  const left = Math.max(1, run.decoding.maxNewTokens - head.length);
  const decoding = { ...run.decoding, maxNewTokens: left };
  const key = await runKey(model.identity.fingerprint, promptTokens, decoding, run.arm.adapter);
  return { run, promptTokens, opened: run.opened + text, decoding, key };
}

/** The record of what came of it: a run whose prompt ends with the start of its answer. */
export function recordWhatIf(
  { run, promptTokens, opened, decoding, key }: WhatIf,
  generation: Generation,
  model: LoadedModel,
): Run {
  const turns = run.turns.map((turn, i) =>
    i === run.turns.length - 1 ? { ...turn, answer: cleanAnswer(opened + generation.text) } : turn,
  );
  const before = run.prompt.text.slice(0, run.prompt.text.length - run.opened.length);
  return structuredClone({
    ...run,
    id: crypto.randomUUID(),
    createdAt: new Date().toISOString(),
    key,
    batch: crypto.randomUUID(),
    turns,
    model: model.identity,
    device: model.device,
    prompt: { text: before + opened, tokens: promptTokens },
    opened,
    decoding,
    generation,
    version: { app: appVersion, engine: engineVersion },
    tags: ['what-if'],
    notes: '',
    rating: null,
  });
}
