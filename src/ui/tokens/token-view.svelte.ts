import { Problem } from '../../domain/problem.ts';
import { cleanAnswer } from '../../domain/prompt.ts';
import type { Generation, Run } from '../../domain/run.ts';
import type { Engine } from '../../engine/engine.ts';
import { prepareWhatIf, recordWhatIf, type WhatIf } from '../../experiments/what-if.ts';
import type { LoadedModel, TextScore } from '../../../workers/protocol.ts';

/** Alternatives shown for a token. */
const listed = 8;

/** A run's answer token by token, and what it might have been. */
export class TokenView {
  readonly run: Run;
  /** Text of each token by itself; empty until known. */
  pieces = $state.raw<string[]>([]);
  /** What the loaded model thinks of each; null until known. */
  score = $state.raw<TextScore | null>(null);
  /** Texts of the alternatives' tokens. */
  names = $state.raw<Readonly<Record<number, string>>>({});
  /** Place of the token that is looked at. */
  at = $state<number | null>(null);
  /** Whether it stays while the pointer passes over others: on the way to an alternative it must. */
  #pinned = false;
  problem = $state.raw<Problem | null>(null);
  /** The other way at work or done, and its text so far after `opened`. */
  whatIf = $state.raw<WhatIf | null>(null);
  more = $state('');
  busy = $state(false);
  /** The record of the other way, once it is done; what came of keeping it. */
  made = $state.raw<Run | null>(null);
  kept = $state(false);
  readonly #engine: Engine;
  readonly #abort = new AbortController();
  #continuing: AbortController | null = null;

  constructor(engine: Engine, run: Run) {
    this.#engine = engine;
    this.run = run;
  }

  /** Asks the model for what it thinks of the answer. */
  async open(): Promise<void> {
    const { arm, prompt, generation } = this.run;
    try {
      this.pieces = await this.#engine.pieces({ tokens: generation.tokens });
      const [score] = await this.#engine.score(
        {
          jobs: [{ promptTokens: prompt.tokens, tokens: generation.tokens, adapter: arm.adapter }],
          alternatives: listed,
        },
        { signal: this.#abort.signal },
      );
      const all = (score?.alternatives ?? []).flat().map(({ token }) => token);
      const tokens = all.filter((token, i) => all.indexOf(token) === i);
      const names = await this.#engine.pieces({ tokens });
      this.names = Object.fromEntries(tokens.map((token, i) => [token, names[i] ?? '']));
      this.score = score ?? null;
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  /** Looks at a token; in passing only where none is pinned. */
  look(at: number, how: 'passing' | 'pinned'): void {
    if (how === 'passing' && this.#pinned) return;
    this.at = at;
    this.#pinned = how === 'pinned';
  }

  /** Goes on from a place with another token. */
  async continueWith(model: LoadedModel, at: number, token: number): Promise<void> {
    this.#continuing?.abort();
    const continuing = (this.#continuing = new AbortController());
    const current = () => this.#continuing === continuing;
    this.busy = true;
    this.made = this.problem = null;
    this.kept = false;
    this.more = '';
    try {
      const whatIf = await prepareWhatIf(this.#engine, model, this.run, at, token);
      if (!current()) return;
      this.whatIf = whatIf;
      const { promptTokens, decoding, key } = whatIf;
      const generation = await this.#engine.generate(
        { promptTokens, decoding, key, adapter: this.run.arm.adapter },
        {
          signal: continuing.signal,
          onEvent: ({ text }) => {
            if (current()) this.more += text;
          },
        },
      );
      if (current()) this.#finish(whatIf, generation, model);
    } catch (thrown) {
      if (current()) this.#fail(thrown);
    } finally {
      if (current()) this.busy = false;
    }
  }

  /** Stops the other way; what it has said stays. */
  stop(): void {
    this.#continuing?.abort();
  }

  /** Nobody looks any more. */
  close(): void {
    this.#abort.abort();
    this.stop();
  }

  /** The other way's text without fences and end marks. */
  get text(): string {
    return cleanAnswer((this.whatIf?.opened ?? '') + this.more);
  }

  #finish(whatIf: WhatIf, generation: Generation, model: LoadedModel): void {
    this.more = generation.text;
    if (generation.stopReason !== 'cancelled') this.made = recordWhatIf(whatIf, generation, model);
  }

  #fail(thrown: unknown): void {
    const problem = Problem.from(thrown);
    if (problem.code !== 'cancelled') this.problem = problem;
  }
}
