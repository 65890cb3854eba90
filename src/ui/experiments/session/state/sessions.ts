import { createWorkerEngine } from '../../../../engine/worker-engine.ts';
import { adapterStore, engine, experiments, model, store } from '../../../lab.svelte.ts';
import { notices } from '../../../notices/notices.svelte.ts';
import { shelf } from '../../here.ts';
import type { SessionParts } from './parts.ts';
import { Session } from './session.svelte.ts';

const near: SessionParts = {
  store: experiments,
  drafts: store,
  adapters: adapterStore,
  engine,
  model,
  createEngine: (seat) => createWorkerEngine({ seat }),
  shelf,
  notices,
};

/** Sessions that are on screen or at work: a run goes on while the reader looks at another place. */
const open = new Map<string, Session>();

/** The session of an experiment, opened now if it is not. */
export function enter(id: string): Session {
  const session = open.get(id) ?? new Session(id, near);
  open.set(id, session);
  session.analysing.watched = true;
  return session;
}

/** The reader goes: one that runs stays open, until it ends and nobody has come back. */
export function leave(session: Session): void {
  session.analysing.watched = false;
  void session.atRest().then(() => {
    if (session.analysing.watched || open.get(session.id) !== session) return;
    open.delete(session.id);
    session.close();
  });
}
