import { store } from '../lab.svelte.ts';
import { notices } from '../notices/notices.svelte.ts';
import { RunFiles } from './files.svelte.ts';
import { RunList } from './runs.svelte.ts';

/** The one list of runs of this page, as the reader left it. */
export const runs = new RunList(store, notices);

/** Runs on their way from and to files. */
export const runFiles = new RunFiles(store, notices);
