import type { DecodingModel } from '../decoding/model.ts';
import type { LoadedModel, LoadProgress, LoadRequest } from '../protocol.ts';
import { openOnDevice, type Opened } from '../runtime/choose-device.ts';
import { startRuntime } from '../runtime/ort.ts';
import { runtimeFailed } from '../runtime/problems.ts';
import { openDecoder, type DecoderFiles } from '../runtime/sessions.ts';
import { DecoderHost } from '../runtime/decoder-host.ts';
import type { TurnQueue } from '../runtime/queue.ts';
import { Sampler } from '../sampler/sampler.ts';
import { download } from './download.ts';
import { fetchManifest, identify, modelFolder, selectFiles } from './manifest.ts';
import { loadCancelled } from './problems.ts';
import { readTexts } from './texts.ts';
import type { Tokenizer } from './tokenizer.ts';

/** A model ready for work. */
export interface Model {
  loaded: LoadedModel;
  tokenizer: Tokenizer;
  decoding: DecodingModel;
  host: DecoderHost;
  /** Resolves, with the browser's words, when the device is lost or no session can be opened on it. */
  lost: Promise<string>;
  /** Frees the session and the device, after the turns already asked for. */
  release: () => Promise<void>;
}

/** What a load may use beside its request. */
export interface LoadOptions {
  /** The page's own address; models/ lies beside it. */
  base: string;
  queue: TurnQueue;
  signal: AbortSignal;
  tell: (progress: LoadProgress) => void;
}

/**
 * Fetches a model's files, checks them, and opens the decoder on a device that passes the self-test.
 * @throws Problem that names the file or the device
 */
export async function loadModel(
  { model: name, precision, device }: LoadRequest,
  { base, queue, signal, tell }: LoadOptions,
): Promise<Model> {
  const asked = performance.now();
  const runtime = startRuntime();
  runtime.catch(() => undefined); // looked at below, when the files are here
  const folder = modelFolder(base, name);
  const manifest = await fetchManifest(folder, signal);
  const selected = selectFiles(manifest, precision);
  const { graph, weights, texts } = selected;
  const bytes = await download(folder, [...texts, graph, ...weights], signal, tell);
  const { config, endTokens, tokenizer } = readTexts(bytes);
  const blobOf = (path: string) => new Blob([bytes.get(path) ?? '']);
  const files: DecoderFiles = {
    graph: blobOf(graph.path),
    weights: weights.map(({ path }) => ({
      path: path.slice(path.lastIndexOf('/') + 1),
      blob: blobOf(path),
    })),
  };
  bytes.clear();
  await runtime.catch((thrown: unknown) => {
    throw runtimeFailed(thrown);
  });
  const opened = await queue.take(() => {
    if (signal.aborted) throw loadCancelled();
    return openOnDevice({
      files,
      precision,
      vocabularySize: config.vocab_size,
      requested: device,
      tell: (stage, subject) => tell({ stage, subject, loaded: 0, total: 0 }),
    });
  });
  const { host, lost, release } = session(opened, files, queue);
  if (signal.aborted) {
    await release();
    throw loadCancelled();
  }
  const contextLength = Math.min(
    manifest.contextLength,
    config.max_position_embeddings ?? Infinity,
  );
  const loaded: LoadedModel = {
    identity: await identify(manifest, precision, selected),
    device: opened.report,
    contextLength,
    vocabularySize: config.vocab_size,
    endTokens,
    hasChatTemplate: tokenizer.hasChatTemplate,
    loadTime: performance.now() - asked,
  };
  return { loaded, tokenizer, host, lost, release, decoding: decoding(loaded, tokenizer) };
}

function session(
  { decoder, device }: Opened,
  files: DecoderFiles,
  queue: TurnQueue,
): Pick<Model, 'host' | 'lost' | 'release'> {
  let tellLost: (detail: string) => void = () => undefined;
  const lost = new Promise<string>((resolve) => (tellLost = resolve));
  const host = new DecoderHost(queue, decoder, async () => {
    try {
      return await openDecoder(files, device);
    } catch (thrown) {
      tellLost(String(thrown));
      throw thrown;
    }
  });
  let released = false;
  void device?.lost.then(({ message }) => {
    if (!released) tellLost(message);
  });
  return {
    host,
    lost,
    release: async () => {
      released = true;
      await host.release();
      device?.destroy();
    },
  };
}

function decoding(loaded: LoadedModel, tokenizer: Tokenizer): DecodingModel {
  const { contextLength, vocabularySize, endTokens, device } = loaded;
  return {
    contextLength,
    vocabularySize,
    endTokens: new Set(endTokens),
    chunkLength: device.kind === 'webgpu' ? 512 : 128,
    decode: (tokens) => tokenizer.decode(tokens),
    sampler: new Sampler(vocabularySize),
  };
}
