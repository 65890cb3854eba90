import type { Adapter } from '../../domain/training/adapter.ts';
import { cameOf, type AdapterShelf } from '../tuning/adapters.ts';

/** Records of adapters in memory. */
export class MemoryAdapters implements AdapterShelf {
  readonly byId = new Map<string, Adapter>();
  /** Ids whose weights are gone. */
  readonly gone = new Set<string>();

  find: AdapterShelf['find'] = async (id) => this.byId.get(id) ?? null;

  trained: AdapterShelf['trained'] = async (training) =>
    [...this.byId.values()].find((adapter) => cameOf(adapter, training)) ?? null;

  ready: AdapterShelf['ready'] = async ({ id }) => !this.gone.has(id);

  put: AdapterShelf['put'] = async (adapter) => {
    this.byId.set(adapter.id, adapter);
    this.gone.delete(adapter.id);
  };
}
