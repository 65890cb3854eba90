import { readFile } from 'node:fs/promises';
import { Shelf } from '../../../../experiments/material/shelf.ts';

/** Reads what the page serves. */
export const diskShelf = (): Shelf =>
  new Shelf(async (path) => JSON.parse(await readFile(`public/${path}`, 'utf8')) as unknown);
