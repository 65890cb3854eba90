import { engine, model, store } from '../lab.svelte.ts';
import { notices } from '../notices/notices.svelte.ts';
import { Playground } from './state/playground.svelte.ts';

/** The one playground: it goes on working while the reader looks at another place. */
export const playground = new Playground({ engine, model, store, notices });
