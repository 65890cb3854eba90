import { saveFile } from './save-file.ts';

/** Hands the reader a text as a file. */
export const download = (name: string, text: string): void =>
  saveFile(name, new Blob([text], { type: 'text/plain;charset=utf-8' }));
