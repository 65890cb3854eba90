import type { Engine } from '../../../engine/engine.ts';
import type { RunStore } from '../../../store/run-store.ts';
import type { LoadedModel } from '../../../../workers/protocol.ts';
import type { Notice } from '../../notices/notices.svelte.ts';

/** What of the store the playground uses. */
export type DeskStore = Pick<
  RunStore,
  'add' | 'get' | 'annotate' | 'readDraft' | 'writeDraft' | 'onChange'
>;

/** What the playground needs of the lab. */
export interface Surroundings {
  engine: Engine;
  model: { readonly loaded: LoadedModel | null };
  /** Rejects with a Problem where the browser keeps no data. */
  store: Promise<DeskStore>;
  notices: {
    problem(thrown: unknown, action?: Notice['action']): void;
    news(message: string, action?: Notice['action']): void;
  };
}
