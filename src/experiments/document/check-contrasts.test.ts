import { describe, expect, it } from 'vitest';
import { smallDocument } from '../testing/documents.ts';

const level = (label: string) => ({ label, set: {} });
const contrast = (term: object, more: object = {}) => ({
  id: 'gain',
  label: 'Gain',
  terms: [
    { weight: 1, where: { arm: 'URIAL' } },
    { weight: -1, where: { arm: 'bare' }, ...term },
  ],
  expect: { kind: 'above', than: 0 },
  ...more,
});
const document =
  (contrasts: object[], more: object = {}) =>
  () =>
    smallDocument({
      factors: [
        { name: 'arm', levels: [level('bare'), level('URIAL')] },
        { name: 'shown', levels: [level('3'), level('10')] },
      ],
      without: [{ arm: 'bare', shown: '10' }],
      references: [{ label: 'aligned', set: {} }],
      contrasts,
      ...more,
    });

describe('checkContrasts', () => {
  it('takes what the document has', () => {
    for (const term of [
      {},
      { where: {} },
      { where: { arm: ['bare', 'URIAL'], shown: '10' }, turn: 2 },
      { where: { reference: 'aligned', turn: '1' } },
      { items: { part: 'world', category: 'math' } },
    ])
      expect(document([contrast(term)])).not.toThrow();
    expect(document([contrast({}, { scorer: 'lab-80/score' })])).not.toThrow();
  });

  it('names the contrast and what it lacks', () => {
    for (const [term, message] of [
      [{ where: { size: '1' } }, 'there is no factor “size”'],
      [{ where: { arm: 'chat' } }, 'arm has no level “chat”'],
      [{ where: { arm: ['bare', 'chat'] } }, 'arm has no level “chat”'],
      [{ where: { reference: 'other' } }, 'reference has no level “other”'],
      [{ where: { arm: 'bare', shown: '10' } }, 'no arm is {"arm":"bare","shown":"10"}'],
      [{ where: { arm: 'bare', reference: 'aligned' } }, 'no arm is'],
      [{ where: { turn: '3' } }, 'turn 3 is not asked'],
      [{ items: { part: 'context' } }, 'no question has the part “context”'],
      [{ items: { category: 'law' } }, 'no question has the category “law”'],
    ] as const)
      expect(document([contrast(term)])).toThrow(`contrasts[0] “gain”, terms[1]: ${message}`);
    expect(document([contrast({ turn: 2 })], { turns: 1 })).toThrow('turn 2 is not asked');
    expect(document([contrast({}, { scorer: 'exact' })])).toThrow(
      'contrasts[0] “gain”: there is no scorer “exact”',
    );
    expect(document([contrast({}), contrast({})])).toThrow(
      'contrasts[1] “gain”: another contrast has this id',
    );
  });

  it('knows the prompts of a search’s check, and not its candidates', () => {
    const questions = { bench: 'lab-80', split: 'test', part: 'context' };
    const check = { questions, factors: [{ name: 'to', levels: [level('a')] }] };
    const search = { candidates: 3, rounds: 1, threshold: null, check };
    const found = (where: object, items = {}) =>
      document([{ ...contrast({}), terms: [{ weight: 1, where, items }] }], {
        factors: [],
        without: [],
        search,
        figure: { kind: 'histogram' },
      });
    expect(found({ prompt: 'URIAL + 1', to: 'a' }, { part: 'context' })).not.toThrow();
    expect(found({ reference: 'aligned' })).not.toThrow();
    expect(found({ prompt: 'URIAL + 2' })).toThrow('prompt has no level “URIAL + 2”');
    expect(found({ candidate: '1' })).toThrow('no factor “candidate”');
    expect(found({}, { part: 'world' })).toThrow('no question has the part “world”');
  });
});
