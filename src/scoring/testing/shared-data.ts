import { existsSync, readFileSync } from 'node:fs';

const root = '../shared/data';

/** Whether the published data sets lie beside the checkout; tests on them say that they are skipped. */
export const sharedData = existsSync(root);

/** A test's name, with the reason why it is skipped where the data are absent. */
export const named = (name: string): string =>
  sharedData ? name : `${name} (skipped: ${root} is absent)`;

/** A file of the shared data, as JSON. The caller names the shape: it knows the file. */
export const sharedJson = <T>(path: string): T =>
  JSON.parse(readFileSync(`${root}/${path}`, 'utf8')) as T;

/** The records of a shared JSON-lines file. */
export const sharedLines = <T>(path: string): T[] =>
  readFileSync(`${root}/${path}`, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
