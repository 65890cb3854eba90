import { canonicalJson, sha256 } from '../../src/domain/hash.ts';
import {
  ModelManifest,
  type ModelFile,
  type ModelIdentity,
  type Precision,
} from '../../src/domain/model.ts';
import { Problem } from '../../src/domain/problem.ts';
import { request } from './fetch-file.ts';
import { parseJson } from './json.ts';
import { fileMissing } from './problems.ts';

const graphs: Record<Precision, string> = {
  fp32: 'onnx/model.onnx',
  q4: 'onnx/model_q4.onnx',
};
const needed = ['config.json', 'tokenizer.json', 'tokenizer_config.json'];
const welcome = ['generation_config.json'];

/** The files of a model that one precision needs. */
export interface ModelFiles {
  graph: ModelFile;
  /** Weights that are kept beside the graph. */
  weights: ModelFile[];
  /** Configurations and tokenizer. */
  texts: ModelFile[];
}

/** Where a model's files are: models/<name>/ under the page's own address, whatever that is. */
export function modelFolder(base: string, name: string): URL {
  if (!/^[\w-][\w.-]*$/.test(name)) {
    throw new Problem({
      code: 'bad-input',
      message: `“${name}” is not the name of a model.`,
      remedy:
        'Use letters, digits, dots, dashes and underscores: the name of a folder under models/.',
    });
  }
  return new URL(`models/${name}/`, base);
}

/** Fetches and checks a model's manifest. */
export async function fetchManifest(folder: URL): Promise<ModelManifest> {
  const path = 'manifest.json';
  const response = await request(new URL(path, folder), path, 'no-cache');
  const manifest = parseJson(path, await response.text(), ModelManifest);
  const outside = manifest.files.find((file) => !inside(file.path, folder));
  if (outside) throw fileMissing(outside.path, 'it would lie outside the model’s folder');
  return manifest;
}

const inside = (path: string, folder: URL) =>
  new URL(path, folder).href.startsWith(folder.href) && !/[\\?#%]/.test(path);

/** Picks what one precision needs; the files of the other one are never fetched. */
export function selectFiles(manifest: ModelManifest, precision: Precision): ModelFiles {
  const find = (path: string) => manifest.files.find((file) => file.path === path);
  const require = (path: string): ModelFile => {
    const file = find(path);
    if (!file) throw fileMissing(path, 'the manifest does not list it');
    return file;
  };
  const graph = require(graphs[precision]);
  return {
    graph,
    weights: manifest.files.filter((file) => file.path.startsWith(`${graph.path}_data`)),
    texts: [...needed.map(require), ...welcome.flatMap((path) => find(path) ?? [])],
  };
}

/** Names the model by what it is: the fingerprint is SHA-256 over the paths and hashes of its files. */
export async function identify(
  manifest: ModelManifest,
  precision: Precision,
  { graph, weights, texts }: ModelFiles,
): Promise<ModelIdentity> {
  const files = [...texts, graph, ...weights].sort((a, b) => (a.path < b.path ? -1 : 1));
  const fingerprint = await sha256(canonicalJson(files.map((file) => [file.path, file.sha256])));
  return { id: manifest.name, label: manifest.label, precision, fingerprint, files };
}
