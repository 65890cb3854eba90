import { uniform } from '../../src/domain/draw.ts';
import type { Generation, StopReason } from '../../src/domain/run.ts';
import type { GenerationJob, TokenEvent } from '../protocol.ts';
import { Adjustments } from '../sampler/adjustments.ts';
import type { Draw } from '../sampler/sampler.ts';
import type { DecodingModel } from './model.ts';
import { StopScanner } from './stop-strings.ts';
import { TextStream } from './text-stream.ts';

/** What comes of one job, token by token: its text, when it ends, and how long it took. */
export class Answer {
  readonly job: GenerationJob;
  readonly #model: DecodingModel;
  readonly #tell: (event: TokenEvent) => void;
  readonly #tokens: number[] = [];
  readonly #logProbabilities: number[] = [];
  /** What happens to its logits before the next draw. */
  readonly adjustments: Adjustments;
  readonly #stream: TextStream;
  readonly #scanner: StopScanner;
  #text = '';
  #stopString: string | null = null;
  #stopReason: StopReason | null = null;
  readonly #asked = performance.now();
  #started: number | null = null;
  #prefill = 0;
  #firstToken: number | null = null;

  constructor(job: GenerationJob, model: DecodingModel, tell: (event: TokenEvent) => void) {
    this.job = job;
    this.#model = model;
    this.#tell = tell;
    this.adjustments = new Adjustments(job.decoding, job.promptTokens);
    this.#stream = new TextStream(model.decode, job.promptTokens);
    this.#scanner = new StopScanner(job.decoding.stop);
  }

  get done(): boolean {
    return this.#stopReason !== null;
  }

  /** The tokens drawn so far. */
  get tokens(): readonly number[] {
    return this.#tokens;
  }

  /** Tokens that may yet be drawn. */
  get room(): number {
    const { promptTokens, decoding } = this.job;
    const most = Math.min(decoding.maxNewTokens, this.#model.contextLength - promptTokens.length);
    return Math.max(0, most - this.#tokens.length);
  }

  /** The random number of the next draw. */
  get uniform(): number {
    return uniform(this.job.decoding.seed, this.job.key, this.#tokens.length);
  }

  /** Notes that work on it began, and how long reading the prompt took. */
  began(): void {
    this.#started ??= performance.now();
  }

  readPrompt(milliseconds: number): void {
    this.#prefill += milliseconds;
  }

  /** Ends here, with what there is. */
  cancel(): void {
    if (!this.done) this.#end('cancelled');
  }

  /** Takes the next token. */
  take(drawn: Draw): void {
    this.#firstToken ??= performance.now();
    const step = this.#tokens.length;
    this.#tokens.push(drawn.token);
    this.#logProbabilities.push(drawn.logProbability);
    this.adjustments.saw(drawn.token);
    const before = this.#text.length;
    this.#takeText(drawn.token);
    this.#tell({ step, ...drawn, text: this.#text.slice(before) });
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

  /** Adds the token's text and decides whether this is the end. */
  #takeText(token: number): void {
    if (this.#model.endTokens.has(token)) return this.#end('end-token');
    const { text, stop } = this.#scanner.push(this.#stream.push(token));
    this.#text += text;
    if (stop !== null) {
      this.#stopString = stop;
      return this.#end('stop-string');
    }
    if (this.#tokens.length >= this.job.decoding.maxNewTokens) return this.#end('length');
    if (this.room === 0) this.#end('context');
  }

  #end(reason: StopReason): void {
    this.#text += this.#scanner.flush();
    this.#stopReason = reason;
  }
}
