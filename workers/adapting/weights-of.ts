import type { Checkpoint } from '../training/checkpoints/checkpoint.ts';
import { CheckpointKeeper } from '../training/checkpoints/keeper.ts';
import type { LiveNumbers } from '../training/desk.ts';
import type { Folder } from '../files/folder.ts';
import { liveAdapter } from '../protocol.ts';
import type { Trained } from '../../src/onnx/training/trained.ts';
import { adapterMissing, type AdapterFiles } from './adapter-files.ts';
import { readAdapter, type KnownLayers, type OtherWeights } from './adapter-format.ts';

/** Where weights by a name come from. */
export interface Sources {
  readonly files: AdapterFiles;
  /** Of checkpoints. */
  readonly trainings: Folder;
  /** Numbers in training. */
  readonly live: (id: string) => Promise<LiveNumbers | null>;
  readonly fingerprint: string;
  readonly known: () => Promise<KnownLayers>;
}

/**
 * An adapter's weights by the name that jobs give: from its file, from the training that is under way, or
 * from the checkpoint of one that is not.
 * @throws Problem where there are none, or they are of another model
 */
export async function weightsOf(name: string, sources: Sources): Promise<OtherWeights> {
  const { files, trainings, live, known } = sources;
  const training = name.startsWith(liveAdapter('')) ? name.slice(liveAdapter('').length) : null;
  if (training === null) return readAdapter(await files.read(name), await known());
  const numbers = await live(training);
  if (numbers) return beside(numbers.trained, numbers.parameters);
  const kept = await new CheckpointKeeper(trainings, training).load();
  if (!kept || kept.course.base !== sources.fingerprint) throw adapterMissing(name);
  const { finished } = kept.course;
  return finished ? readAdapter(await files.read(finished.id), await known()) : keptWeights(kept);
}

function beside(trained: Trained, values: Float32Array<ArrayBuffer>): OtherWeights {
  if (trained.kind === 'all') return { kind: 'all', values };
  const { sites, rank, scale } = trained;
  return { kind: 'adapter', shape: { sites, rank, scale }, values };
}

function keptWeights({ course: { weights }, state }: Checkpoint): OtherWeights {
  const values = state.parameters;
  if (weights.kind === 'all') return { kind: 'all', values };
  const { sites, rank, alpha } = weights;
  return { kind: 'adapter', shape: { sites, rank, scale: alpha / rank }, values };
}
