import { openAdapting, type Adapting, type Shelves } from '../adapting/open-adapting.ts';
import type { DecodingModel } from '../decoding/model.ts';
import {
  engineVersion,
  type LoadedModel,
  type LoadProgress,
  type LoadRequest,
  type MemoryUse,
} from '../protocol.ts';
import { findAdapter } from '../runtime/gpu.ts';
import { runtimeVersion, startRuntime, threadsInUse } from '../runtime/ort.ts';
import { runtimeFailed, webgpuRefused } from '../runtime/problems.ts';
import { Sampler } from '../sampler/sampler.ts';
import { fetchModel } from './fetch-model.ts';
import { openModel } from './open-model.ts';
import type { Tokenizer } from './tokenizer.ts';

/** A model ready for work. */
export interface Model {
  loaded: LoadedModel;
  tokenizer: Tokenizer;
  adapting: Adapting;
  memory: () => MemoryUse | null;
  /** Resolves, with the browser's words, when the device is lost or no session can be opened on it. */
  lost: Promise<string>;
}

/**
 * Fetches a model's files, checks them, and opens the decoder on a device that passes the self-test.
 * The runtime starts meanwhile, so this works once in a worker's life.
 * @param base the page's own address; models/ lies beside it
 * @param shelves where adapters and checkpoints are
 * @throws Problem that names the file or the device
 */
export async function loadModel(
  request: LoadRequest,
  base: string,
  shelves: Shelves,
  tellPage: (progress: LoadProgress) => void,
): Promise<Model> {
  const asked = performance.now();
  const { precision, device: requested } = request;
  const fetched = fetchModel(request, base, tellPage);
  fetched.catch(() => undefined); // awaited below, when it is known which runtime to start
  const adapter = requested === 'wasm' ? null : await findAdapter();
  if (!adapter && requested === 'webgpu') throw webgpuRefused();
  const [model] = await Promise.all([
    fetched,
    startRuntime(adapter ? 'webgpu' : 'wasm').catch((thrown: unknown) => {
      throw runtimeFailed(thrown);
    }),
  ]);
  const { config, files, tokenizer, endTokens, identity } = model;
  const { vocab_size: vocabularySize } = config;
  const tell = (stage: LoadProgress['stage'], subject: string) =>
    tellPage({ stage, subject, loaded: 0, total: 0 });
  const opening = { files, precision, vocabularySize, requested, tell };
  const circumstances = {
    fingerprint: identity.fingerprint,
    requested,
    path: request.path,
    adapter: adapter && namesOf(adapter.info),
    browser: navigator.userAgent,
    threads: threadsInUse(),
    versions: [engineVersion, runtimeVersion()],
  };
  const modelOn = (device: GPUDevice | null): DecodingModel => ({
    contextLength: model.contextLength,
    vocabularySize,
    endTokens: new Set(endTokens),
    chunkLength: device ? 512 : 128,
    decode: (tokens) => tokenizer.decode(tokens),
    sampler: new Sampler(vocabularySize),
  });
  const opened = await openModel(opening, adapter, circumstances, modelOn);
  const { serving, ground, report, lost } = opened;
  const loaded: LoadedModel = {
    identity,
    device: report,
    contextLength: model.contextLength,
    vocabularySize,
    endTokens,
    hasChatTemplate: tokenizer.hasChatTemplate,
    loadTime: performance.now() - asked,
  };
  const facts = {
    fingerprint: identity.fingerprint,
    contextLength: model.contextLength,
    vocabularySize,
  };
  const adapting = openAdapting(serving, ground, facts, shelves);
  return { loaded, tokenizer, adapting, memory: serving.memory, lost };
}

/** An adapter's names; the browser's own object does not go into a key. */
const namesOf = ({ vendor, architecture, device, description }: GPUAdapterInfo) => ({
  vendor,
  architecture,
  device,
  description,
});
