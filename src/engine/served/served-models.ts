import { Budget, type Spent } from './budget.ts';
import { RemoteClient, type ClientParts } from './client.ts';
import { Gate } from './gate.ts';
import type { KeyRing } from './keys.ts';
import type { ServedLimits } from './limits.ts';
import type { Endpoint, ServedClient } from './types.ts';
import { persistence as usual, type Persistence } from './wait.ts';

/** Gives what asks a served model: arms and judges find theirs here. */
export type ServedBy = (endpoint: Endpoint) => ServedClient;

/** The served models of one run: all of them together keep to the reader's limits. */
export class ServedModels {
  readonly #parts: ClientParts;
  readonly #clients = new Map<string, ServedClient>();

  constructor(keys: Pick<KeyRing, 'of'>, limits: ServedLimits, persistence: Persistence = usual) {
    const [gate, budget] = [new Gate(limits), new Budget(limits)];
    this.#parts = { keys, limits, gate, budget, persistence };
  }

  /** What this run has asked so far. */
  get spent(): Spent {
    return this.#parts.budget.spent;
  }

  readonly of: ServedBy = (endpoint) => {
    const name = JSON.stringify([endpoint.url, endpoint.model]);
    const client = this.#clients.get(name) ?? new RemoteClient(endpoint, this.#parts);
    this.#clients.set(name, client);
    return client;
  };
}
