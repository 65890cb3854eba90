import type { DeviceChoice, Precision } from '../../../../domain/model.ts';
import type { Problem } from '../../../../domain/problem.ts';
import type { Engine } from '../../../../engine/engine.ts';
import type { Seat } from '../../../../engine/worker-engine.ts';
import type { Shelf } from '../../../../experiments/material/shelf.ts';
import type { AdapterStore } from '../../../../store/adapters/adapter-store.ts';
import type { ExperimentStore } from '../../../../store/experiments/experiment-store.ts';
import type { RunStore } from '../../../../store/run-store.ts';
import type { LoadedModel } from '../../../../../workers/protocol.ts';
import type { Notice } from '../../../notices/notices.svelte.ts';

/** What of the store of experiments a session uses. */
export type SessionStore = Pick<
  ExperimentStore,
  | 'put'
  | 'get'
  | 'remove'
  | 'restore'
  | 'putRound'
  | 'rounds'
  | 'addCell'
  | 'cellStates'
  | 'cells'
  | 'text'
  | 'ratings'
  | 'onChange'
>;

/** What a session needs of the lab. */
export interface SessionParts {
  /** Rejects with a Problem where the browser keeps no data. */
  readonly store: Promise<SessionStore>;
  readonly drafts: Promise<Pick<RunStore, 'readDraft' | 'writeDraft'>>;
  /** What trainings come to: an experiment's too are the reader's. */
  readonly adapters: Promise<Pick<AdapterStore, 'get' | 'list' | 'put'>>;
  /** The reader's own model: what an experiment begins with, and what counts tokens where it can. */
  readonly engine: Engine;
  readonly model: {
    readonly choice: { model: string; precision: Precision; device: DeviceChoice };
    readonly loaded: LoadedModel | null;
    readonly problem: Problem | null;
  };
  readonly createEngine: (seat: Seat) => Engine;
  readonly shelf: Shelf;
  readonly notices: {
    problem(thrown: unknown, action?: Notice['action']): void;
    news(message: string, action?: Notice['action']): void;
  };
}
