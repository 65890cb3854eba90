import type { ModelIdentity } from '../../src/domain/model.ts';
import type { LoadProgress, LoadRequest, ModelFacts } from '../protocol.ts';
import type { DecoderFiles } from '../runtime/sessions.ts';
import { download } from './download.ts';
import { fetchManifest, identify, modelFolder, selectFiles } from './manifest.ts';
import { windowOf } from './settings.ts';
import { readTexts, type ModelTexts } from './texts.ts';

/** A model's files, here and checked. */
export interface FetchedModel extends ModelTexts {
  identity: ModelIdentity;
  files: DecoderFiles;
  /** Positions the graph has room for, in tokens. */
  contextLength: number;
}

/**
 * Fetches what one precision of a model needs, and reads all but the graph.
 * @param base the page's own address; models/ lies beside it
 * @throws Problem that names the file
 */
export async function fetchModel(
  { model: name, precision }: LoadRequest,
  base: string,
  tell: (progress: LoadProgress) => void,
): Promise<FetchedModel> {
  const folder = modelFolder(base, name);
  const manifest = await fetchManifest(folder);
  const selected = selectFiles(manifest, precision);
  const { graph, weights, texts } = selected;
  const bytes = await download(folder, [...texts, graph, ...weights], tell);
  const blobOf = (path: string) => new Blob([bytes.get(path) ?? '']);
  const read = await readTexts(bytes);
  const { max_position_embeddings: positions = Infinity } = read.config;
  const contextLength = Math.min(manifest.contextLength, positions);
  return {
    ...read,
    identity: await identify(manifest, precision, selected),
    contextLength,
    files: {
      graph: blobOf(graph.path),
      window: windowOf(read.config, contextLength),
      weights: weights.map(({ path }) => ({
        path: path.slice(path.lastIndexOf('/') + 1),
        blob: blobOf(path),
      })),
    },
  };
}

/**
 * What a model is, from its manifest alone.
 * @throws Problem that names the file
 */
export async function inspectModel(
  { model, precision }: Pick<LoadRequest, 'model' | 'precision'>,
  base: string,
): Promise<ModelFacts> {
  const manifest = await fetchManifest(modelFolder(base, model));
  const identity = await identify(manifest, precision, selectFiles(manifest, precision));
  return { identity, contextLength: manifest.contextLength };
}
