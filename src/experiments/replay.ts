import type { Run } from '../domain/run.ts';
import type { CallOptions, Engine } from '../engine/engine.ts';
import { engineVersion, type LoadedModel, type TokenEvent } from '../../workers/protocol.ts';

/** What came of running a stored run again. */
export interface Replay {
  tokens: number[];
  text: string;
  /** Position of the first token that differs (a missing one differs), or null where all agree. */
  firstDivergence: number | null;
  /** What is not as it was when the run was stored; empty where everything is. */
  changed: ('model' | 'device' | 'engine')[];
}

/** Position of the first difference between two token lists, or null where they are equal. */
export function firstDivergence(a: readonly number[], b: readonly number[]): number | null {
  const length = Math.max(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return i;
  return null;
}

/** Runs a record again from its stored prompt tokens, decoding and key, on the model that is loaded. */
export async function replay(
  engine: Engine,
  model: LoadedModel,
  run: Run,
  options?: CallOptions<TokenEvent>,
): Promise<Replay> {
  const { tokens, text } = await engine.generate(
    {
      promptTokens: run.prompt.tokens,
      decoding: run.decoding,
      key: run.key,
      adapter: run.arm.adapter,
    },
    options,
  );
  const changed: Replay['changed'] = [];
  if (model.identity.fingerprint !== run.model.fingerprint) changed.push('model');
  if (model.device.kind !== run.device.kind) changed.push('device');
  if (engineVersion !== run.version.engine) changed.push('engine');
  return { tokens, text, firstDivergence: firstDivergence(run.generation.tokens, tokens), changed };
}
