import { openDB } from 'idb';
import * as v from 'valibot';
import { sha256 } from '../../src/domain/hash.ts';
import { DeviceReport, type DecodingPath } from '../../src/domain/model.ts';

/** What the self-tests of a load came to: enough to open the same again without them. */
export const Finding = v.object({
  /** What the page was told. */
  report: DeviceReport,
  /** Whether the device was asked for with the runtime's subgroup kernels. */
  subgroups: v.boolean(),
});
export type Finding = v.InferOutput<typeof Finding>;

/** Everything that a finding depends on. */
export interface Circumstances {
  /** Of the model's files. */
  fingerprint: string;
  /** What the reader asked for. */
  requested: DeviceReport['requested'];
  path: DecodingPath['kind'] | undefined;
  /** The adapter, as far as the browser names it; null where there is none. */
  adapter: Pick<GPUAdapterInfo, 'vendor' | 'architecture' | 'device' | 'description'> | null;
  browser: string;
  /** Of wasm. */
  threads: number;
  /** Of the runtime, and of what is rewritten and tested here. */
  versions: readonly string[];
}

const store = 'findings';
const open = () =>
  openDB('incontext-lab-findings', 1, { upgrade: (db) => void db.createObjectStore(store) });

const keyOf = (circumstances: Circumstances) => sha256(JSON.stringify(circumstances));

/** What was found under the same circumstances; null where nothing was, or nothing can be read. */
export async function recall(circumstances: Circumstances): Promise<Finding | null> {
  try {
    const db = await open();
    const found: unknown = await db.get(store, await keyOf(circumstances));
    db.close();
    const finding = v.safeParse(Finding, found);
    return finding.success ? finding.output : null;
  } catch {
    return null; // a browser that keeps nothing tests every time
  }
}

/** Keeps what was found; null forgets it. */
export async function remember(
  circumstances: Circumstances,
  finding: Finding | null,
): Promise<void> {
  try {
    const db = await open();
    const key = await keyOf(circumstances);
    await (finding ? db.put(store, finding, key) : db.delete(store, key));
    db.close();
  } catch {
    // as above
  }
}
