import fc from 'fast-check';
import { InferenceSession } from 'onnxruntime-node';
import { defaultDecoding, type Decoding } from '../../../src/domain/decoding.ts';
import type { LlamaConfig } from '../../../src/onnx/llama/config.ts';
import { writeDecoder } from '../../../src/onnx/llama/decoder.ts';
import { initialParameters } from '../../../src/onnx/llama/parameters.ts';
import { changedFile, withFeeds, type Change } from '../../adapting/change.ts';
import { GenerationRun } from '../../decoding/generation-run.ts';
import type { DecodingModel } from '../../decoding/model.ts';
import type { GenerationJob } from '../../protocol.ts';
import { Decoder } from '../../runtime/decoder.ts';
import type { FileBeside } from '../../runtime/file-beside.ts';
import { Given } from '../../runtime/testing/given.ts';
import { Sampler } from '../../sampler/sampler.ts';
import { openBatch, type OpenBatch, type OpenSession } from '../open-batch.ts';

const config: LlamaConfig = {
  vocabSize: 320,
  hiddenSize: 64,
  layers: 2,
  heads: 4,
  kvHeads: 2,
  intermediateSize: 96,
  normEpsilon: 1e-5,
  ropeTheta: 10_000,
  tiedHead: true,
  contextLength: 160,
};

/** A real small graph, opened plain and for many rows: for tests. */
export class TinyModel {
  readonly model: DecodingModel;
  readonly #bytes: Uint8Array;
  readonly plain: Decoder;

  private constructor(bytes: Uint8Array, plain: Decoder) {
    const { contextLength, vocabSize: vocabularySize } = config;
    this.#bytes = bytes;
    this.plain = plain;
    this.model = {
      contextLength,
      vocabularySize,
      endTokens: new Set([7, 8, 9]),
      chunkLength: 16,
      decode: (tokens) => tokens.map((token) => ` ${token}`).join(''),
      sampler: new Sampler(vocabularySize),
    };
  }

  static async open(): Promise<TinyModel> {
    // larger than fresh ones, so that attention is not flat
    const parameters = initialParameters(config, 1).map((value) => (value === 1 ? 1 : 8 * value));
    const bytes = writeDecoder(config, parameters);
    return new TinyModel(bytes, new Decoder(await session(bytes)));
  }

  /** The graph's file. */
  get file(): Uint8Array {
    return this.#bytes;
  }

  /**
   * @param given keeps an eye on what the graph gives
   * @param change other weights than the file's
   */
  async openPlain(given = new Given(), change: Change | null = null): Promise<Decoder> {
    if (!change) return new Decoder(given.by(await session(this.#bytes)));
    const { graph, beside } = changedFile(this.#bytes, change);
    return new Decoder(withFeeds(given.by(await session(graph, [], beside)), change));
  }

  /**
   * @param caches where those are kept: as on a GPU, or as on the CPU
   * @param given keeps an eye on what the graphs give
   * @param change other weights than the file's
   */
  openBatch(
    caches: 'device' | 'memory' = 'memory',
    given = new Given(),
    change: Change | null = null,
  ): Promise<OpenBatch> {
    const open: OpenSession = async (...graph) => given.by(await session(...graph));
    return openBatch(this.#bytes, open, open, caches, null, change);
  }

  /** The tokens that the plain path draws. */
  async oneByOne(job: GenerationJob): Promise<number[]> {
    const run = new GenerationRun(job, this.model, () => undefined);
    while (!run.done) await run.step(this.plain);
    run.dispose();
    return run.result().tokens;
  }

  release(): Promise<void> {
    return this.plain.release();
  }
}

/** On one thread: on a busy machine several wait for each other longer than they compute. */
const session = (
  bytes: Uint8Array,
  _: readonly string[] = [],
  beside: readonly FileBeside[] = [],
) =>
  InferenceSession.create(bytes, {
    logSeverityLevel: 4,
    intraOpNumThreads: 1,
    externalData: beside,
  });

const settings: fc.Arbitrary<Partial<Decoding>> = fc.constantFrom<Partial<Decoding>>(
  { temperature: 0 },
  { temperature: 0, repetitionPenalty: 1.15 },
  { temperature: 0, repetitionPenalty: 1.3, penaltyScope: 'output' },
  { temperature: 0.7 },
  { temperature: 1, topP: 0.9 },
  { temperature: 1, topK: 5, repetitionPenalty: 1.15 },
  { temperature: 0, presencePenalty: 0.5, frequencyPenalty: 0.25 },
  { temperature: 1, logitBias: [{ token: 30, bias: 4 }], frequencyPenalty: 0.5 },
  { temperature: 1.2, minP: 0.1 },
  { temperature: 1, topK: 100, topP: 0.8 },
);
const token = fc.integer({ min: 10, max: 300 });
/** Jobs whose prompts share beginnings, in all kinds of settings. */
export const jobSets = fc
  .record({
    trunks: fc.array(fc.array(token, { maxLength: 40 }), { minLength: 1, maxLength: 3 }),
    endings: fc.array(fc.array(token, { minLength: 1, maxLength: 9 }), {
      minLength: 1,
      maxLength: 3,
    }),
    runs: fc.array(
      fc.record({
        trunk: fc.nat(2),
        ending: fc.nat(2),
        setting: settings,
        seed: fc.nat(50),
        length: fc.integer({ min: 1, max: 12 }),
      }),
      { minLength: 1, maxLength: 10 },
    ),
  })
  .map(({ trunks, endings, runs }) =>
    runs.map(({ trunk, ending, setting, seed, length }, i): GenerationJob => ({
      promptTokens: [
        ...(trunks[trunk % trunks.length] as number[]),
        ...(endings[ending % endings.length] as number[]),
      ],
      decoding: { ...defaultDecoding, ...setting, seed, maxNewTokens: length },
      key: `run ${i}`,
    })),
  );
