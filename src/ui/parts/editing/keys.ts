import { announcer } from '../announcer.svelte.ts';
import type { Editor } from './editor.svelte.ts';

/** What "Undo" and "Redo" need of an editor. */
export type Undoing = Pick<Editor<unknown>, 'undo' | 'redo' | 'undoable' | 'redoable'>;

/** Goes a step back, and says so. */
export function undo(editor: Undoing): void {
  const label = editor.undo();
  announcer.say(label === null ? 'There is nothing to undo.' : `Undone: ${label}.`);
}

/** Goes a step forth, and says so. */
export function redo(editor: Undoing): void {
  const label = editor.redo();
  announcer.say(label === null ? 'There is nothing to redo.' : `Redone: ${label}.`);
}

/**
 * Undo and redo by key from anywhere in a place. One history for all: a field's own would bring back texts
 * that the page has since changed.
 */
export function historyKeys(editor: Undoing, event: KeyboardEvent): void {
  const command = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (event.defaultPrevented || !command || event.altKey || (key !== 'z' && key !== 'y')) return;
  event.preventDefault();
  if (key === 'y' || event.shiftKey) redo(editor);
  else undo(editor);
}

/** The same for "Undo" in the browser's menus. */
export function historyInput(editor: Undoing, event: InputEvent): void {
  if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
  event.preventDefault();
  if (event.inputType === 'historyUndo') undo(editor);
  else redo(editor);
}
