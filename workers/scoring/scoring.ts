import { Problem } from '../../src/domain/problem.ts';
import type { DecodingModel } from '../decoding/model.ts';
import type { Calls, ScoringJob, TextScore } from '../protocol.ts';
import type { DecoderHost } from '../runtime/decoder-host.ts';

export type ScoringInput = Calls['score']['input'];

/** What a scoring may be given beside its jobs. */
export interface ScoringOptions {
  signal: AbortSignal;
  tell: (event: Calls['score']['event']) => void;
}

/** Judges texts token by token. */
export type Score = (input: ScoringInput, options: ScoringOptions) => Promise<TextScore[]>;

/** How far a scoring is, and whether somebody still waits for it. */
export class ScoringProgress {
  readonly #options: ScoringOptions;
  readonly #total: number;
  #done = 0;

  constructor(jobs: readonly ScoringJob[], options: ScoringOptions) {
    this.#options = options;
    this.#total = jobs.reduce((sum, { tokens }) => sum + tokens.length, 0);
  }

  /**
   * Before a run.
   * @throws Problem 'cancelled' where nobody waits any more
   */
  check(): void {
    if (!this.#options.signal.aborted) return;
    throw new Problem({
      code: 'cancelled',
      message: 'The scoring was stopped.',
      remedy: 'Start it again when you want its numbers.',
    });
  }

  /** So many tokens are judged of what is at work. */
  tell(tokens: number): void {
    this.#options.tell({ done: this.#done + tokens, total: this.#total });
  }

  /** So many tokens are done with. */
  add(tokens: number): void {
    this.#done += tokens;
  }
}

/**
 * Refuses texts that the model cannot read.
 * @throws Problem that names the text by its number
 */
export function checkScoring(
  { jobs }: ScoringInput,
  { contextLength, vocabularySize }: DecodingModel,
): void {
  for (const [i, { promptTokens, tokens }] of jobs.entries()) {
    const refuse = (code: 'bad-input' | 'context-exceeded', what: string, remedy: string) => {
      throw new Problem({ code, message: `Text ${i + 1} of ${jobs.length} ${what}.`, remedy });
    };
    if (promptTokens.length === 0)
      refuse('bad-input', 'has no prompt', 'Give it one token to follow, such as the start token.');
    const foreign = [...promptTokens, ...tokens].find((token) => token >= vocabularySize);
    if (foreign !== undefined)
      refuse(
        'bad-input',
        `has token ${foreign}; this model knows ${vocabularySize}, from 0`,
        'Tokenise it with this model.',
      );
    const length = promptTokens.length + tokens.length;
    if (length > contextLength)
      refuse(
        'context-exceeded',
        `has ${length} tokens with its prompt; the model has room for ${contextLength}`,
        `Shorten prompt or text by ${length - contextLength} tokens or more.`,
      );
  }
}

/** Texts on their way to their scores, a run of the decoder at a time. */
interface ScoringRun<Held> {
  readonly done: boolean;
  /** Tokens judged so far. */
  readonly judged: number;
  /** Takes one run; with a new session, from the start. */
  step(held: Held): Promise<void>;
}

/** A scoring that broke so many sessions is given up. */
const mostFailures = 2;

/**
 * Takes a scoring to its end by turns, so that generations stream beside it.
 * @throws Problem 'cancelled', or 'device-failed' where runs keep failing
 */
export async function advance<Held extends { release(): Promise<void> }>(
  host: DecoderHost<Held>,
  run: ScoringRun<Held>,
  progress: ScoringProgress,
): Promise<void> {
  for (let failures = 0; !run.done;) {
    progress.check();
    await host
      .turn((held) => run.step(held))
      .catch((problem: unknown) => {
        if (++failures === mostFailures) throw problem;
      });
    progress.tell(run.judged);
  }
  progress.add(run.judged);
}
