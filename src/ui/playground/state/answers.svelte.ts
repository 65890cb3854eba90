import { Problem } from '../../../domain/problem.ts';
import { cleanAnswer } from '../../../domain/prompt.ts';
import type { Arm } from '../../../domain/recipe.ts';
import type { Run } from '../../../domain/run.ts';
import type { Engine } from '../../../engine/engine.ts';
import { prepare, type Prepared } from '../../../experiments/prepare.ts';
import { recordRun } from '../../../experiments/record.ts';
import { signatureOf } from '../../../experiments/signature.ts';
import type { LoadedModel } from '../../../../workers/protocol.ts';
import { ArmAnswer, type Asked, type FirstTurn } from './answer.svelte.ts';
import { queriesOf, questionOf, signatureIn, type Draft } from './draft.ts';
import { hindrance, toDrop } from './over-long.ts';

/** Keeps a finished run; rejects where it could not. */
export type Keep = (run: Run) => Promise<void>;

/** One press of "Run", or one live change. */
interface Batch {
  id: string;
  draft: Draft;
  model: LoadedModel;
}

/** The arms' answers: asks for them side by side, and lets none through that is not the latest asked for. */
export class Answers {
  #working = $state(0);
  readonly #engine: Engine;
  readonly #keep: Keep;
  readonly #byArm: Record<string, ArmAnswer> = {};
  readonly #firsts: Record<string, FirstTurn> = {};
  /** What each arm is at work on: anything older that comes in is dropped. */
  readonly #latest: Record<string, AbortController> = {};
  /** Calls of run and stop are counted, so that a late preparation knows that it is late. */
  #order = 0;
  readonly #begun: Record<string, number> = {};
  readonly #wanted: Record<string, string> = {};

  constructor(engine: Engine, keep: Keep) {
    this.#engine = engine;
    this.#keep = keep;
  }

  /** Whether anything is under way. */
  get running(): boolean {
    return this.#working > 0;
  }

