import type { Run } from '../../domain/run.ts';
import { appVersion } from '../../experiments/record.ts';
import { reconcile, type Reconciled } from '../../formats/reconcile.ts';
import { readRunFile, writeRunFiles } from '../../formats/run-file.ts';
import type { RunStore } from '../../store/run-store.ts';
import type { notices as Notices } from '../notices/notices.svelte.ts';
import { counted } from '../parts/format.ts';
import { saveFile } from '../parts/save-file.ts';

/** An import or export under way; `total` 0: not known yet. */
export interface FileWork {
  sentence: string;
  done: number;
  total: number;
}

/** Runs from files into the store and back out. One at a time. */
export class RunFiles {
  work = $state.raw<FileWork | null>(null);
  #abort: AbortController | null = null;
  readonly #store: Promise<RunStore>;
  readonly #notices: typeof Notices;

  constructor(store: Promise<RunStore>, notices: typeof Notices) {
    this.#store = store;
    this.#notices = notices;
  }

  /** Imports each file as a whole or not at all, and says what came of it, with an undo. */
  async importFiles(files: Iterable<File>): Promise<void> {
    for (const file of files) {
      const abort = (this.#abort = new AbortController());
      await this.#during(`Reading ${file.name}`, () => this.#importFile(file, abort.signal));
      this.#abort = null;
      if (abort.signal.aborted) return;
    }
  }

  /** Writes the runs with these ids to a file that the browser downloads. */
  async exportRuns(ids: readonly string[]): Promise<void> {
    await this.#during(`Exporting ${counted(ids.length, 'run')}`, async () => {
      const runs = await (await this.#store).getMany(ids);
      download(runs);
      this.#notices.news(`Exported ${counted(runs.length, 'run')}.`);
    });
  }

  /** Gives up reading; once writing has begun it is carried through. */
  cancel(): void {
    this.#abort?.abort();
  }

  get cancellable(): boolean {
    return this.work !== null && this.work.total > 0;
  }

  async #importFile(file: File, signal: AbortSignal): Promise<void> {
    const store = await this.#store;
    const incoming = await readRunFile(file, {
      signal,
      onProgress: (done, total) => (this.work = { sentence: `Checking ${file.name}`, done, total }),
    });
    this.work = { sentence: `Saving the runs of ${file.name}`, done: 0, total: 0 };
    const reconciled = await reconcile(incoming, (ids) => store.getMany(ids));
    await store.add(reconciled.add);
    const ids = reconciled.add.map(({ id }) => id);
    const undo = {
      label: 'Undo',
      run: () => void store.remove(ids).catch((thrown) => this.#notices.problem(thrown)),
    };
    this.#notices.news(sentenceOf(file.name, reconciled), ids.length > 0 ? undo : undefined);
  }

  async #during(sentence: string, act: () => Promise<void>): Promise<void> {
    this.work = { sentence, done: 0, total: 0 };
    try {
      await act();
    } catch (thrown) {
      this.#notices.problem(thrown);
    } finally {
      this.work = null;
    }
  }
}

/** What an import did, in words. */
export function sentenceOf(file: string, { add, same, renamed }: Reconciled): string {
  const parts = [`Imported ${counted(add.length, 'run')} from ${file}.`];
  if (same > 0) parts.push(`${counted(same, 'run')} ${same === 1 ? 'was' : 'were'} here already.`);
  if (renamed > 0) {
    parts.push(
      `${counted(renamed, 'run')} had the id of a saved run but other content, and ` +
        `${renamed === 1 ? 'is' : 'are'} kept beside it.`,
    );
  }
  return parts.join(' ');
}

function download(runs: readonly Run[]): void {
  const now = new Date();
  const files = writeRunFiles(runs, appVersion, now);
  const day = now.toISOString().slice(0, 10);
  for (const [i, parts] of files.entries()) {
    const part = files.length > 1 ? `-${i + 1}-of-${files.length}` : '';
    const content = new Blob(parts, { type: 'application/json' });
    saveFile(`incontext-lab-runs-${day}${part}.json`, content);
  }
}
