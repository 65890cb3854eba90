import { describe, expect, it } from 'vitest';
import { claimIds } from '../document/contrast.ts';
import { planRound, wholeRound } from '../plan/plan-round.ts';
import { assemble } from '../results/assemble.ts';
import { nextRound } from '../search/next-round.ts';
import { models, shelf } from '../testing/world.ts';
import { documentOf, gallery } from './gallery.ts';
import { templateIds } from './template.ts';

it('has every study', () => {
  expect(gallery.map(({ id }) => id)).toEqual(templateIds);
});

it('tests every claim', () => {
  const tested = new Set(gallery.flatMap(({ claims }) => claims));
  expect([...tested].toSorted()).toEqual([...claimIds].toSorted());
});

describe.each(gallery)('$id', (template) => {
  it.each(['quick', 'full'] as const)('is a document that can be planned: %s', async (size) => {
    const document = documentOf(template.id, size);
    expect(new Set(document.contrasts.flatMap(({ claim }) => claim ?? []))).toEqual(
      new Set(template.claims),
    );
    const nothing = await assemble(document, [], () => Promise.resolve(new Map()));
    const first = await nextRound('e', document, nothing, shelf());
    const wanted = first ?? wholeRound('e', document);
    const few = { ...wanted, questions: { ...wanted.questions, limit: 2 } };
    const { round } = await planRound(document, few, { models: models(), shelf: shelf() });
    expect(round.cells.length).toBeGreaterThan(0);
  });
});
