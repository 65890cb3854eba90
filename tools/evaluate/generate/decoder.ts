import { InferenceSession, Tensor } from 'onnxruntime-node';
import { hidden } from '../../../src/onnx/composites/attention.ts';
import { headSize, type LlamaConfig } from '../../../src/onnx/llama/config.ts';
import { writeSharedPrefixDecoder } from '../../../src/onnx/llama/shared-prefix.ts';

/** Keys and values of every layer in turn, each [rows, KV, positions, D]. */
export type Cache = readonly Tensor[];

/** Prefixes that rows attend to. */
export interface Prefixes {
  readonly cache: Cache;
  /** [P_B, 1, 1, P]: 0 where a prefix has a token, far below where it is padding. */
  readonly bias: Tensor;
}

/** What one run reads. */
export interface Reading {
  /** [rows][T] */
  readonly ids: readonly (readonly number[])[];
  readonly positions: readonly (readonly number[])[];
  /** Added to the scores, [rows or 1, 1, T, S + T]. */
  readonly bias: Tensor;
  readonly past: Cache;
  readonly prefixes: Prefixes;
}

const integers = (rows: readonly (readonly number[])[]): Tensor =>
  new Tensor('int64', BigInt64Array.from(rows.flat(), BigInt), [rows.length, rows[0]?.length ?? 0]);

/** Tokens that a prefix reads at once; longer ones would score too many pairs in vain. */
const chunkLength = 256;

/** The shared-prefix decoder in a session of its own. */
export class Decoder {
  readonly config: LlamaConfig;
  readonly #session: InferenceSession;
  readonly #names: readonly string[];

  private constructor(config: LlamaConfig, session: InferenceSession) {
    this.config = config;
    this.#session = session;
    this.#names = Array.from({ length: config.layers }, (_, layer) => [
      `key.${layer}`,
      `value.${layer}`,
    ]).flat();
  }

  /** @param threads 0: as many as the machine has cores */
  static async open(
    config: LlamaConfig,
    parameters: Float32Array,
    threads: number,
  ): Promise<Decoder> {
    const session = await InferenceSession.create(writeSharedPrefixDecoder(config, parameters), {
      executionProviders: ['cpu'],
      interOpNumThreads: 1,
      intraOpNumThreads: threads,
      executionMode: 'sequential',
      graphOptimizationLevel: 'all',
      logSeverityLevel: 3,
      // Sizes change with every run: patterns of memory would be kept for each of them.
      enableMemPattern: false,
      // As in pre-training: a fifth slower on a free machine, several times faster on a busy one.
      extra: { session: { dynamic_block_base: '4', intra_op: { allow_spinning: '0' } } },
    });
    return new Decoder(config, session);
  }

  close(): Promise<void> {
    return this.#session.release();
  }

  /** Caches without positions. */
  empty(rows: number): Cache {
    const shape = [rows, this.config.kvHeads, 0, headSize(this.config)];
    return this.#names.map(() => new Tensor('float32', new Float32Array(0), shape));
  }

  /** One run: logits [rows, V] after each row's last token, and the caches with what was read. */
  async run({ ids, positions, bias, past, prefixes }: Reading): Promise<{
    logits: Float32Array;
    cache: Cache;
  }> {
    const feeds: Record<string, Tensor> = {
      ids: integers(ids),
      positions: integers(positions),
      bias,
      prefix_bias: prefixes.bias,
    };
    for (const [i, name] of this.#names.entries()) {
      feeds[`prefix_${name}`] = prefixes.cache[i] as Tensor;
      feeds[`past_${name}`] = past[i] as Tensor;
    }
    const results = await this.#session.run(feeds);
    return {
      logits: results['logits']?.data as Float32Array,
      cache: this.#names.map((name) => results[`present_${name}`] as Tensor),
    };
  }

  /** Reads prefixes side by side, shorter ones padded at their end. */
  async readPrefixes(prefixes: readonly (readonly number[])[]): Promise<Prefixes> {
    const rows = prefixes.length;
    const length = Math.max(...prefixes.map((tokens) => tokens.length));
    const nothing = {
      cache: this.empty(rows),
      bias: new Tensor('float32', new Float32Array(0), [rows, 1, 1, 0]),
    };
    let past = this.empty(rows);
    for (let start = 0; start < length; start += chunkLength) {
      const end = Math.min(start + chunkLength, length);
      const places = Array.from({ length: end - start }, (_, i) => start + i);
      const { cache } = await this.run({
        ids: prefixes.map((tokens) => places.map((place) => tokens[place] ?? 0)),
        positions: prefixes.map(() => places),
        bias: causalBias(start, end),
        past,
        prefixes: nothing,
      });
      past = cache;
    }
    return { cache: past, bias: paddingBias(prefixes, length) };
  }
}

/** [1, 1, end - start, end]: a place sees itself and what came before. */
function causalBias(start: number, end: number): Tensor {
  const rows = end - start;
  const bias = Float32Array.from({ length: rows * end }, (_, i) =>
    i % end > start + Math.floor(i / end) ? hidden : 0,
  );
  return new Tensor('float32', bias, [1, 1, rows, end]);
}

/** [rows, 1, 1, length]: hides what follows the end of a shorter prefix. */
function paddingBias(prefixes: readonly (readonly number[])[], length: number): Tensor {
  const bias = new Float32Array(prefixes.length * length);
  for (const [row, { length: end }] of prefixes.entries())
    bias.fill(hidden, row * length + end, (row + 1) * length);
  return new Tensor('float32', bias, [prefixes.length, 1, 1, length]);
}
