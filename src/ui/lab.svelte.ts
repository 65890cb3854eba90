import { createWorkerEngine } from '../engine/worker-engine.ts';
import { openStores } from '../store/stores.ts';
import { AdapterList } from './adapters/adapter-list.svelte.ts';
import { ModelState } from './model/model.svelte.ts';
import { notices } from './notices/notices.svelte.ts';

/** What the places share: one engine, the model in it, the stores of runs and experiments, the adapters. */
export const engine = createWorkerEngine();
export const model = new ModelState(engine);
engine.onCrash((problem) => notices.problem(problem));

/** Opens once; both reject with a Problem where the browser keeps no data. */
const stores = openStores();
export const store = stores.then(({ runs }) => runs);
export const experiments = stores.then((opened) => opened.experiments);
experiments.catch(() => undefined); // whoever uses it tells why
export const adapterStore = stores.then((opened) => opened.adapters);
adapterStore.catch(() => undefined);
export const setStore = stores.then(({ sets }) => sets);
setStore.catch(() => undefined);

/** The one list of adapters of this page. */
export const adapters = new AdapterList(adapterStore, engine, notices);
