import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { Cell } from '../../domain/cell.ts';
import type { ExperimentRecord } from '../../domain/experiment.ts';
import { canonicalJson, sha256 } from '../../domain/hash.ts';
import { ModelManifest } from '../../domain/model.ts';
import type { Engine } from '../../engine/engine.ts';
import { Shelf } from '../material/shelf.ts';
import { ModelBook } from '../plan/models.ts';
import type { Keeper } from '../run/keeper.ts';

/** The bench's files, from the folder that the page serves. */
export const shelf = (): Shelf =>
  new Shelf(async (path) => JSON.parse(await readFile(`public/${path}`, 'utf8')) as unknown);

/** What a bundled model is, from the folder that the page serves. */
export const modelFacts: Engine['inspect'] = async ({ model, precision }) => {
  const text = await readFile(`public/models/${model}/manifest.json`, 'utf8');
  const { name, label, files, contextLength } = v.parse(ModelManifest, JSON.parse(text));
  const fingerprint = canonicalJson([precision, ...files.map(({ sha256 }) => sha256)]);
  return { identity: { id: name, label, precision, fingerprint, files }, contextLength };
};

/** The bundled models, the larger base model chosen. */
export const models = (): ModelBook =>
  new ModelBook({ inspect: modelFacts }, { id: 'lab-base-4m', precision: 'fp32' });

/** A keeper in memory that counts how often each key was taken in; the real one is IndexedDB's. */
export class MemoryKeeper implements Keeper {
  readonly kept = new Map<string, Cell>();
  readonly times = new Map<string, number>();
  readonly texts = new Map<string, string>();
  readonly stored: unknown[] = [];
  record: ExperimentRecord | null = null;

  put = async (record: ExperimentRecord): Promise<void> => {
    this.record = structuredClone(record);
  };

  putRound: Keeper['putRound'] = async (round) => {
    this.stored[round.number] = structuredClone(round);
  };

  rounds = async (): Promise<unknown[]> => this.stored;

  addCell: Keeper['addCell'] = async (cell, recipe) => {
    if (recipe && (await sha256(recipe.text)) !== recipe.hash)
      throw new Error(`${recipe.hash} is not the hash of its text`);
    if (recipe) this.texts.set(recipe.hash, recipe.text);
    const before = this.kept.get(cell.key);
    if (before && before.kind !== 'failed') return;
    this.kept.set(cell.key, structuredClone(cell));
    this.times.set(cell.key, (this.times.get(cell.key) ?? 0) + 1);
  };

  cellStates: Keeper['cellStates'] = async (keys) =>
    new Map(
      keys.flatMap((key) => {
        const cell = this.kept.get(key);
        return cell ? [[key, cell.kind === 'failed' ? 'failed' : 'done'] as const] : [];
      }),
    );

  cells: Keeper['cells'] = async (keys) =>
    new Map(
      keys.flatMap((key) => {
        const cell = this.kept.get(key);
        return cell ? [[key, cell] as const] : [];
      }),
    );
}
