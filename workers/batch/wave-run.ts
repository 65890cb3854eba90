import type { Answer } from '../decoding/answer.ts';
import { drawFromHead, drawFromRow } from '../sampler/head-draw.ts';
import type { Draw } from '../sampler/sampler.ts';
import type { Selector } from '../sampler/select.ts';
import type { BatchDecoder, Reads } from './batch-decoder.ts';
import type { RowCache } from './caches/row-cache.ts';
import type { Wave } from './plan.ts';
import { readSideBySide, type Lease, type Pause, type PrefixStore } from './prefixes.ts';

/** Compact once so few of the rows that are run are still wanted: a copy against idle rows. */
const worthCompacting = 0.9;

/** What waves are run with. */
export interface WaveParts {
  readonly decoder: BatchDecoder;
  readonly selector: Selector;
  readonly prefixes: PrefixStore;
  /** Tokens of a prompt that are read at once. */
  readonly chunk: number;
  /** The answer of a job, by its number. */
  readonly answerOf: (job: number) => Answer;
}

/** A row of a wave: its answer, and the token to be read next. */
interface Row {
  readonly answer: Answer;
  readonly next: number;
}

/** What rows read before their own tokens. */
interface Ground extends Lease {
  /** Whether each row has its own: then they are picked with the rows. */
  readonly apart: boolean;
}

/** Prefixes that are the wave's own. */
const apart = (prefix: RowCache): Ground => ({
  prefix,
  release: () => prefix.dispose(),
  apart: true,
});

/** The rows of these numbers in place of a cache; where those are all it has, it stays as it is. */
async function inOrder(
  { caches }: BatchDecoder,
  read: RowCache,
  order: readonly number[],
): Promise<RowCache> {
  if (order.length === read.positions.length && order.every((row, i) => row === i)) return read;
  const picked = await caches.pick(read, order);
  read.dispose();
  return picked;
}

/** Rows that are decoded in lockstep over what they share, until each has its answer. */
export class WaveRun {
  readonly #parts: WaveParts;
  #ground: Ground;
  #cache: RowCache;
  #rows: readonly Row[];

  private constructor(
    parts: WaveParts,
    ground: Ground,
    { cache, rows }: { cache: RowCache; rows: readonly Row[] },
  ) {
    this.#parts = parts;
    this.#ground = ground;
    this.#cache = cache;
    this.#rows = rows;
  }

  /**
   * Reads a wave's prompts but for their last tokens: each prefix once, each suffix once.
   * @param pause called between two runs; what it throws ends the reading
   */
  static async begin(parts: WaveParts, wave: Wave, pause: Pause): Promise<WaveRun> {
    for (const job of wave.suffixes.flatMap(({ jobs }) => jobs)) parts.answerOf(job).began();
    const start = performance.now();
    const run = await (wave.kind === 'shared'
      ? WaveRun.#shared(parts, wave, pause)
      : WaveRun.#apart(parts, wave, pause));
    for (const { answer } of run.#rows) answer.readPrompt(performance.now() - start);
    return run;
  }

  static async #shared(
    parts: WaveParts,
    { prefix: tokens, suffixes }: Extract<Wave, { kind: 'shared' }>,
    pause: Pause,
  ): Promise<WaveRun> {
    const { decoder, prefixes, chunk } = parts;
    const lease = await prefixes.lease(tokens, pause);
    const rows = suffixes.flatMap((suffix, at) => suffix.jobs.map((job) => ({ job, suffix, at })));
    const texts = suffixes.map((suffix) => suffix.tokens.slice(0, -1));
    const behind = { prefix: lease.prefix, length: tokens.length };
    const read = await readSideBySide(decoder, texts, behind, chunk, pause).catch(
      (thrown: unknown) => {
        lease.release();
        throw thrown;
      },
    );
    const cache = await inOrder(
      decoder,
      read,
      rows.map(({ at }) => at),
    );
    return new WaveRun(
      parts,
      { ...lease, apart: false },
      {
        cache,
        rows: rows.map(({ job, suffix }) => ({
          answer: parts.answerOf(job),
          next: suffix.tokens.at(-1) as number,
        })),
      },
    );
  }

  static async #apart(
    parts: WaveParts,
    { prefixes, suffixes }: Extract<Wave, { kind: 'apart' }>,
    pause: Pause,
  ): Promise<WaveRun> {
    const { decoder, chunk } = parts;
    const behind = { prefix: decoder.caches.none(1), length: 0 };
    const read = await readSideBySide(decoder, prefixes, behind, chunk, pause).finally(() =>
      behind.prefix.dispose(),
    );
    const rows = suffixes.flatMap((suffix, at) => suffix.jobs.map((job) => ({ job, suffix, at })));
    const order = rows.map(({ at }) => at);
    const prefix = await inOrder(decoder, read, order);
    return new WaveRun(parts, apart(prefix), {
      cache: decoder.caches.none(rows.length),
      rows: rows.map(({ job, suffix }) => ({
        answer: parts.answerOf(job),
        next: suffix.tokens.at(-1) as number,
      })),
    });
  }

