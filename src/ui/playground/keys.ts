import { announcer } from '../parts/announcer.svelte.ts';
import { historyInput, historyKeys } from '../parts/editing/keys.ts';
import { playground } from './here.ts';

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
  } else historyKeys(playground.editor, event);
}

export const onbeforeinput = (event: InputEvent): void => historyInput(playground.editor, event);
