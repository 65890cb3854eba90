import { Problem } from '../../../domain/problem.ts';
import type { Run, RunNotes } from '../../../domain/run.ts';
import type { RunStore } from '../../../store/run-store.ts';
import type { notices as Notices } from '../../notices/notices.svelte.ts';

/** One stored run on screen, kept up with changes from here and from other tabs. */
export class OpenRun {
  run = $state.raw<Run | null>(null);
  state = $state<'opening' | 'open' | 'missing' | 'failed'>('opening');
  problem = $state.raw<Problem | null>(null);
  readonly id: string;
  readonly #store: Promise<RunStore>;
  readonly #notices: typeof Notices;
  #stop: (() => void) | null = null;
  #closed = false;

  constructor(id: string, store: Promise<RunStore>, notices: typeof Notices) {
    this.id = id;
    this.#store = store;
    this.#notices = notices;
    void this.#watch();
  }

  /** Reads the run; what hinders it shows in `state` and `problem`. */
  async load(): Promise<void> {
    try {
      const run = await (await this.#store).get(this.id);
      this.run = run ?? null;
      this.state = run ? 'open' : 'missing';
      this.problem = null;
    } catch (thrown) {
      this.problem = Problem.from(thrown);
      this.state = 'failed';
    }
  }

  /** Saves tags, notes or rating at once. Returns whether they are saved; if not, the reader is told. */
  async annotate(patch: Partial<RunNotes>): Promise<boolean> {
    if (this.run) this.run = { ...this.run, ...patch };
    try {
      await (await this.#store).annotate(this.id, patch);
      return true;
    } catch (thrown) {
      this.#notices.problem(thrown);
      return false;
    }
  }

  close(): void {
    this.#closed = true;
    this.#stop?.();
  }

  async #watch(): Promise<void> {
    const store = await this.#store.catch(() => null); // `load` tells why
    if (this.#closed) return;
    this.#stop =
      store?.onChange((change) => {
        const mine =
          change.kind === 'reset' ||
          (change.kind === 'removed' && change.ids.includes(this.id)) ||
          (change.kind === 'put' && change.summaries.some(({ id }) => id === this.id));
        if (mine) void this.load();
      }) ?? null;
    await this.load();
  }
}
