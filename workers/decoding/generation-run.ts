import { uniform } from '../../src/domain/draw.ts';
import type { Generation, StopReason } from '../../src/domain/run.ts';
import type { GenerationJob, TokenEvent } from '../protocol.ts';
import type { Decoder, KeyValueCache } from '../runtime/decoder.ts';
import { seenAtStart } from '../sampler/penalty.ts';
import type { DecodingModel } from './model.ts';
import { StopScanner } from './stop-strings.ts';
import { TextStream } from './text-stream.ts';

/** One prompt on its way to an answer, advanced step by step; a step is one run of the decoder. */
export class GenerationRun {
  readonly #job: GenerationJob;
  readonly #model: DecodingModel;
  readonly #tell: (event: TokenEvent) => void;
  readonly #tokens: number[] = [];
  readonly #logProbabilities: number[] = [];
  readonly #seen: Set<number>;
  readonly #stream: TextStream;
  readonly #scanner: StopScanner;
  #cache: KeyValueCache | null = null;
  #text = '';
  #stopString: string | null = null;
  #stopReason: StopReason | null = null;
  readonly #asked = performance.now();
  #started: number | null = null;
  #prefill = 0;
  #firstToken: number | null = null;

  constructor(job: GenerationJob, model: DecodingModel, tell: (event: TokenEvent) => void) {
    this.#job = job;
    this.#model = model;
    this.#tell = tell;
    this.#seen = seenAtStart(job.promptTokens, job.decoding.penaltyScope);
    this.#stream = new TextStream(model.decode, job.promptTokens);
    this.#scanner = new StopScanner(job.decoding.stop);
  }

  get done(): boolean {
    return this.#stopReason !== null;
  }

  /** Ends here, with what there is. */
  cancel(): void {
    if (!this.done) this.#end('cancelled');
  }

  /** Reads one chunk of the prompt, or draws one token. */
  async step(decoder: Decoder): Promise<void> {
    const start = performance.now();
    this.#started ??= start;
    // another decoder than before: the session was opened anew, so everything is read again
    if (this.#cache?.owner !== decoder) this.#cache = decoder.emptyCache();
    const prompt = this.#job.promptTokens;
    const unread = [...prompt, ...this.#tokens].slice(this.#cache.length);
    const chunk = unread.slice(0, this.#model.chunkLength);
    const [logits] = await decoder.read(this.#cache, chunk);
    if (this.#tokens.length === 0) this.#prefill += performance.now() - start;
    if (logits && chunk.length === unread.length) this.#draw(logits);
  }

  /** Frees the cache. */
  dispose(): void {
    this.#cache?.dispose();
    this.#cache = null;
  }

  /** What came of it; whole once it is done. */
  result(): Generation {
    const since = (time: number | null) => (time ?? performance.now()) - this.#asked;
    return {
      tokens: this.#tokens,
      logProbabilities: this.#logProbabilities,
      text: this.#text,
      stopReason: this.#stopReason ?? 'cancelled',
      stopString: this.#stopString,
      timings: {
        queued: since(this.#started),
        prefill: this.#prefill,
        firstToken: since(this.#firstToken),
        total: since(null),
      },
    };
  }

  #draw(logits: Float32Array): void {
    const { decoding, key } = this.#job;
    const step = this.#tokens.length;
    const u = uniform(decoding.seed, key, step);
    const drawn = this.#model.sampler.draw(logits, decoding, this.#seen, u);
    this.#firstToken ??= performance.now();
    this.#tokens.push(drawn.token);
    this.#logProbabilities.push(drawn.logProbability);
    this.#seen.add(drawn.token);
    const before = this.#text.length;
    this.#takeText(drawn.token);
    this.#tell({ step, ...drawn, text: this.#text.slice(before) });
  }

  /** Adds the token's text and decides whether this is the end. */
  #takeText(token: number): void {
    if (this.#model.endTokens.has(token)) return this.#end('end-token');
    const { text, stop } = this.#scanner.push(this.#stream.push(token));
    this.#text += text;
    if (stop !== null) {
      this.#stopString = stop;
      return this.#end('stop-string');
    }
    const { promptTokens, decoding } = this.#job;
    if (this.#tokens.length >= decoding.maxNewTokens) return this.#end('length');
    if (promptTokens.length + this.#tokens.length >= this.#model.contextLength) {
      this.#end('context');
    }
  }

  #end(reason: StopReason): void {
    this.#text += this.#scanner.flush();
    this.#stopReason = reason;
  }
}
