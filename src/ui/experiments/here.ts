import { StoredSets } from '../../experiments/library/library.ts';
import { readBeside, Shelf } from '../../experiments/material/shelf.ts';
import { experiments, setStore, store } from '../lab.svelte.ts';
import { notices } from '../notices/notices.svelte.ts';
import { DocumentDesk } from './editor/state/document-desk.svelte.ts';
import { ExperimentList } from './home/experiment-list.svelte.ts';

/** The bundled bench's files, and the imported sets. */
export const shelf = new Shelf(readBeside(document.baseURI), new StoredSets(setStore));

/** The one list of experiments of this page. */
export const mine = new ExperimentList(experiments, notices);

/** The one document that is being written. */
export const desk = new DocumentDesk({ drafts: store, shelf, notices });
// a set that a document names may come, or go
void setStore.then((sets) => sets.onChange(() => desk.recount())).catch(() => undefined);
