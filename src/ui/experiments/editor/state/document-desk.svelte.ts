import { SvelteMap } from 'svelte/reactivity';
import { Problem } from '../../../../domain/problem.ts';
import type { ExperimentDocument } from '../../../../experiments/document/document.ts';
import { blankDocument } from '../../../../experiments/gallery/blank.ts';
import type { Shelf } from '../../../../experiments/material/shelf.ts';
import { countCells, type CellCount } from '../../../../experiments/plan/count-cells.ts';
import type { RunStore } from '../../../../store/run-store.ts';
import type { Notice } from '../../../notices/notices.svelte.ts';
import { Debounce } from '../../../parts/debounce.ts';
import { Editor } from '../../../parts/editing/editor.svelte.ts';
import { counted } from '../../../parts/format.ts';
import { applied } from '../edits/apply.ts';
import type { DocumentEdit } from '../edits/names.ts';
import { faultOf, keptOf, sketchOf, textOf, typed, type Sketch } from './sketch.ts';

/** What the desk takes from the lab. */
export interface DeskParts {
  readonly drafts: Promise<Pick<RunStore, 'readDraft' | 'writeDraft'>>;
  readonly shelf: Shelf;
  readonly notices: {
    problem(thrown: unknown): void;
    news(message: string, action?: Notice['action']): void;
  };
}

const draftName = 'experiment';

/** Quiet before the draft is written, in milliseconds. */
const quiet = 400;

/** The document that is being written: a form and a text, two views of one thing, with one history. */
export class DocumentDesk {
  /** Whether the draft has been read: before that there is nothing to edit. */
  ready = $state(false);
  /** Whether there is a document that the reader opened or changed. */
  begun = $state(false);
  /** Cells that the document asks for; null while that is not known. */
  count = $state.raw<CellCount | null>(null);
  /** Why the cells cannot be counted, or are too many. */
  countProblem = $state.raw<Problem | null>(null);
  /** Fields whose text is no value, by id, with their labels; the document keeps the last value. */
  readonly invalid = new SvelteMap<string, string>();
  readonly editor: Editor<Sketch>;
  readonly document = $derived.by(() => this.editor.draft.document);
  readonly text = $derived.by(() => textOf(this.editor.draft));
  readonly fault = $derived.by(() => faultOf(this.editor.draft));
  readonly #near: DeskParts;
  readonly #keeping = new Debounce(quiet, () => void this.#keep());
  #opening: Promise<void> | null = null;
  #counted: ExperimentDocument | null = null;

  constructor(near: DeskParts) {
    this.#near = near;
    this.editor = new Editor<Sketch>({ document: blankDocument(), text: null }, () => {
      this.begun = true;
      this.#changed();
    });
  }

  /** Brings the draft back as it was left. Does so but once. */
  open(): Promise<void> {
    return (this.#opening ??= this.#open());
  }

  /** Puts a document on the desk; can be undone where another lay there. */
  async begin(document: ExperimentDocument): Promise<void> {
    await this.open();
    const sketch = { document, text: null };
    if (!this.begun) return this.editor.begin(sketch);
    const before = this.document.title;
    this.editor.edit(`opening “${document.title}”`, () => sketch);
    this.#near.notices.news(`“${document.title}” is in the editor, in the place of “${before}”.`, {
      label: 'Undo',
      run: () => this.editor.undo(),
    });
  }

  /** Takes the document off the desk: it has become an experiment. */
  clear(): void {
    this.editor.begin({ document: blankDocument(), text: null });
    this.begun = false;
    this.flush();
  }

  /**
   * Changes the document.
   * @param label what the edit is, in words, for "Undo"
   * @param field joins an edit to the one before it in the same field
   * @returns why it cannot be made, and then nothing is changed; null where it was
   */
  edit(label: string, edit: DocumentEdit, field: string | null = null): string | null {
    try {
      const { document, dropped } = applied(this.document, edit);
      if (document === this.document) return null;
      this.editor.edit(label, () => ({ document, text: null }), field);
      if (dropped.length > 0) this.#tellDropped(dropped);
      return null;
    } catch (thrown) {
      return Problem.from(thrown).message;
    }
  }

  /** Takes a text as the document's JSON, whether it is one already or not. */
  type(text: string): void {
    this.editor.edit('typing in the JSON', (before) => typed(text, before), 'json');
  }

  /** Writes the draft now, where it is still to be written. */
  flush(): void {
    this.#keeping.flush();
  }

  /** Counts the cells once more: what the document names may be there now, or gone. */
  recount(): void {
    this.#counted = null;
    void this.#recount();
  }

  async #open(): Promise<void> {
    try {
      const kept = sketchOf(await (await this.#near.drafts).readDraft(draftName));
      if (kept) this.editor.begin(kept);
    } catch (thrown) {
      this.#near.notices.problem(thrown);
    }
    this.ready = true;
    void this.#recount();
  }

  #tellDropped(labels: readonly string[]): void {
    const gone = `${counted(labels.length, 'contrast')} named what is gone`;
    this.#near.notices.news(
      `${gone} and went with it: ${labels.map((label) => `“${label}”`).join(', ')}.`,
      { label: 'Undo', run: () => this.editor.undo() },
    );
  }

  #changed(): void {
    this.#keeping.call();
    void this.#recount();
  }

  async #recount(): Promise<void> {
    const { document } = this;
    if (document === this.#counted) return;
    this.#counted = document;
    try {
      const count = await countCells(document, this.#near.shelf);
      if (this.#counted === document) [this.count, this.countProblem] = [count, null];
    } catch (thrown) {
      if (this.#counted !== document) return;
      [this.count, this.countProblem] = [null, Problem.from(thrown)];
    }
  }

  async #keep(): Promise<void> {
    const kept = this.begun ? keptOf(this.editor.draft) : null;
    try {
      await (await this.#near.drafts).writeDraft(draftName, kept);
    } catch (thrown) {
      this.#near.notices.problem(thrown);
    }
  }
}
