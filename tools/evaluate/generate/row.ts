import { uniform } from '../../../src/domain/draw.ts';
import { StopScanner } from '../../../workers/decoding/stop-strings.ts';
import { TextStream, type Decode } from '../../../workers/decoding/text-stream.ts';
import { argmax, type Sampler } from '../../../workers/sampler/sampler.ts';
import type { Answer, Job } from './job.ts';

/** What rows need to know of their model. */
export interface RowModel {
  readonly contextLength: number;
  readonly endOfText: number;
  readonly decode: Decode;
  readonly sampler: Sampler;
}

/** Draws by temperature alone. */
const knobs = { topP: 1, topK: 0, minP: 0 };

/** One job on its way to an answer: draws its tokens and decides when it is over. */
export class Row {
  readonly job: Job;
  readonly promptLength: number;
  readonly #model: RowModel;
  readonly #stream: TextStream;
  readonly #scanner: StopScanner;
  #tokens = 0;
  #last = 0;
  #text = '';
  #end: Pick<Answer, 'stopReason' | 'stopString'> | null = null;

  constructor(job: Job, prompt: readonly number[], model: RowModel) {
    this.job = job;
    this.promptLength = prompt.length;
    this.#model = model;
    this.#stream = new TextStream(model.decode, prompt);
    this.#scanner = new StopScanner(job.stop);
  }

  get done(): boolean {
    return this.#end !== null;
  }

  /** The token drawn last, and its position in the row. */
  get last(): { token: number; position: number } {
    return { token: this.#last, position: this.promptLength + this.#tokens - 1 };
  }

  /** Draws the next token from logits [V]. */
  draw(logits: Float32Array): void {
    const { temperature, seed, key } = this.job.decoding;
    const { sampler, endOfText, contextLength } = this.#model;
    this.#last =
      temperature === 0
        ? argmax(logits)
        : sampler.draw(logits, { ...knobs, temperature }, null, uniform(seed, key, this.#tokens))
            .token;
    this.#tokens++;
    if (this.#last === endOfText) return this.#finish('end-token');
    const { text, stop } = this.#scanner.push(this.#stream.push(this.#last));
    this.#text += text;
    if (stop !== null) this.#finish('stop-string', stop);
    else if (this.#tokens >= this.job.maxTokens) this.#finish('length');
    else if (this.promptLength + this.#tokens >= contextLength) this.#finish('context');
  }

  /** What came of it, once it is done. */
  answer(): Answer {
    if (!this.#end) throw new Error('the row is not done');
    return { text: this.#text, tokens: this.#tokens, ...this.#end };
  }

  #finish(stopReason: Answer['stopReason'], stopString: string | null = null): void {
    this.#text += this.#scanner.flush();
    this.#end = { stopReason, stopString };
  }
}
