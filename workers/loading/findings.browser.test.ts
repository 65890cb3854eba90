import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/domain/hash.ts';
import { recall, remember, type Circumstances, type Finding } from './findings.ts';

const circumstances: Circumstances = {
  fingerprint: 'f',
  requested: 'auto',
  path: undefined,
  adapter: { vendor: 'v', architecture: 'a', device: '', description: '' },
  browser: 'b',
  threads: 2,
  versions: ['1'],
};
const finding: Finding = {
  report: {
    kind: 'webgpu',
    requested: 'auto',
    adapter: 'v / a',
    threads: 1,
    reason: 'It passed.',
    selfTest: { passed: true, maxDifference: 0.001, tolerance: 0.01 },
    path: { kind: 'shared-prefix', reason: 'Runs share.' },
  },
  subgroups: true,
};

describe('findings', () => {
  it('are there again under the same circumstances, and under no others', async () => {
    await remember(circumstances, finding);
    expect(await recall(circumstances)).toEqual(finding);
    const others: Partial<Circumstances>[] = [
      { fingerprint: 'g' },
      { adapter: null },
      { path: 'plain' },
      { threads: 4 },
      { versions: ['2'] },
    ];
    for (const other of others) expect(await recall({ ...circumstances, ...other })).toBeNull();
    await remember(circumstances, null);
    expect(await recall(circumstances)).toBeNull();
  });

  it('that cannot be read are none', async () => {
    // its own circumstances: models that other tests load in this browser leave findings, too
    const ours = { ...circumstances, fingerprint: 'damaged' };
    await remember(ours, finding);
    const db = await openDB('incontext-lab-findings', 1);
    const key = await sha256(JSON.stringify(ours));
    expect(await db.get('findings', key)).toEqual(finding);
    await db.put('findings', { report: 'damaged' }, key);
    db.close();
    expect(await recall(ours)).toBeNull();
    await remember(ours, null);
  });
});
