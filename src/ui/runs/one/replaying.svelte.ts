import { Problem } from '../../../domain/problem.ts';
import type { Run } from '../../../domain/run.ts';
import type { Engine } from '../../../engine/engine.ts';
import { replay, type Replay } from '../../../experiments/replay.ts';
import type { LoadedModel } from '../../../../workers/protocol.ts';
import { visible } from '../../tokens/visible.ts';
import { surroundings, verdictOf, type Verdict } from './verdict.ts';

/** The texts of the tokens around a divergence. */
export interface Parting {
  cut: boolean;
  shared: string[];
  expected: string[];
  got: string[];
}

/** The first of some tokens made visible, the others as they are. */
function firstVisible(pieces: string[] | undefined, tokens: readonly number[]): string[] {
  const [first = '', ...others] = pieces ?? [];
  const [id] = tokens;
  return id === undefined ? [] : [visible(first, { id }), ...others];
}

/** A run being replayed, and what came of it. */
export class Replaying {
  busy = $state(false);
  /** Tokens drawn so far. */
  done = $state(0);
  verdict = $state.raw<Verdict | null>(null);
  changed = $state.raw<Replay['changed']>([]);
  parting = $state.raw<Parting | null>(null);
  /** The model it ran on. */
  on = $state.raw<LoadedModel | null>(null);
  problem = $state.raw<Problem | null>(null);
  #abort: AbortController | null = null;
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Replays a run on the loaded model; everything that comes of it is kept here. */
  async start(run: Run, model: LoadedModel): Promise<void> {
    this.cancel();
    const abort = (this.#abort = new AbortController());
    this.busy = true;
    this.done = 0;
    this.on = model;
    this.verdict = this.parting = this.problem = null;
    try {
      const result = await replay(this.#engine, model, run, {
        signal: abort.signal,
        onEvent: ({ step }) => (this.done = step + 1),
      });
      const verdict = verdictOf(run, result, abort.signal.aborted);
      const parting =
        verdict.kind === 'divergent' ? await this.#part(run, result, verdict.position) : null;
      if (this.#abort !== abort) return;
      this.verdict = verdict;
      this.changed = result.changed;
      this.parting = parting;
    } catch (thrown) {
      const problem = Problem.from(thrown);
      if (this.#abort === abort && problem.code !== 'cancelled') this.problem = problem;
    } finally {
      if (this.#abort === abort) this.busy = false;
    }
  }

  cancel(): void {
    this.#abort?.abort();
  }

  async #part(run: Run, result: Replay, position: number): Promise<Parting> {
    const { cut, ...tokens } = surroundings(run.generation.tokens, result.tokens, position);
    const [shared, expected, got] = await Promise.all(
      [tokens.shared, tokens.expected, tokens.got].map((list) =>
        this.#engine.pieces({ tokens: list }),
      ),
    );
    return {
      cut,
      shared: shared ?? [],
      expected: firstVisible(expected, tokens.expected),
      got: firstVisible(got, tokens.got),
    };
  }
}
