import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workFiles, type TrainingWork } from './work.ts';

/** A work's description from its folder; we wrote it. */
export const readWork = (folder: string): TrainingWork =>
  JSON.parse(readFileSync(join(folder, workFiles.work), 'utf8')) as TrainingWork;
