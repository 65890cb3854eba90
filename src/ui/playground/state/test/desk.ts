import { Problem } from '../../../../domain/problem.ts';
import type { Run } from '../../../../domain/run.ts';
import type { LoadedModel } from '../../../../../workers/protocol.ts';
import { Playground } from '../playground.svelte.ts';
import type { DeskStore } from '../surroundings.ts';
import { HandEngine, handModel } from './hand-engine.ts';

/** A playground with its surroundings in memory. */
export function setUp(kept?: unknown, contextLength?: number) {
  const engine = new HandEngine();
  const model: { loaded: LoadedModel | null } = { loaded: handModel(contextLength) };
  const runs: Run[] = [];
  const told: string[] = [];
  const drafts = new Map<string, unknown>(kept === undefined ? [] : [['playground', kept]]);
  const disk = { full: false };
  const store: DeskStore = {
    async add(added) {
      if (disk.full) throw new Problem({ code: 'storage-full', message: 'full', remedy: 'delete' });
      runs.push(...added);
    },
    get: async (id) => runs.find((run) => run.id === id),
    async annotate(id, notes) {
      Object.assign(runs.find((run) => run.id === id) ?? {}, notes);
    },
    readDraft: async (name) => drafts.get(name),
    async writeDraft(name, value) {
      drafts.set(name, structuredClone(value));
    },
    onChange: () => () => undefined,
  };
  const playground = new Playground({
    engine,
    model,
    store: Promise.resolve(store),
    notices: {
      problem: (thrown) => void told.push(Problem.from(thrown).message),
      news: (message) => void told.push(message),
    },
  });
  return { playground, engine, model, runs, told, drafts, disk };
}