  of(armId: string): ArmAnswer {
    return (this.#byArm[armId] ??= new ArmAnswer());
  }

  /** The signature of what an arm was last asked, or shows; undefined where that is nothing. */
  wanted(armId: string): string | undefined {
    return this.#wanted[armId];
  }

  /** An arm's first answer where it is the one that this prompt would give again, or null. */
  firstFor(armId: string, key: string): FirstTurn | null {
    const first = this.#firsts[armId];
    return first?.key === key ? first : null;
  }

  /**
   * Asks the given arms. Where one cannot be asked (its prompt is over the context, or empty), none is,
   * and nothing on screen changes.
   * @throws Problem why nothing was run
   */
  async run(draft: Draft, arms: readonly Arm[], model: LoadedModel): Promise<void> {
    const order = ++this.#order;
    for (const arm of arms) this.#wanted[arm.id] = signatureIn(draft, arm);
    const isLatest = ({ id }: Arm) => (this.#begun[id] ?? 0) < order;
    this.#working++;
    try {
      const prepared = await Promise.all(
        arms.map((arm) => prepare(this.#engine, model, questionOf(draft, arm, []))),
      );
      const current = prepared.filter(({ question }) => isLatest(question.arm));
      for (const one of current) await this.#refuse(one);
      const batch: Batch = { id: crypto.randomUUID(), draft, model };
      await Promise.all(
        current
          .filter(({ question }) => isLatest(question.arm))
          .map((opening) => this.#ask(batch, opening, order)),
      );
    } finally {
      this.#working--;
    }
  }

  /** Stops the given arms, or all. What they have said so far stays. */
  stop(armIds: readonly string[] = Object.keys(this.#byArm)): void {
    const order = ++this.#order;
    for (const id of armIds) {
      this.#begun[id] = order;
      this.#latest[id]?.abort();
    }
  }

  /** Shows stored runs as the answers of their arms. */
  restore(runs: Readonly<Record<string, Run>>): void {
    for (const [armId, run] of Object.entries(runs)) {
      const { recipe, arm, decoding } = run;
      const last = run.turns.length - 1;
      const turns = run.turns.map(({ query }, i) => ({ query, answer: i === last ? null : '' }));
      const signature = signatureOf({ recipe, arm, turns, decoding });
      this.of(armId).restore(run, signature);
      this.#wanted[armId] = signature;
      if (last === 0) this.#remember(armId, run);
    }
  }

  /** Tries once more to store an answer's run. */
  async save(answer: ArmAnswer): Promise<void> {
    const { run } = answer;
    if (!run) return;
    answer.stored = 'saving';
    const kept = await this.#keep(run).then(
      () => true,
      () => false,
    );
    if (answer.run?.id === run.id) answer.stored = kept ? 'yes' : 'failed';
  }

  /** @throws Problem where a prompt is empty or over the context */
  async #refuse(prepared: Prepared): Promise<void> {
    const drop = await toDrop(this.#engine, prepared.question, prepared.budget);
    const problem = hindrance(prepared, drop);
    if (problem) throw problem;
  }

  async #ask(batch: Batch, opening: Prepared, order: number): Promise<void> {
    const { draft, model } = batch;
    const { arm } = opening.question;
    const answer = this.of(arm.id);
    const control = new AbortController();
    this.#latest[arm.id]?.abort();
    this.#latest[arm.id] = control;
    this.#begun[arm.id] = order;
    answer.begin('prompt', opening.tokens.length);
    try {
      const { fingerprint } = model.identity;
      const asked = { signature: signatureOf(opening.question), fingerprint, query: draft.query };
      if (queriesOf(draft).length === 1) {
        await this.#generate(batch, opening, { ...asked, first: null }, control);
        return;
      }
      if (!this.firstFor(arm.id, opening.key)) {
        const done = await this.#generate(batch, opening, { ...asked, first: null }, control);
        if (!done) return;
        answer.begin('prompt', opening.tokens.length);
      }
      const first = this.firstFor(arm.id, opening.key);
      const next = questionOf(draft, arm, [first?.answer ?? '']);
      const prepared = await prepare(this.#engine, model, next);
      await this.#refuse(prepared);
      const [, query = ''] = queriesOf(draft);
      const signature = signatureOf(next);
      await this.#generate(batch, prepared, { signature, fingerprint, query, first }, control);
    } catch (thrown) {
      if (this.#latest[arm.id] !== control) return;
      const problem = Problem.from(thrown);
      answer.abandon(problem.code === 'cancelled' ? null : problem);
    }
  }

  /** Generates one turn; true where it came to its end and is still wanted. */
  async #generate(
    { id, model }: Batch,
    prepared: Prepared,
    asked: Asked,
    control: AbortController,
  ): Promise<boolean> {
    const { arm } = prepared.question;
    const answer = this.of(arm.id);
    const current = () => this.#latest[arm.id] === control;
    const { tokens: promptTokens, decoding, key } = prepared;
    const generation = await this.#engine.generate(
      { promptTokens, decoding, key, adapter: arm.adapter },
      {
        signal: control.signal,
        onEvent: (event) => {
          if (current() && !control.signal.aborted) answer.receive(event, asked);
        },
      },
    );
    if (!current()) return false;
    if (generation.stopReason === 'cancelled') {
      if (answer.streaming) answer.finish(generation, asked, null);
      else answer.abandon();
      return false;
    }
    const run = recordRun(prepared, generation, model, id);
    answer.finish(generation, asked, run);
    if (asked.first === null) this.#remember(arm.id, run);
    void this.save(answer);
    return true;
  }

  #remember(armId: string, { turns, key, id, generation }: Run): void {
    const query = turns[0]?.query ?? '';
    this.#firsts[armId] = { query, answer: cleanAnswer(generation.text), key, runId: id };
  }
}
