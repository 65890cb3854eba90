import { defaultDecoding } from '../../../src/domain/decoding.ts';
import type { Generation } from '../../../src/domain/run.ts';
import { writeDecoder } from '../../../src/onnx/llama/decoder.ts';
import { BatchEngine } from '../../../workers/batch/batch-engine.ts';
import { cacheBudget, limitsFor } from '../../../workers/batch/limits.ts';
import { openBatch, type OpenBatch } from '../../../workers/batch/open-batch.ts';
import type { DecodingModel } from '../../../workers/decoding/model.ts';
import type { GenerationJob } from '../../../workers/protocol.ts';
import { DecoderHost } from '../../../workers/runtime/decoder-host.ts';
import { TurnQueue } from '../../../workers/runtime/queue.ts';
import { Sampler } from '../../../workers/sampler/sampler.ts';
import { specialTokens } from '../../pretrain/tokenizer/index.ts';
import type { ModelWeights } from '../model/weights.ts';
import type { Answer, Job } from './job.ts';
import { sessionsOn } from './session.ts';

/** Tokens of a prompt that are read in one run, as in the page on a CPU. */
const chunkLength = 128;
/** Bytes that keys and values may take: what the page takes of a machine of 8 GiB. */
const budget = cacheBudget(8);

/** A model that continues many prompts at a time, by the page's engine. */
export class Generator {
  readonly model: ModelWeights;
  readonly #host: DecoderHost<OpenBatch>;
  readonly #engine: BatchEngine;

  private constructor(model: ModelWeights, batch: OpenBatch, reopen: () => Promise<OpenBatch>) {
    const { tokenizer, config } = model;
    this.model = model;
    this.#host = new DecoderHost(new TurnQueue(), batch, reopen);
    const decoding: DecodingModel = {
      contextLength: config.contextLength,
      vocabularySize: config.vocabSize,
      endTokens: new Set([tokenizer.endOfText]),
      chunkLength,
      // As the page shows it: special tokens have no text.
      decode: (tokens) => tokenizer.decode(tokens.filter((token) => token >= specialTokens.length)),
      sampler: new Sampler(config.vocabSize),
    };
    const { bytesPerPosition } = batch.decoder.caches;
    const limits = limitsFor(budget, bytesPerPosition);
    this.#engine = new BatchEngine(this.#host, decoding, limits);
  }

  /** @param threads of the runtime; 0: as many as the machine has cores */
  static async open(model: ModelWeights, threads = 0): Promise<Generator> {
    const session = sessionsOn(threads);
    const open = () =>
      openBatch(writeDecoder(model.config, model.parameters), session, session, 'memory');
    return new Generator(model, await open(), open);
  }

  /** Frees the session's memory. */
  close(): Promise<void> {
    return this.#host.release();
  }

  /**
   * Continues every job's prompt, `<|endoftext|>` in front as in the page. Which jobs run together
   * changes no draw. Answers come in the jobs' order.
   * @throws Error where a prompt is empty or does not fit the model's context; Problem where runs keep
   * failing; the signal's reason
   */
  async generate(
    jobs: readonly Job[],
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<Answer[]> {
    signal?.throwIfAborted();
    const prompts = jobs.map((job, index) => this.#prompt(job, index));
    const failed = new AbortController();
    const options = {
      signal: AbortSignal.any([failed.signal, ...(signal ? [signal] : [])]),
      tell: () => undefined,
    };
    const answers = await Promise.all(
      jobs.map((job, index) => this.#engine.generate(runOf(job, prompts[index] ?? []), options)),
    ).catch((problem: unknown) => {
      // nobody waits for the others any more
      failed.abort();
      throw problem;
    });
    signal?.throwIfAborted();
    return answers.map(answerOf);
  }

  #prompt({ prefix, suffix }: Job, index: number): number[] {
    const { tokenizer, config } = this.model;
    // As one text: a token may reach over the border of prefix and suffix.
    const tokens = [tokenizer.endOfText, ...tokenizer.encode(prefix + suffix)];
    if (tokens.length < 2) throw new Error(`job ${index}: the prompt is empty`);
    if (tokens.length + 1 > config.contextLength)
      throw new Error(
        `job ${index}: the prompt has ${tokens.length} tokens, the model has room for ` +
          `${config.contextLength}, prompt and answer together`,
      );
    return tokens;
  }
}

/** The job as the engine takes it: drawn by temperature alone. */
const runOf = (
  { stop, decoding: { temperature, seed, key }, maxTokens }: Job,
  promptTokens: number[],
): GenerationJob => ({
  promptTokens,
  decoding: {
    ...defaultDecoding,
    temperature,
    seed,
    stop: [...stop],
    maxNewTokens: maxTokens,
  },
  key,
});

const answerOf = ({ text, stopReason, stopString, tokens }: Generation): Answer => ({
  text,
  stopReason: stopReason as Answer['stopReason'],
  stopString,
  tokens: tokens.length,
});
