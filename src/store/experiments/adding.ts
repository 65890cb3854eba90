import type { Cell } from '../../domain/cell.ts';
import { sha256 } from '../../domain/hash.ts';
import { Problem } from '../../domain/problem.ts';
import type { LabDatabase } from '../schema.ts';
import { writing } from '../writing.ts';
import { merged, type Added } from './merge.ts';

/** A prompt's text before the live conversation, and its SHA-256. */
export interface RecipeText {
  readonly hash: string;
  readonly text: string;
}

/** @throws Problem "bad-input" where a text is not what its hash says */
export async function checkRecipe({ hash, text }: RecipeText): Promise<void> {
  if ((await sha256(text)) === hash) return;
  throw new Problem({
    code: 'bad-input',
    message: `The text of the prompt ${hash} is not the one that this hash was made of.`,
    remedy:
      'Nothing was saved. If it came from a file, the file is damaged; else please report this.',
  });
}

/**
 * "relaxed": the transaction is complete when the operating system has its bytes, as Chromium has it by
 * default. That outlives a browser that is killed; "strict" waits for the disk, which only a machine that
 * loses power needs, for up to ten times the time of each cell. A cell lost that way is made again.
 */
const relaxed = { durability: 'relaxed' } as const;

/**
 * Stores cells of different keys in one transaction, and the texts that the stored ones name.
 * @returns what became of each
 */
export function addTogether(
  db: LabDatabase,
  cells: readonly Cell[],
  texts: ReadonlyMap<string, string>,
): Promise<Added[]> {
  return writing(
    db,
    ['cells', 'texts'],
    async (tx) => {
      const [cellStore, textStore] = [tx.objectStore('cells'), tx.objectStore('texts')];
      const named = new Set<string>();
      const adding = cells.map(async (cell) => {
        const { kept, outcome } = merged(await cellStore.get(cell.key), cell);
        if (outcome !== 'there') await cellStore.put(cell);
        if (kept.kind !== 'failed') named.add(kept.prompt.recipe);
        return outcome;
      });
      const outcomes = await Promise.all(adding);
      for (const recipe of named) {
        const text = texts.get(recipe);
        const missing = text !== undefined && (await textStore.getKey(recipe)) === undefined;
        if (missing) await textStore.put(text, recipe);
      }
      return outcomes;
    },
    relaxed,
  );
}
