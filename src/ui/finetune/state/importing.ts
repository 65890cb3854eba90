import type { LoadedModel } from '../../../../workers/protocol.ts';
import { Problem } from '../../../domain/problem.ts';
import type { Adapter } from '../../../domain/training/adapter.ts';
import type { Engine } from '../../../engine/engine.ts';
import { readAdapterConfig } from '../../../formats/training/adapter-config.ts';
import { freeLabel } from '../../parts/lists.ts';

interface ImportNear {
  readonly engine: Pick<Engine, 'saveAdapter'>;
  readonly model: { readonly loaded: LoadedModel | null };
  readonly adapters: { readonly all: readonly Adapter[]; add(adapter: Adapter): Promise<void> };
}

/**
 * Takes in an adapter of PEFT's two files, for the model that is loaded.
 * @throws Problem that names the file, and the field or tensor that does not fit
 */
export async function importAdapter(
  files: readonly File[],
  { engine, model, adapters }: ImportNear,
): Promise<Adapter> {
  const config = files.find(({ name }) => name.endsWith('.json'));
  const weights = files.find(({ name }) => name.endsWith('.safetensors'));
  if (!config || !weights) throw incomplete(files);
  const { loaded } = model;
  if (!loaded) throw noModel();
  const { rank, alpha, rankStabilised, own } = readAdapterConfig(await config.text(), config.name);
  const bytes = new Uint8Array(await weights.arrayBuffer());
  const file = await engine.saveAdapter({
    bytes,
    scaling: {
      ...{ r: rank, lora_alpha: alpha, use_rslora: rankStabilised },
      ...{ rank_pattern: own.ranks, alpha_pattern: own.alphas },
    },
  });
  const known = adapters.all.find(({ id }) => id === file.id);
  if (known) throw alreadyHere(known);
  const { id, label, fingerprint } = loaded.identity;
  const taken = adapters.all.map(({ name }) => name);
  const adapter: Adapter = {
    schema: 1,
    id: file.id,
    name: freeLabel(weights.name.replace(/\.safetensors$/, ''), taken),
    createdAt: new Date().toISOString(),
    base: { id, label, fingerprint },
    weights: file.weights,
    bytes: file.bytes,
    origin: { kind: 'imported', file: weights.name },
  };
  await adapters.add(adapter);
  return adapter;
}

function incomplete(files: readonly File[]): Problem {
  const names = files.map(({ name }) => name).join(', ');
  return new Problem({
    code: 'bad-input',
    message: `An adapter is two files, and these are: ${names === '' ? 'none' : names}.`,
    remedy: 'Choose adapter_config.json and adapter_model.safetensors together.',
  });
}

function noModel(): Problem {
  return new Problem({
    code: 'bad-input',
    message: 'No model is loaded, so it cannot be told whether the adapter fits.',
    remedy: 'Wait for the model, or choose the base of the adapter.',
  });
}

function alreadyHere({ name }: Adapter): Problem {
  return new Problem({
    code: 'bad-input',
    message: `These very weights are here already, as “${name}”.`,
    remedy: 'Nothing was changed.',
  });
}
