import type { DeviceChoice } from '../../../domain/model.ts';
import { defaultDecoding, type Decoding } from '../../../domain/decoding.ts';
import type { Arm, TemplateId } from '../../../domain/recipe.ts';
import type { Adapter } from '../../../domain/training/adapter.ts';
import { prepare } from '../../../experiments/prepare.ts';
import type { LoadedModel } from '../../../../workers/protocol.ts';
import type { Engine } from '../../../engine/engine.ts';
import { freeLabel } from '../../parts/lists.ts';
import type { Kept } from './kept.ts';
import type { Ready } from './preparing.svelte.ts';

/** An arm that reads the bare query, as what is learnt has it: no rules, no demonstrations. */
export const bareArm = (template: TemplateId, adapter?: string): Arm => ({
  id: adapter ?? 'bare',
  label: 'The query alone',
  useRules: false,
  useDemonstrations: false,
  template,
  ...(adapter !== undefined && { adapter }),
});

/** The likeliest words, and not too many of them: the same before, during and after. */
export const probeDecoding: Decoding = { ...defaultDecoding, maxNewTokens: 64 };

/** A query as it is asked with no rules and no demonstrations, with an adapter or the base alone. */
export async function bareQuestion(
  engine: Engine,
  model: LoadedModel,
  { query, template, adapter }: { query: string; template: TemplateId; adapter?: string },
) {
  const { tokens, decoding, key } = await prepare(engine, model, {
    recipe: { rules: '', demonstrations: [], template },
    arm: bareArm(template, adapter),
    turns: [{ query, answer: null }],
    decoding: probeDecoding,
  });
  return { promptTokens: tokens, decoding, key, ...(adapter !== undefined && { adapter }) };
}

/** The record of a training that is about to begin. */
export async function keptOf(
  { id, model, settings, set, label, rows }: Ready,
  { query, name, device }: { query: string; name: string; device: DeviceChoice },
  near: { engine: Engine; adapters: { readonly all: readonly Adapter[] } },
): Promise<Kept> {
  const { identity } = model;
  const taken = near.adapters.all.map((adapter) => adapter.name);
  const { promptTokens, decoding, key } = await bareQuestion(near.engine, model, {
    query,
    template: settings.template,
  });
  return structuredClone({
    schema: 1 as const,
    id,
    name: freeLabel(name.trim() === '' ? label : name.trim(), taken),
    base: { id: identity.id, label: identity.label, fingerprint: identity.fingerprint },
    settings,
    rows: rows.rows,
    data: { ...rows.data, label },
    places: [...rows.places.training],
    set:
      set.method === 'sft'
        ? { ...set, examples: [...set.examples] }
        : { ...set, examples: [...set.examples] },
    query,
    probe: { promptTokens, decoding, key },
    device,
    begunAt: new Date().toISOString(),
  });
}
