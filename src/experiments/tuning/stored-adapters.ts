import type { Engine } from '../../engine/engine.ts';
import type { AdapterStore } from '../../store/adapters/adapter-store.ts';
import { cameOf, type AdapterShelf } from './adapters.ts';

/** The reader's own adapters: records in the store, weights in the browser's private files. */
export function storedAdapters(
  store: Promise<Pick<AdapterStore, 'get' | 'list' | 'put'>>,
  engine: Pick<Engine, 'listAdapters'>,
): AdapterShelf {
  return {
    find: async (id) => (await (await store).get(id)) ?? null,
    trained: async (training) =>
      (await (await store).list()).find((adapter) => cameOf(adapter, training)) ?? null,
    ready: async ({ id }) => (await engine.listAdapters({})).includes(id),
    put: async (adapter) => (await store).put(adapter),
  };
}
