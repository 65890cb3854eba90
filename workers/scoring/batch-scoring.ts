import { nowhere } from '../../src/onnx/rewrite/masks.ts';
import type { RowCache } from '../batch/caches/row-cache.ts';
import type { OpenBatch } from '../batch/open-batch.ts';
import { planWaves, type Wave, type WaveLimits } from '../batch/plan.ts';
import { readSideBySide } from '../batch/prefixes.ts';
import type { DecodingModel } from '../decoding/model.ts';
import type { ScoringJob, TextScore } from '../protocol.ts';
import type { DecoderHost } from '../runtime/decoder-host.ts';
import { emptyScore } from './score-row.ts';
import { advance, checkScoring, ScoringProgress, type Score } from './scoring.ts';

/** Logits that are worked out at once, in bytes. */
const mostLogits = 64 * 2 ** 20;

/** A text as a row of a wave: what is read, and from which place on the next token is judged. */
interface Row {
  readonly job: number;
  readonly tokens: readonly number[];
  readonly judgedFrom: number;
}

/** Texts whose prompts begin alike, side by side, advanced chunk by chunk. */
class ScoringWave {
  readonly #rows: readonly Row[];
  readonly #prefixTokens: readonly number[];
  readonly #model: DecodingModel;
  readonly #alternatives: number;
  readonly #chunk: number;
  #open: OpenBatch | null = null;
  #prefix: RowCache | null = null;
  #past: RowCache | null = null;
  #read = 0;
  #scores: TextScore[] = [];

  constructor(wave: Wave, jobs: readonly ScoringJob[], model: DecodingModel, alternatives: number) {
    this.#prefixTokens = wave.kind === 'shared' ? wave.prefix : [];
    this.#rows = wave.suffixes.flatMap((suffix, at) => {
      const before = wave.kind === 'apart' ? (wave.prefixes[at] ?? []) : [];
      const own = [...before, ...suffix.tokens];
      return suffix.jobs.map((job) => ({
        job,
        tokens: [...own, ...(jobs[job]?.tokens ?? [])],
        judgedFrom: own.length - 1,
      }));
    });
    this.#model = model;
    this.#alternatives = alternatives;
    const rowBytes = this.#rows.length * model.vocabularySize * 4;
    this.#chunk = Math.max(1, Math.min(model.chunkLength, Math.floor(mostLogits / rowBytes)));
  }

  get judged(): number {
    return this.#scores.reduce((sum, { ranks }) => sum + ranks.length, 0);
  }

  get done(): boolean {
    return this.#open !== null && this.#read >= this.#length;
  }

  /** By the numbers of their jobs. */
  get scores(): Map<number, TextScore> {
    return new Map(this.#rows.map(({ job }, i) => [job, this.#scores[i] ?? emptyScore()]));
  }

  /** Reads what all share, or the next chunk of every row. */
  async step(open: OpenBatch): Promise<void> {
    if (this.#open !== open) return this.#begin(open);
    const { decoder, scoring } = open;
    const places = this.#places();
    const read = await decoder.read({
      tokens: this.#rows.map(({ tokens }) => places.map((i) => tokens[i] ?? 0)),
      positions: this.#rows.map(({ tokens }) =>
        places.map((i) => (i < tokens.length ? this.#prefixTokens.length + i : nowhere)),
      ),
      past: this.#past as RowCache,
      prefix: this.#prefix as RowCache,
      keep: places.length,
    });
    this.#past = read.cache;
    const targets = this.#rows.flatMap(({ tokens }) => places.map((i) => tokens[i + 1] ?? 0));
    const { logits } = read;
    if (!logits) throw new RangeError('the logits were not given');
    const judges = await scoring
      .judge(logits, targets, this.#alternatives)
      .finally(() => logits.dispose());
    this.#rows.forEach(({ tokens, judgedFrom }, row) =>
      places.forEach((place, i) => {
        if (place < judgedFrom || place + 1 >= tokens.length) return;
        judges[row * places.length + i]?.(this.#scores[row] as TextScore);
      }),
    );
    this.#read += places.length;
  }

  dispose(): void {
    this.#prefix?.dispose();
    this.#past?.dispose();
  }

  /** Places of the longest row that are read for a judgment: the last token judges nothing. */
  get #length(): number {
    return Math.max(...this.#rows.map(({ tokens }) => tokens.length)) - 1;
  }

  #places(): number[] {
    const count = Math.min(this.#chunk, this.#length - this.#read);
    return Array.from({ length: count }, (_, i) => this.#read + i);
  }

  /** A new session has read nothing: everything from the start. */
  async #begin(open: OpenBatch): Promise<void> {
    const { decoder } = open;
    const nothing = { prefix: decoder.caches.none(1), length: 0 };
    const nobody = () => Promise.resolve();
    this.#prefix =
      this.#prefixTokens.length === 0
        ? nothing.prefix
        : await readSideBySide(
            decoder,
            [this.#prefixTokens],
            nothing,
            this.#model.chunkLength,
            nobody,
          ).finally(() => nothing.prefix.dispose());
    this.#past = decoder.caches.none(this.#rows.length);
    this.#scores = this.#rows.map(emptyScore);
    this.#read = 0;
    this.#open = open;
  }
}

/** Texts in waves over what their prompts share; logits stay on the device. */
export function batchScoring(
  host: DecoderHost<OpenBatch>,
  model: DecodingModel,
  limits: WaveLimits,
): Score {
  return async (input, options) => {
    checkScoring(input, model);
    const progress = new ScoringProgress(input.jobs, options);
    const prompts = input.jobs.map(({ promptTokens, tokens }, job) => ({
      job,
      tokens: promptTokens,
      room: tokens.length,
    }));
    const waves = planWaves(
      prompts.filter(({ job }) => (input.jobs[job]?.tokens.length ?? 0) > 0),
      limits,
    );
    const scores = input.jobs.map(emptyScore);
    for (const each of waves) {
      const wave = new ScoringWave(each, input.jobs, model, input.alternatives);
      await advance(host, wave, progress).finally(() => wave.dispose());
      for (const [job, score] of wave.scores) scores[job] = score;
    }
    return scores;
  };
}
