import type { LoadedModel } from '../../../../workers/protocol.ts';
import { Problem } from '../../../domain/problem.ts';
import type { Adapter } from '../../../domain/training/adapter.ts';
import type { Engine } from '../../../engine/engine.ts';
import { rowBase } from '../../../experiments/training/base.ts';
import { prepareRows } from '../../../experiments/training/rows.ts';
import { trlFiles } from '../../../experiments/training/trl-files.ts';
import { modulesOf, writeAdapterConfig } from '../../../formats/training/adapter-config.ts';
import { writeTrainingSet } from '../../../formats/training/export.ts';
import type { KeptTrainings } from './kept.ts';

/** A file to be saved. */
export interface SavedFile {
  readonly name: string;
  readonly content: Blob;
}

/** In what form an adapter leaves the lab. */
export type ExportForm = 'peft' | 'merged' | 'set' | 'script';

export interface ExportNear {
  readonly engine: Engine;
  readonly model: { readonly loaded: LoadedModel | null };
  readonly trainings: Pick<KeptTrainings, 'result'>;
}

const textFile = (name: string, text: string): SavedFile => ({
  name,
  content: new Blob([text], { type: 'text/plain;charset=utf-8' }),
});
const byteFile = (name: string, bytes: Uint8Array<ArrayBuffer>): SavedFile => ({
  name,
  content: new Blob([bytes], { type: 'application/octet-stream' }),
});

/**
 * An adapter's files in one form.
 * @throws Problem where the base has to be loaded for it and is not, or the training set is not here
 */
export function exported(
  form: ExportForm,
  adapter: Adapter,
  near: ExportNear,
): Promise<SavedFile[]> {
  if (form === 'peft') return peft(adapter, near);
  if (form === 'merged') return merged(adapter, near);
  return form === 'set' ? trainingSet(adapter, near) : script(adapter, near);
}

/** GPT-2's layers are stored as [in, out] (Conv1D); PEFT has to be told. */
const conv1d = /\.(c_attn|c_fc|c_proj)$/;

async function peft({ id, base, weights }: Adapter, { engine }: ExportNear): Promise<SavedFile[]> {
  const bytes = await engine.readAdapter({ id });
  if (weights.kind === 'all') return [byteFile('model.safetensors', bytes)];
  const { rank, alpha, sites } = weights;
  const config = writeAdapterConfig({
    base: base.id,
    rank,
    alpha,
    modules: modulesOf(sites),
    fanInFanOut: sites.some(({ name }) => conv1d.test(name)),
  });
  return [textFile('adapter_config.json', config), byteFile('adapter_model.safetensors', bytes)];
}

async function merged(adapter: Adapter, near: ExportNear): Promise<SavedFile[]> {
  checkBase(adapter, near);
  const bytes = await near.engine.mergeAdapter({ id: adapter.id, layers: 'fp32' });
  return [byteFile('model.onnx', bytes)];
}

async function trainingSet({ id }: Adapter, { trainings }: ExportNear): Promise<SavedFile[]> {
  const { set } = await trainings.result(id);
  return [textFile('training-set.jsonl', writeTrainingSet(set))];
}

async function script(adapter: Adapter, near: ExportNear): Promise<SavedFile[]> {
  const { origin, base, id } = adapter;
  const { set } = await near.trainings.result(id);
  if (origin.kind !== 'trained') throw new RangeError('Only what was trained here has a script.');
  const model = checkBase(adapter, near);
  const rows = await prepareRows(set, origin.settings, rowBase(near.engine, model));
  return trlFiles(rows, origin.settings, base.id).map(({ name, text }) => textFile(name, text));
}

function checkBase({ base }: Adapter, { model: { loaded } }: ExportNear): LoadedModel {
  if (loaded?.identity.fingerprint === base.fingerprint) return loaded;
  throw new Problem({
    code: 'bad-input',
    message: `This needs ${base.label}, which is not the model that is loaded.`,
    remedy: 'Choose it, in the precision it was trained in, under “Model and device”.',
  });
}
