import { ensureBenchModel } from '../models/write.ts';
import type { BenchModel } from '../models/specs.ts';
import type { FileServer } from '../browser/serve.ts';
import { openInBrowser } from '../browser/open.ts';
import type { BenchPrecision, Contestant } from '../contest.ts';
import { openInNode } from '../node/open.ts';
import type { Backend } from '../report/row.ts';

export type BaselineName = 'transformers.js' | 'llama.cpp';

/** Where something is measured, on which weights. */
export interface Ground {
  readonly model: BenchModel;
  readonly precision: BenchPrecision;
  readonly backend: Backend;
  readonly threads: number;
}

/** What is measured side by side. */
export interface Pair {
  readonly ours: Contestant;
  readonly baselines: readonly Contestant[];
}

/** Name of a model in a precision, as rows have it. */
export const nameOf = ({ model, precision }: Ground): string => `${model.id} ${precision}`;

/**
 * Opens ours and the baselines, runs something with them, and closes them whatever comes.
 * @param server the page for the browser; started by the first who needs it
 */
export async function withPair<Result>(
  { model, precision, backend, threads }: Ground,
  names: readonly BaselineName[],
  server: () => Promise<FileServer>,
  work: (pair: Pair) => Promise<Result>,
): Promise<Result> {
  const folder = ensureBenchModel(model);
  const opened: Contestant[] = [];
  const open = async (contestant: BaselineName | 'ours'): Promise<Contestant> => {
    const made =
      backend === 'wasm'
        ? await openInBrowser(await server(), {
            contestant,
            model: model.id,
            precision,
            device: 'wasm',
            threads,
          })
        : contestant !== 'llama.cpp'
          ? await openInNode({ contestant, folder, precision, threads })
          : undefined;
    if (!made) throw new Error('llama.cpp is measured in the browser only');
    opened.push(made);
    return made;
  };
  try {
    const ours = await open('ours');
    const baselines: Contestant[] = [];
    for (const name of names) baselines.push(await open(name));
    return await work({ ours, baselines });
  } finally {
    for (const each of opened) await each.close();
  }
}
