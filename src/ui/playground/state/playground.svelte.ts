import { Answers } from './answers.svelte.ts';
import { Asking } from './asking.svelte.ts';
import { Editor } from '../../parts/editing/editor.svelte.ts';
import type { Desk } from './desk.ts';
import { firstDraft, withAsked, type Asked, type Draft } from './draft.ts';
import { Keeping } from './keeping.ts';
import { Prompts } from './prompts.svelte.ts';
import type { Surroundings } from './surroundings.ts';

/** The playground: the draft, the answers, the prompts, and how they hang together. */
export class Playground {
  /** Whether the desk has been read: before that there is nothing to edit. */
  ready = $state(false);
  /** Whether answers are shown as they came. */
  raw = $state(false);
  /** Whether the words for newcomers were dismissed. */
  welcomed = $state(false);
  readonly editor: Editor<Draft>;
  readonly answers: Answers;
  readonly prompts: Prompts;
  readonly asking: Asking;
  readonly keeping: Keeping;
  readonly near: Surroundings;
  #opening: Promise<void> | null = null;

  constructor(near: Surroundings) {
    this.near = near;
    this.editor = new Editor(firstDraft(), () => this.#edited());
    this.answers = new Answers(near.engine, (run) => {
      // The second turn's prompt holds the first answer.
      if (this.editor.draft.secondQuery !== null) this.prompts.changed();
      return this.keeping.keep(run);
    });
    this.asking = new Asking(this.editor, this.answers, near);
    this.prompts = new Prompts(
      near.engine,
      () => ({ draft: this.editor.draft, model: near.model.loaded }),
      (armId, key) => this.answers.firstFor(armId, key),
    );
    this.keeping = new Keeping(near, {
      desk: () => this.#desk(),
      answers: () => this.editor.draft.arms.map((arm) => this.answers.of(arm.id)),
    });
  }

  /** Brings the desk back as it was left; on a first visit asks the arms at once. Does so but once. */
  open(): Promise<void> {
    return (this.#opening ??= this.#open());
  }

  async #open(): Promise<void> {
    const kept = await this.keeping.open();
    if (kept) {
      const { draft, live, raw, welcomed } = kept.desk;
      this.answers.restore(kept.runs);
      this.editor.begin(draft);
      Object.assign(this, { raw, welcomed });
      this.asking.live = live;
    }
    this.ready = true;
    this.prompts.changed();
    if (kept) return;
    // Kept from now on: the second visit is not the first.
    this.keeping.changed();
    await this.run();
  }

  /** Asks all arms. */
  run(): Promise<void> {
    return this.asking.run();
  }

  /** Puts a stored run's recipe, arm, queries, knobs and answer on the desk; can be undone. */
  async openRun(id: string): Promise<void> {
    await this.open();
    try {
      const run = await this.keeping.get(id);
      this.asking.stop();
      this.answers.restore({ [run.arm.id]: run });
      this.editor.edit('opening a saved run', (draft) => withAsked(draft, run));
      this.near.notices.news('The saved run is on the desk.', {
        label: 'Undo',
        run: () => this.editor.undo(),
      });
    } catch (thrown) {
      this.near.notices.problem(thrown);
    }
  }

  /** Puts what was asked in an experiment on the desk, to be asked again by hand; can be undone. */
  async openAsked(asked: Asked): Promise<void> {
    await this.open();
    this.asking.stop();
    this.editor.edit('opening a transcript', (draft) => withAsked(draft, asked));
    this.near.notices.news('The transcript’s prompt is on the desk: press “Run” to ask it.', {
      label: 'Undo',
      run: () => this.editor.undo(),
    });
  }

  /** A model is ready, or none is any more. */
  modelChanged(): void {
    this.prompts.changed();
    if (this.near.model.loaded) this.asking.modelReady();
  }

  #edited(): void {
    this.asking.edited();
    this.prompts.changed();
    this.keeping.changed();
  }

  #desk(): Desk {
    const { draft } = this.editor;
    const shown = draft.arms.flatMap(({ id }) => {
      const { run, stored } = this.answers.of(id);
      return run && stored === 'yes' ? [[id, run.id] as const] : [];
    });
    return {
      schema: 1,
      draft,
      live: this.asking.live,
      raw: this.raw,
      welcomed: this.welcomed,
      shown: Object.fromEntries(shown),
    };
  }
}
