import { SvelteMap } from 'svelte/reactivity';
import { Problem } from '../../../domain/problem.ts';
import type { Arm } from '../../../domain/recipe.ts';
import { signatureOf } from '../../../experiments/signature.ts';
import type { Notice } from '../../notices/notices.svelte.ts';
import { Debounce } from '../../parts/debounce.ts';
import type { Editor } from '../../parts/editing/editor.svelte.ts';
import type { Answers } from './answers.svelte.ts';
import { questionOf, signatureIn, type Draft } from './draft.ts';
import { switchOff } from './edits.ts';
import { CannotAsk, naming } from './over-long.ts';
import type { Surroundings } from './surroundings.ts';

/** How an arm's answer stands to what the reader sees beside it. */
export type Freshness = 'none' | 'fresh' | 'first-turn' | 'stale' | 'other-model';

/** Quiet before a live run, in milliseconds. */
const quiet = 400;

/** When the arms are asked: on "Run", as soon as a model is ready, and live, after an edit. */
export class Asking {
  /** Whether edits run by themselves. */
  live = $state(false);
  /** Fields whose text is not a value, and why; the draft keeps the last value. */
  readonly invalid = new SvelteMap<string, string>();
  /** Arms that will be asked as soon as a model is ready. */
  #waiting = $state.raw<readonly string[] | null>(null);
  readonly #editor: Editor<Draft>;
  readonly #answers: Answers;
  readonly #near: Pick<Surroundings, 'model' | 'notices'>;
  readonly #soon = new Debounce(quiet, () => void this.#runOutdated());
  #signatures = $derived.by(() => {
    const { draft } = this.#editor;
    return Object.fromEntries(draft.arms.map((arm) => [arm.id, signatureIn(draft, arm)]));
  });

  constructor(
    editor: Editor<Draft>,
    answers: Answers,
    near: Pick<Surroundings, 'model' | 'notices'>,
  ) {
    this.#editor = editor;
    this.#answers = answers;
    this.#near = near;
  }

  get running(): boolean {
    return this.#waiting !== null || this.#answers.running;
  }

  /**
   * Asks the arms; where no model is ready, as soon as one is.
   * @param byItself a live run: what hinders it is said beside the prompt, not in a notice
   */
  async run(arms: readonly Arm[] = this.#editor.draft.arms, byItself = false): Promise<void> {
    this.#soon.cancel();
    const { loaded } = this.#near.model;
    try {
      this.#checkFields();
      if (loaded) {
        this.#waiting = null;
        this.#editor.seal();
        await this.#answers.run(this.#editor.draft, arms, loaded);
      } else {
        this.#waiting = arms.map((arm) => arm.id);
        for (const id of this.#waiting) this.#answers.of(id).begin('model');
      }
    } catch (thrown) {
      if (!byItself) this.#near.notices.problem(thrown, this.#wayOut(thrown));
    }
  }

  /** Stops all that is under way. */
  stop(): void {
    this.#soon.cancel();
    for (const id of this.#waiting ?? []) this.#answers.of(id).abandon();
    this.#waiting = null;
    this.#answers.stop();
  }

  /** A model is ready: asks the arms that wait for it. */
  modelReady(): void {
    const waiting = this.#waiting;
    if (waiting === null) return;
    void this.run(this.#editor.draft.arms.filter((arm) => waiting.includes(arm.id)));
  }

  /** The draft has changed: live, older work stops now, and what changed is asked soon. */
  edited(): void {
    if (!this.live) return;
    const outdated = this.#outdated();
    this.#answers.stop(outdated.map((arm) => arm.id));
    if (outdated.length > 0) this.#soon.call();
    else this.#soon.cancel();
  }

  setLive(live: boolean): void {
    this.live = live;
    if (live) void this.#runOutdated();
    else this.#soon.cancel();
  }

  /** How an arm's answer on screen stands to the draft and the model. */
  freshness(arm: Arm): Freshness {
    const { asked } = this.#answers.of(arm.id);
    if (!asked) return 'none';
    const model = this.#near.model.loaded?.identity.fingerprint ?? asked.fingerprint;
    if (asked.fingerprint !== model) return 'other-model';
    if (asked.signature === this.#signatures[arm.id]) return 'fresh';
    const opening = signatureOf(questionOf(this.#editor.draft, arm, []));
    return asked.signature === opening ? 'first-turn' : 'stale';
  }

  /** Arms whose latest request was for something else than the draft says now. */
  #outdated(): Arm[] {
    const { arms } = this.#editor.draft;
    return arms.filter((arm) => this.#answers.wanted(arm.id) !== this.#signatures[arm.id]);
  }

  async #runOutdated(): Promise<void> {
    const outdated = this.#outdated();
    if (outdated.length > 0) await this.run(outdated, true);
  }

  #checkFields(): void {
    const [field] = this.invalid;
    if (!field) return;
    const [name, reason] = field;
    throw new Problem({
      code: 'bad-input',
      message: `${name}: ${reason}`,
      remedy: 'Mend the field, or undo the last edit. Nothing was run.',
    });
  }

  #wayOut(thrown: unknown): Notice['action'] {
    if (!(thrown instanceof CannotAsk) || thrown.drop.length === 0) return undefined;
    const names = naming(thrown.drop, this.#editor.draft.recipe.demonstrations);
    const off = switchOff(thrown.drop.map((d) => d.id));
    return {
      label: `Switch off ${names}`,
      run: () => this.#editor.edit(`switching off ${names}`, off),
    };
  }
}
