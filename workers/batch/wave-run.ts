import type { Answer } from '../decoding/answer.ts';
import { drawFromHead, drawFromRow, isCut } from '../sampler/head-draw.ts';
import type { Draw } from '../sampler/sampler.ts';
import type { Reads } from './batch-decoder.ts';
import type { RowCache } from './caches/row-cache.ts';
import type { Wave } from './plan.ts';
import type { Pause } from './prefixes.ts';
import { apart, readWave, type Ground, type ReadWave, type WaveParts } from './read-wave.ts';
import { regrouped, type Row } from './rows.ts';

/** Runs that are decoded in lockstep over what they share, until each has its answer. */
export class WaveRun {
  readonly #parts: WaveParts;
  #ground: Ground;
  #cache: RowCache;
  #rows: readonly Row[];

  private constructor(parts: WaveParts, { ground, cache, rows }: ReadWave) {
    this.#parts = parts;
    this.#ground = ground;
    this.#cache = cache;
    this.#rows = rows;
  }

  /**
   * Reads a wave's prompts but for their last tokens.
   * @param pause called between two runs; what it throws ends the reading
   */
  static async begin(parts: WaveParts, wave: Wave, pause: Pause): Promise<WaveRun> {
    for (const job of wave.suffixes.flatMap(({ jobs }) => jobs)) parts.answerOf(job).began();
    const start = performance.now();
    const run = new WaveRun(parts, await readWave(parts, wave, pause));
    for (const answer of run.#live) answer.readPrompt(performance.now() - start);
    return run;
  }

  /** Answers that are not done. */
  get #live(): Answer[] {
    return this.#rows.flatMap(({ answers }) => answers.filter(({ done }) => !done));
  }

  /** Runs that go on. */
  get size(): number {
    return this.#live.length;
  }

  get done(): boolean {
    return this.size === 0;
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

  /** Draws one token for every run that goes on. */
  async step(): Promise<void> {
    const draws = this.#rows.flatMap(({ answers }, row) =>
      answers.filter(({ done }) => !done).map((answer) => ({ row, answer })),
    );
    const at = this.#rows.map(({ answers: [answer] }) =>
      answer ? answer.job.promptTokens.length + answer.tokens.length - 1 : 0,
    );
    const reads = await this.#parts.decoder.read({
      tokens: this.#rows.map(({ next }) => [next]),
      positions: at.map((position) => [position]),
      past: this.#cache,
      prefix: this.#ground.prefix,
      draws: draws.map(({ row, answer: { job, uniform, adjustments } }) => ({
        row,
        temperature: job.decoding.temperature,
        uniform,
        cut: isCut(job.decoding, this.#parts.decoder.vocabularySize),
        adjustments,
      })),
    });
    this.#cache = reads.cache;
    const drawn = await Promise.all(
      draws.map(({ answer }, i) => this.#draw(answer, reads, i)),
    ).finally(() => reads.shares?.dispose());
    draws.forEach(({ answer }, i) => answer.take(drawn[i] as Draw));
    await this.#regroup();
  }

  dispose(): void {
    this.#cache.dispose();
    this.#ground.release();
    this.#rows = [];
  }

  async #draw(
    { job, uniform, adjustments }: Answer,
    { draws, shares }: Reads,
    i: number,
  ): Promise<Draw> {
    const head = draws[i];
    if (!head) throw new RangeError(`no draw ${i}`);
    const logitOf = (token: number, score: number) => adjustments.logitOf(token, score);
    const early = drawFromHead(head, job.decoding, uniform, logitOf);
    if (early) return early;
    const all = await shares?.of(i);
    if (!all) throw new RangeError('the shares were not asked for');
    const { selector } = this.#parts;
    return drawFromRow(head, all, job.decoding, uniform, { selector, logitOf });
  }

  /** Runs that drew different tokens part; rows of which nothing goes on make room. */
  async #regroup(): Promise<void> {
    const { rows, from } = regrouped(this.#rows);
    this.#rows = rows;
    // at its end a wave is let go of as it is
    if (!from || this.done) return;
    const { caches } = this.#parts.decoder;
    this.#cache = await caches.regroup(this.#cache, from);
    if (this.#ground.apart) this.#ground = apart(await caches.regroup(this.#ground.prefix, from));
  }
}