  /** Rows that are run. */
  get rows(): number {
    return this.#rows.length;
  }

  get done(): boolean {
    return this.#rows.every(({ answer }) => answer.done);
  }

  /** Whether the rows of another run can go on in this one: they read the same prefix. */
  canTake(other: WaveRun): boolean {
    return other.#ground.prefix === this.#ground.prefix;
  }

  /** Takes over all rows of another run, which is then at its end. */
  async take(other: WaveRun): Promise<void> {
    const [mine, theirs] = [this.#cache, other.#cache];
    this.#cache = await this.#parts.decoder.caches.stack(mine, theirs);
    mine.dispose();
    this.#rows = [...this.#rows, ...other.#rows];
    other.dispose();
  }

  /** Draws one token for every row that goes on. */
  async step(): Promise<void> {
    await this.#compact();
    const { decoder } = this.#parts;
    const at = this.#rows.map(
      ({ answer: { job, tokens } }) => job.promptTokens.length + tokens.length - 1,
    );
    const reads = await decoder.read({
      tokens: this.#rows.map(({ next }) => [next]),
      positions: at.map((position) => [position]),
      past: this.#cache,
      prefix: this.#ground.prefix,
      draws: this.#rows.map(({ answer: { job, adjustments } }) => ({
        temperature: job.decoding.temperature,
        adjustments,
      })),
    });
    this.#cache = reads.cache;
    const drawn = await Promise.all(
      this.#rows.map(({ answer }, i) => (answer.done ? undefined : this.#draw(answer, reads, i))),
    );
    reads.shares?.dispose();
    this.#rows = this.#rows.map(({ answer, next }, i) => {
      const draw = drawn[i];
      if (draw) answer.take(draw);
      return { answer, next: draw?.token ?? next };
    });
  }

  dispose(): void {
    this.#cache.dispose();
    this.#ground.release();
    this.#rows = [];
  }

  async #draw(
    { job, uniform, adjustments }: Answer,
    { rows, shares }: Reads,
    i: number,
  ): Promise<Draw> {
    const head = rows[i];
    if (!head) throw new RangeError(`no row ${i}`);
    const early = drawFromHead(head, job.decoding, uniform);
    if (early) return early;
    const all = await shares?.of(i);
    if (!all) throw new RangeError('the shares were not asked for');
    const whole = {
      shares: all,
      logitOf: (token: number, score: number) => adjustments.logitOf(token, score),
    };
    return drawFromRow(head, whole, job.decoding, uniform, this.#parts.selector);
  }

  /** Leaves finished rows behind once they are many. */
  async #compact(): Promise<void> {
    const kept = [...this.#rows.keys()].filter((i) => !this.#rows[i]?.answer.done);
    if (kept.length > worthCompacting * this.#rows.length) return;
    const { caches } = this.#parts.decoder;
    const old = this.#cache;
    this.#cache = await caches.pick(old, kept);
    old.dispose();
    if (this.#ground.apart) {
      const picked = await caches.pick(this.#ground.prefix, kept);
      this.#ground.release();
      this.#ground = apart(picked);
    }
    this.#rows = kept.map((i) => this.#rows[i] as Row);
  }
}
