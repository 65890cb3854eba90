import { untrack } from 'svelte';
import { adapters, engine, model, store } from '../lab.svelte.ts';
import { notices } from '../notices/notices.svelte.ts';
import { announcer } from '../parts/announcer.svelte.ts';
import { playground } from '../playground/here.ts';
import { Shelf, readBeside } from '../../experiments/material/shelf.ts';
import { FineTune } from './state/fine-tune.svelte.ts';

/** The one training desk: it goes on working while the reader looks at another place. */
export const desk = new FineTune(
  {
    engine,
    model,
    drafts: store,
    shelf: new Shelf(readBeside(document.baseURI)),
    demonstrations: () => playground.editor.draft.recipe.demonstrations,
    adapters,
    say: (sentence) => announcer.say(sentence),
    notices,
  },
  'What is the capital of Spain?',
);

// for as long as the page lives: a training outlives a look at another place
$effect.root(() => {
  $effect(() => {
    void model.loaded;
    untrack(() => desk.modelChanged());
  });
  $effect(() => {
    void playground.editor.draft.recipe.demonstrations;
    untrack(() => desk.demonstrationsChanged());
  });
});
