import type { Adapter } from '../../domain/training/adapter.ts';
import type { AdapterShelf } from '../tuning/adapters.ts';

/** Records of adapters in memory, by id and by the training that they came of. */
export class MemoryAdapters implements AdapterShelf {
  readonly byId = new Map<string, Adapter>();
  readonly byTraining = new Map<string, Adapter>();

  find: AdapterShelf['find'] = async (id) => this.byId.get(id) ?? null;

  trained: AdapterShelf['trained'] = async ({ identity }) => this.byTraining.get(identity) ?? null;

  put: AdapterShelf['put'] = async (adapter, { identity }) => {
    this.byId.set(adapter.id, adapter);
    this.byTraining.set(identity, adapter);
  };
}
