import * as v from 'valibot';
import { Paces, type Pace } from '../../../../experiments/plan/pace.ts';
import type { SessionParts } from './parts.ts';

const name = 'paces';

/** How fast models were on this machine; one that cannot be read is measured again. */
export class RememberedPaces {
  readonly #drafts: SessionParts['drafts'];

  constructor(drafts: SessionParts['drafts']) {
    this.#drafts = drafts;
  }

  async all(): Promise<ReadonlyMap<string, Pace>> {
    try {
      const parsed = v.safeParse(Paces, await (await this.#drafts).readDraft(name));
      return new Map(parsed.success ? Object.entries(parsed.output.paces) : []);
    } catch {
      return new Map();
    }
  }

  putOne(name: string, pace: Pace): Promise<void> {
    return this.put(new Map([[name, pace]]));
  }

  async put(paces: ReadonlyMap<string, Pace>): Promise<void> {
    const known = new Map([...(await this.all()), ...paces]);
    const record: Paces = { schema: 1, paces: Object.fromEntries(known) };
    // a pace that is forgotten costs a probe
    await (await this.#drafts).writeDraft(name, record).catch(() => undefined);
  }
}
