import type { Generation } from '../../src/domain/run.ts';
import type { GenerationJob, TokenEvent } from '../protocol.ts';
import type { Decoder, KeyValueCache } from '../runtime/decoder.ts';
import { Answer } from './answer.ts';
import type { DecodingModel } from './model.ts';

/** One prompt on its way to an answer, advanced step by step; a step is one run of the decoder. */
export class GenerationRun {
  readonly #model: DecodingModel;
  readonly #answer: Answer;
  #cache: KeyValueCache | null = null;

  constructor(job: GenerationJob, model: DecodingModel, tell: (event: TokenEvent) => void) {
    this.#model = model;
    this.#answer = new Answer(job, model, tell);
  }

  get done(): boolean {
    return this.#answer.done;
  }

  /** Ends here, with what there is. */
  cancel(): void {
    this.#answer.cancel();
  }

  /** Reads one chunk of the prompt, or draws one token. */
  async step(decoder: Decoder): Promise<void> {
    const start = performance.now();
    const answer = this.#answer;
    answer.began();
    // another decoder than before: the session was opened anew, so everything is read again
    if (this.#cache?.owner !== decoder) this.#cache = decoder.emptyCache();
    const { promptTokens, decoding } = answer.job;
    const unread = [...promptTokens, ...answer.tokens].slice(this.#cache.length);
    const chunk = unread.slice(0, this.#model.chunkLength);
    const [logits] = await decoder.read(this.#cache, chunk);
    if (answer.tokens.length === 0) answer.readPrompt(performance.now() - start);
    if (!logits || chunk.length < unread.length) return;
    answer.take(this.#model.sampler.draw(logits, decoding, answer.adjustments, answer.uniform));
  }

  /** Frees the cache. */
  dispose(): void {
    this.#cache?.dispose();
    this.#cache = null;
  }

  /** What came of it; whole once it is done. */
  result(): Generation {
    return this.#answer.result();
  }
}
