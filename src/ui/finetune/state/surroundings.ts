import type { LoadedModel } from '../../../../workers/protocol.ts';
import type { Demonstration } from '../../../domain/demonstration.ts';
import type { Engine } from '../../../engine/engine.ts';
import type { Shelf } from '../../../experiments/material/shelf.ts';
import type { RunStore } from '../../../store/run-store.ts';
import type { AdapterList } from '../../adapters/adapter-list.svelte.ts';
import type { ModelChoice } from '../../model/model.svelte.ts';
import type { Notice } from '../../notices/notices.svelte.ts';

export type Drafts = Pick<RunStore, 'readDraft' | 'writeDraft'>;

/** What fine-tuning needs of the lab. */
export interface Surroundings {
  engine: Engine;
  model: { readonly loaded: LoadedModel | null; readonly choice: ModelChoice };
  /** Rejects with a Problem where the browser keeps no data. */
  drafts: Promise<Drafts>;
  shelf: Shelf;
  /** The Playground's, as they are now. */
  demonstrations: () => readonly Demonstration[];
  adapters: Pick<AdapterList, 'add' | 'all' | 'of'>;
  /** Has a sentence read out to those who do not see the page change. */
  say: (sentence: string) => void;
  notices: {
    problem(thrown: unknown, action?: Notice['action']): void;
    news(message: string, action?: Notice['action']): void;
  };
}
