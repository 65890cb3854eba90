import type { Serving, Ground } from '../loading/serving.ts';
import { servePlain, serveTogether } from '../loading/serving.ts';
import { openBatchOnDevice } from '../batch/open-on-device.ts';
import type { Folder } from '../files/folder.ts';
import { liveAdapter, type AdapterFile, type Calls } from '../protocol.ts';
import { bytesOf, type DecoderFiles } from '../runtime/sessions.ts';
import { trainingBudget } from '../training/budget.ts';
import { TrainingDesk } from '../training/desk.ts';
import { trainingDevices } from '../training/devices.ts';
import type { TrainingGround } from '../training/ground.ts';
import { deviceVectors, hostVectors } from '../training/learning/device-vectors.ts';
import type { BaseFacts } from '../training/open-base.ts';
import { AdaptedModel } from './adapted-model.ts';
import type { AdapterFiles } from './adapter-files.ts';
import { describe, readForeign, writeAdapter } from './adapter-format.ts';
import { replacementChange } from './change.ts';
import { weightsOf } from './weights-of.ts';

/** Where adapters and checkpoints are kept. */
export interface Shelves {
  readonly files: AdapterFiles;
  readonly trainings: Folder;
}

/** A model that answers with and without adapters, and is trained. */
export interface Adapting extends Pick<AdaptedModel, 'generate' | 'score' | 'forget'> {
  readonly desk: TrainingDesk;
  readonly save: (input: Calls['saveAdapter']['input']) => Promise<AdapterFile>;
  readonly merge: (input: Calls['mergeAdapter']['input']) => Promise<Uint8Array<ArrayBuffer>>;
}

/** Weights up to so many bytes stay in memory besides. */
const small = 64 * 2 ** 20;

/** Time between two checkpoints, in milliseconds. */
const checkpointPause = 3000;

const sizeOf = ({ graph, weights }: DecoderFiles) =>
  weights.reduce((sum, { blob }) => sum + blob.size, graph.size);

// reading a decoder layer by layer takes much code, which answering without adapters can do without
const knowing = () => import('./known-layers.ts');
const basing = () => import('../training/open-base.ts');
const merging = () => import('./merged.ts');

/** Lets adapters stand beside a model that is served. */
export function openAdapting(
  base: Serving,
  ground: Ground,
  facts: BaseFacts,
  { files, trainings }: Shelves,
): Adapting {
  const { device, queue } = ground;
  const roomy = sizeOf(ground.files) <= small;
  const known = kept(roomy, async () =>
    (await knowing()).knownLayers(await bytesOf(ground.files.graph)),
  );
  const trainable = kept(roomy, async () => (await basing()).openBase(ground.files, facts));
  const { up } = device ? deviceVectors(device) : hostVectors;
  const find = (name: string) =>
    weightsOf(name, {
      ...{ files, trainings, known, fingerprint: facts.fingerprint },
      live: (id) => desk.live(id),
    });
  const adapted = new AdaptedModel({
    base,
    roomy,
    up,
    weightsOf: find,
    open: (change) => {
      // one that cannot be opened costs its own jobs, not the model
      const changed: Ground = { ...ground, change, watch: (reopen) => reopen };
      return queue.take(() =>
        base.path.kind === 'plain' ? servePlain(changed, base.path.reason) : openTogether(changed),
      );
    },
    replace: async (values) => replacementChange((await known()).specs(), values),
  });
  const { deviceMemory } = navigator as { deviceMemory?: number };
  const desk = new TrainingDesk(async (): Promise<TrainingGround> => ({
    base: await trainable(),
    devices: trainingDevices(device),
    allowed: trainingBudget(deviceMemory),
    turn: (work) => queue.take(work),
    folder: trainings,
    checkpointPause,
    keep: async (weights, values) =>
      files.keep(
        writeAdapter(
          weights.kind === 'all'
            ? { kind: 'all', values }
            : {
                kind: 'adapter',
                values,
                shape: { ...weights, scale: weights.alpha / weights.rank },
              },
          await known(),
        ),
      ),
    has: (id) => files.has(id),
    generate: (job, id, signal) =>
      adapted.generate({ ...job, adapter: liveAdapter(id) }, { signal, tell: () => undefined }),
  }));
  return {
    generate: adapted.generate,
    score: adapted.score,
    forget: adapted.forget,
    desk,
    save: async ({ bytes, scaling }) => {
      const layers = await known();
      const weights = readForeign(bytes, scaling, layers);
      return { ...(await files.keep(writeAdapter(weights, layers))), weights: describe(weights) };
    },
    merge: async ({ id, layers }) =>
      (await merging()).merged(await bytesOf(ground.files.graph), await find(id), layers),
  };
}

async function openTogether(ground: Ground): Promise<Serving> {
  const { files, device, change } = ground;
  return serveTogether(ground, await openBatchOnDevice(files, device, change));
}

/** Remembers what was made where it is small, and makes it again each time where it is not. */
function kept<Made>(keep: boolean, make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | null = null;
  return () => {
    if (!keep) return make();
    made ??= make().catch((thrown: unknown) => {
      made = null;
      throw thrown;
    });
    return made;
  };
}
