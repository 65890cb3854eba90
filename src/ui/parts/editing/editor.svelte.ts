import { History } from './history.ts';

/** A draft and the way back: every edit of a place goes through here. */
export class Editor<Draft> {
  draft: Draft = $state.raw() as Draft;
  /** What "Undo" would undo, in words; null for nothing. */
  undoable = $state<string | null>(null);
  /** What "Redo" would redo, in words; null for nothing. */
  redoable = $state<string | null>(null);
  #history: History<Draft>;
  readonly #onChange: () => void;

  /** @param onChange told after every change of the draft */
  constructor(first: Draft, onChange: () => void) {
    this.draft = first;
    this.#history = new History(first);
    this.#onChange = onChange;
  }

  /** Starts with a draft, with nothing to undo. */
  begin(draft: Draft): void {
    this.#history = new History(draft);
    this.#show();
  }

  /**
   * Changes the draft.
   * @param label what the edit is, in words, for "Undo"
   * @param edit gives a new draft, or the same one where nothing changes
   * @param field joins an edit to the one before it in the same field
   */
  edit(label: string, edit: (draft: Draft) => Draft, field: string | null = null): void {
    const next = edit(this.draft);
    if (next === this.draft) return;
    this.#history.commit(next, label, field);
    this.#show();
  }

  /** The next edit is a step of its own. */
  seal(): void {
    this.#history.seal();
  }

  /** Gives what was undone, in words. */
  undo(): string | null {
    const label = this.#history.undo();
    if (label !== null) this.#show();
    return label;
  }

  /** Gives what was redone, in words. */
  redo(): string | null {
    const label = this.#history.redo();
    if (label !== null) this.#show();
    return label;
  }

  #show(): void {
    this.draft = this.#history.present;
    this.undoable = this.#history.undoLabel;
    this.redoable = this.#history.redoLabel;
    this.#onChange();
  }
}
