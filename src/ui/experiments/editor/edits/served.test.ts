import { describe, expect, it } from 'vitest';
import { problemOf } from '../../../../domain/testing/problem-of.ts';
import { blankDocument } from '../../../../experiments/gallery/blank.ts';
import { applied } from './apply.ts';
import { addReference, removeReference } from './references.ts';
import { addServed, removeServed, renameServed, setServed } from './served.ts';

const far = {
  name: 'far',
  url: 'http://localhost:8080/v1',
  model: 'm',
  api: 'completions',
} as const;

describe('edits of served models', () => {
  it('add, change, rename and remove one; arms follow its name', () => {
    let { document } = applied(blankDocument(), addServed(far));
    ({ document } = applied(document, addServed(far)));
    expect(document.served.map(({ name }) => name)).toEqual(['far', 'far 2']);
    ({ document } = applied(document, addReference({ label: 'F', set: { model: 'served:far' } })));
    ({ document } = applied(document, renameServed(0, 'lab server')));
    ({ document } = applied(document, setServed(1, { url: 'https://example.org/v1' })));
    expect(document.served).toMatchObject([
      { name: 'lab server', url: far.url },
      { name: 'far 2', url: 'https://example.org/v1' },
    ]);
    expect(document.references[0]?.set.model).toBe('served:lab server');
    ({ document } = applied(document, removeServed(1)));
    expect(document.served).toHaveLength(1);
  });

  it('leave one that an arm asks', async () => {
    let { document } = applied(blankDocument(), addServed(far));
    ({ document } = applied(document, addReference({ label: 'F', set: { model: 'served:far' } })));
    const problem = await problemOf(
      Promise.resolve().then(() => applied(document, removeServed(0))),
    );
    expect(problem.message).toMatch(/“F”.*“far”/);
    ({ document } = applied(document, removeReference(0)));
    expect(applied(document, removeServed(0)).document.served).toEqual([]);
  });
});
