import { specialTokens } from '../../pretrain/tokenizer/index.ts';
import { Sampler } from '../../../workers/sampler/sampler.ts';
import type { ModelWeights } from '../model/weights.ts';
import { Decoder } from './decoder.ts';
import type { Answer, Job } from './job.ts';
import { planWaves, type Prompt, type Wave, type WaveLimits } from './plan.ts';
import { Row, type RowModel } from './row.ts';
import { WaveRun } from './wave-run.ts';

/** Bytes that the prefixes of one wave may take. */
const prefixBytes = 400e6;

/** What a generation tells while it runs, and how it is stopped. */
export interface GenerateOptions {
  readonly signal?: AbortSignal;
  /** Called after each wave with the number of jobs it finished. */
  readonly finished?: (jobs: number) => void;
}

/** A model that continues many prompts at a time. */
export class Generator {
  readonly model: ModelWeights;
  readonly #decoder: Decoder;
  readonly #rowModel: RowModel;

  private constructor(model: ModelWeights, decoder: Decoder) {
    const { tokenizer, config } = model;
    this.model = model;
    this.#decoder = decoder;
    this.#rowModel = {
      contextLength: config.contextLength,
      endOfText: tokenizer.endOfText,
      // As the page shows it: special tokens have no text.
      decode: (tokens) => tokenizer.decode(tokens.filter((token) => token >= specialTokens.length)),
      sampler: new Sampler(config.vocabSize),
    };
  }

  /** @param threads of the runtime; 0: as many as the machine has cores */
  static async open(model: ModelWeights, threads = 0): Promise<Generator> {
    return new Generator(model, await Decoder.open(model.config, model.parameters, threads));
  }

  /** Frees the session's memory. */
  close(): Promise<void> {
    return this.#decoder.close();
  }

  /**
   * Continues every job's prompt, `<|endoftext|>` in front as in the page. Which jobs run together
   * changes no draw. Answers come in the jobs' order.
   * @throws Error where a prompt is empty or does not fit the model's context; the signal's reason
   */
  async generate(jobs: readonly Job[], options: GenerateOptions = {}): Promise<Answer[]> {
    const answers = new Array<Answer>(jobs.length);
    for (const wave of planWaves(
      jobs.map((job, index) => this.#prompt(job, index)),
      this.#limits(),
    )) {
      options.signal?.throwIfAborted();
      for (const [index, row] of await this.#run(wave, jobs)) answers[index] = row.answer();
      options.finished?.(wave.rows.length);
    }
    return answers;
  }

  #limits(): WaveLimits {
    const { kvHeads, hiddenSize, heads, layers } = this.model.config;
    const bytesPerPosition = 2 * layers * kvHeads * (hiddenSize / heads) * 4;
    return { rows: 96, positions: Math.floor(prefixBytes / bytesPerPosition), shared: 6 };
  }

  #prompt({ prefix, suffix }: Job, index: number): Prompt {
    const { tokenizer, config } = this.model;
    // As one text: a token may reach over the border of prefix and suffix.
    const tokens = [tokenizer.endOfText, ...tokenizer.encode(prefix + suffix)];
    if (tokens.length < 2) throw new Error(`job ${index}: the prompt is empty`);
    if (tokens.length + 1 > config.contextLength)
      throw new Error(
        `job ${index}: the prompt has ${tokens.length} tokens, the model has room for ` +
          `${config.contextLength}, prompt and answer together`,
      );
    return { index, prefix, tokens };
  }

  async #run(wave: Wave, jobs: readonly Job[]): Promise<[number, Row][]> {
    const rows = wave.rows.map(({ index, suffix }, i) => {
      const prefix = wave.prefixes[i % wave.prefixes.length] as readonly number[];
      const row = new Row(jobs[index] as Job, [...prefix, ...suffix], this.#rowModel);
      return { index, row, suffix, prefixLength: prefix.length };
    });
    const prefixes = await this.#decoder.readPrefixes(wave.prefixes);
    await new WaveRun(this.#decoder, rows, prefixes).finish();
    return rows.map(({ index, row }) => [index, row]);
  }
}
