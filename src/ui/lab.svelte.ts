import { createWorkerEngine } from '../engine/worker-engine.ts';
import { openRunStore } from '../store/run-store.ts';
import { ModelState } from './model/model.svelte.ts';
import { notices } from './notices/notices.svelte.ts';

/** What the places share: one engine, the model in it, the store of runs. */
export const engine = createWorkerEngine();
export const model = new ModelState(engine);
engine.onCrash((problem) => notices.problem(problem));

/** Opens once; rejects with a Problem where the browser keeps no data. */
export const store = openRunStore();
