import { Problem } from '../../../domain/problem.ts';
import type { Asking } from '../../../experiments/library/asking.ts';
import { hostOf, Hub, type Split } from '../../../experiments/library/hub.ts';
import { readHubRows } from '../../../experiments/library/hub-file.ts';
import { importedFrom, type WholeImport } from '../../../experiments/library/import.ts';
import { fetchFile, nameIn } from '../../../experiments/library/link.ts';
import { readBenchFile, type ReadAs } from '../../../formats/benches/read.ts';
import type { BenchFile } from '../../../formats/benches/types.ts';
import { stem } from '../../../formats/benches/form.ts';

/** Something to be read, and what is known of where it comes from. */
interface Given {
  readonly name: string;
  /** What the set is called if the reader says nothing else; absent: after the file. */
  readonly title?: string;
  readonly source: string | null;
  readonly licence: string | null;
  /** @throws Problem 'bad-input' where nothing in it can be read */
  read(as?: ReadAs): Promise<BenchFile>;
}

/** How far an import is. */
export type ImportPhase =
  | { readonly kind: 'idle' }
  /** Asking another server; rows where they can be counted. */
  | { readonly kind: 'fetching'; readonly from: string; readonly done: number; readonly of: number }
  | { readonly kind: 'preview'; readonly given: Given; readonly file: BenchFile }
  | { readonly kind: 'failed'; readonly name: string; readonly problem: Problem };

/** What the desk takes from the lab. */
export interface ImportParts {
  readonly sets: { add(whole: WholeImport): Promise<void> };
  readonly notices: { problem(thrown: unknown): void; news(message: string): void };
  /** How other servers are asked; tests are quicker. */
  readonly asking?: Omit<Asking, 'signal'>;
}

/** Largest file that is read, in bytes. */
const largest = 400_000_000;

/** The one import of this page: what is chosen is read and shown, and kept only when the reader says so. */
export class ImportDesk {
  phase = $state.raw<ImportPhase>({ kind: 'idle' });
  /** What the reader says of what is shown. */
  name = $state('');
  licence = $state('');
  source = $state('');
  as = $state<ReadAs | undefined>(undefined);
  keeping = $state(false);
  /** Files that wait for their turn. */
  waiting = $state.raw<readonly Given[]>([]);
  readonly #near: ImportParts;
  #stop = new AbortController();

  constructor(near: ImportParts) {
    this.#near = near;
  }

  get busy(): boolean {
    return this.phase.kind === 'fetching';
  }

  /** Takes files in, the first to be shown at once and the others after it. */
  async take(files: readonly File[]): Promise<void> {
    const given = files.map((file): Given => ({
      name: file.name,
      source: file.name,
      licence: null,
      read: async (as) => readBenchFile(await textOf(file), file.name, as),
    }));
    this.waiting = [...this.waiting, ...given];
    if (this.phase.kind === 'idle' || this.phase.kind === 'failed') await this.#next();
  }

  /** Takes a pasted text in. */
  async paste(text: string): Promise<void> {
    const name = 'Pasted text';
    await this.#show({
      name,
      source: null,
      licence: null,
      read: (as) => Promise.resolve().then(() => readBenchFile(text, name, as)),
    });
  }

  /** Asks a server for a file, which the reader has agreed to. */
  fetchLink(address: URL): Promise<void> {
    return this.#fetch(address.host, async (signal) => {
      const text = await fetchFile(address, { ...this.#near.asking, signal });
      const name = nameIn(address);
      return {
        name,
        source: address.href,
        licence: null,
        read: (as) => Promise.resolve().then(() => readBenchFile(text, name, as)),
      };
    });
  }

  /** Asks the dataset server for what parts a data set has, which the reader has agreed to; null where it fails. */
  async splits(server: string, dataset: string): Promise<Split[] | null> {
    let found: Split[] | null = null;
    await this.#fetch(hostOf(server), async (signal) => {
      found = await this.#hub(server).splits(dataset, signal);
      return null;
    });
    return found;
  }

  /** Asks the dataset server for rows, at most so many. */
  fetchRows(server: string, dataset: string, split: Split, most: number): Promise<void> {
    const from = hostOf(server);
    return this.#fetch(from, async (signal) => {
      const hub = this.#hub(server);
      const tell = (done: number, of: number) =>
        (this.phase = { kind: 'fetching', from, done, of });
      const rows = await hub.rows(dataset, split, most, tell, signal);
      const licence = await hub.licence(dataset, split.config, signal);
      return {
        name: dataset,
        title: dataset,
        source: `${dataset} on the Hugging Face hub (${split.config}, ${split.split})`,
        licence,
        read: (as) => Promise.resolve().then(() => readHubRows(rows, dataset, as)),
      };
    });
  }

  /** Ends what is under way with another server. */
  cancel(): void {
    this.#stop.abort();
  }

  /** Reads what is shown as something else. */
  async readAs(as: ReadAs | undefined): Promise<void> {
    const { phase } = this;
    if (phase.kind !== 'preview') return;
    try {
      this.phase = { ...phase, file: await phase.given.read(as) };
      this.as = as;
    } catch (thrown) {
      this.#near.notices.problem(thrown);
    }
  }

  /** Puts what is shown into the library. */
  async keep(): Promise<void> {
    const { phase, name, licence, source } = this;
    if (phase.kind !== 'preview' || this.keeping) return;
    this.keeping = true;
    try {
      const whole = await importedFrom(phase.file, { name, licence, source });
      await this.#near.sets.add(whole);
      this.#near.notices.news(`“${whole.set.name}” is in the library.`);
      await this.#next();
    } catch (thrown) {
      this.#near.notices.problem(thrown);
    }
    this.keeping = false;
  }

  /** Leaves what is shown, or what could not be read, and goes on with the next. */
  async leave(): Promise<void> {
    await this.#next();
  }

  #hub(server: string): Hub {
    return new Hub(server, this.#near.asking);
  }

  async #next(): Promise<void> {
    const [first, ...others] = this.waiting;
    this.waiting = others;
    if (first) await this.#show(first);
    else this.phase = { kind: 'idle' };
  }

  async #show(given: Given): Promise<void> {
    try {
      const file = await given.read();
      [this.name, this.licence] = [given.title ?? stem(given.name), given.licence ?? ''];
      [this.source, this.as] = [given.source ?? '', undefined];
      this.phase = { kind: 'preview', given, file };
    } catch (thrown) {
      this.phase = { kind: 'failed', name: given.name, problem: Problem.from(thrown) };
    }
  }

  async #fetch(from: string, get: (signal: AbortSignal) => Promise<Given | null>): Promise<void> {
    if (this.busy) return;
    this.#stop = new AbortController();
    this.phase = { kind: 'fetching', from, done: 0, of: 0 };
    try {
      const given = await get(this.#stop.signal);
      if (given) await this.#show(given);
      else this.phase = { kind: 'idle' };
    } catch (thrown) {
      const problem = Problem.from(thrown);
      this.phase =
        problem.code === 'cancelled' ? { kind: 'idle' } : { kind: 'failed', name: from, problem };
    }
  }
}

async function textOf(file: File): Promise<string> {
  if (file.size <= largest) return file.text();
  throw new Problem({
    code: 'bad-input',
    message: `${file.name}: ${(file.size / 1e6).toFixed(0)} MB is too much for a page to read.`,
    remedy: 'Take a part of it. Nothing was imported.',
  });
}
