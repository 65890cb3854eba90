import { setStore } from '../lab.svelte.ts';
import { notices } from '../notices/notices.svelte.ts';
import { ImportDesk } from './state/import-desk.svelte.ts';
import { SetList } from './state/set-list.svelte.ts';

/** The one list of imported sets of this page. */
export const sets = new SetList(setStore, notices);

/** The one import of this page: it goes on while the reader looks at another place. */
export const importing = new ImportDesk({ sets, notices });
