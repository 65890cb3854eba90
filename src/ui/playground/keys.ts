import { announcer } from '../parts/announcer.svelte.ts';
import { playground } from './here.ts';

/** Goes a step back, and says so. */
export function undo(): void {
  const label = playground.editor.undo();
  announcer.say(label === null ? 'There is nothing to undo.' : `Undone: ${label}.`);
}

/** Goes a step forth, and says so. */
export function redo(): void {
  const label = playground.editor.redo();
  announcer.say(label === null ? 'There is nothing to redo.' : `Redone: ${label}.`);
}

/** Run, stop, undo and redo from anywhere in the playground. */
export function onkeydown(event: KeyboardEvent): void {
  const command = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (event.defaultPrevented) return;
  if (command && key === 'enter') {
    event.preventDefault();
    void playground.run();
  } else if (key === 'escape' && playground.asking.running) {
    playground.asking.stop();
    announcer.say('Stopped.');
  } else if (command && !event.altKey && (key === 'z' || key === 'y')) {
    // One history for all: a field's own would bring back texts that the page has since changed.
    event.preventDefault();
    if (key === 'y' || event.shiftKey) redo();
    else undo();
  }
}

/** The same for "Undo" in the browser's menus. */
export function onbeforeinput(event: InputEvent): void {
  if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
  event.preventDefault();
  if (event.inputType === 'historyUndo') undo();
  else redo();
}
