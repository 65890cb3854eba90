import type { DecodingModel } from '../decoding/model.ts';
import type { ScoringJob, TextScore } from '../protocol.ts';
import type { Decoder, KeyValueCache } from '../runtime/decoder.ts';
import type { DecoderHost } from '../runtime/decoder-host.ts';
import { Selector } from '../sampler/select.ts';
import { emptyScore, scoreRow } from './score-row.ts';
import { advance, checkScoring, ScoringProgress, type Score } from './scoring.ts';

/** One text under its prompt, judged chunk by chunk. */
class PlainScoringRun {
  readonly #job: ScoringJob;
  readonly #model: DecodingModel;
  readonly #alternatives: number;
  readonly #selector: Selector;
  #cache: KeyValueCache | null = null;
  #score = emptyScore();

  constructor(job: ScoringJob, model: DecodingModel, alternatives: number, selector: Selector) {
    this.#job = job;
    this.#model = model;
    this.#alternatives = alternatives;
    this.#selector = selector;
  }

  get judged(): number {
    return this.#score.ranks.length;
  }

  get done(): boolean {
    return this.judged === this.#job.tokens.length;
  }

  /** Reads one chunk; the logits at one place judge the token at the next. */
  async step(decoder: Decoder): Promise<void> {
    if (this.#cache?.owner !== decoder) {
      // a new session has read nothing
      this.#cache = decoder.emptyCache();
      this.#score = emptyScore();
    }
    const { promptTokens, tokens } = this.#job;
    const last = promptTokens.length - 1;
    const start = this.#cache.length;
    const chunk = [...promptTokens, ...tokens].slice(start, start + this.#model.chunkLength);
    const end = start + chunk.length;
    const judged = tokens.slice(this.judged, Math.max(0, end - last));
    const rows = await decoder.read(this.#cache, chunk, Math.max(1, end - Math.max(start, last)));
    judged.forEach((token, i) =>
      scoreRow(this.#score, rows[i] as Float32Array, token, this.#alternatives, this.#selector),
    );
  }

  get score(): TextScore {
    return this.#score;
  }

  dispose(): void {
    this.#cache?.dispose();
    this.#cache = null;
  }
}

/** Texts one after the other, their logits on the CPU. */
export function plainScoring(host: DecoderHost<Decoder>, model: DecodingModel): Score {
  const selector = new Selector(model.vocabularySize);
  return async (input, options) => {
    checkScoring(input, model);
    const progress = new ScoringProgress(input.jobs, options);
    const scores: TextScore[] = [];
    for (const job of input.jobs) {
      const run = new PlainScoringRun(job, model, input.alternatives, selector);
      await advance(host, run, progress).finally(() => run.dispose());
      scores.push(run.score);
    }
    return scores;
  };
}
