import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { canonicalJson } from '../../domain/hash.ts';
import { ModelManifest } from '../../domain/model.ts';
import { Shelf } from '../material/shelf.ts';
import { ModelBook } from '../plan/models.ts';

/** The bench's files, from the folder that the page serves. */
export const shelf = (): Shelf =>
  new Shelf(async (path) => JSON.parse(await readFile(`public/${path}`, 'utf8')) as unknown);

/** The bundled models, looked up in the folder that the page serves. */
export const models = (): ModelBook =>
  new ModelBook(
    {
      inspect: async ({ model, precision }) => {
        const text = await readFile(`public/models/${model}/manifest.json`, 'utf8');
        const { name, label, files, contextLength } = v.parse(ModelManifest, JSON.parse(text));
        const fingerprint = canonicalJson([precision, ...files.map(({ sha256 }) => sha256)]);
        return { identity: { id: name, label, precision, fingerprint, files }, contextLength };
      },
    },
    { id: 'lab-base-4m', precision: 'fp32' },
  );
