import { describe, expect, it } from 'vitest';
import type { ExperimentRecord } from '../../domain/experiment.ts';
import { claimIds } from '../document/contrast.ts';
import { smallDocument } from '../testing/documents.ts';
import {
  madeItems,
  madeResults,
  sampleModel,
  type Made,
  type MadePlace,
} from '../testing/results.ts';
import { boardMarkdown } from './board-markdown.ts';
import { boardOf, claimVerdict, type Known } from './board.ts';
import { claims } from './claims.ts';

const contrast = (id: string, claim: string, gain: number, kind = 'above') => ({
  id,
  claim,
  label: `${id} | [gain]`,
  terms: [
    { weight: gain, where: { arm: 'URIAL' } },
    { weight: -gain, where: { arm: 'bare' } },
  ],
  expect: { kind, than: 0 },
});

const better = ({ arm }: MadePlace): number => (arm.label === 'URIAL' ? 2 : 1);

interface KnownAs extends Partial<ExperimentRecord> {
  readonly contrasts?: object[];
  readonly count?: number;
  readonly score?: (place: MadePlace) => Made;
}

function known({
  contrasts = [contrast('gain', 'C1', 1)],
  count = 8,
  score = better,
  ...record
}: KnownAs): Known {
  const document = smallDocument({ contrasts, seeds: [1] });
  return {
    record: {
      schema: 1,
      id: 'x',
      createdAt: '2026-01-01T00:00:00.000Z',
      updatedAt: '2026-01-01T00:00:00.000Z',
      title: 'Some',
      template: null,
      state: 'finished',
      cells: { total: 1, done: 1, failed: 0 },
      models: [sampleModel],
      document,
      ...record,
    },
    results: madeResults(document, { items: madeItems(count), score }),
  };
}

const rowOf = async (id: string, experiments: readonly Known[]) =>
  (await boardOf(sampleModel, experiments)).rows.find(({ claim }) => claim.id === id);

describe('claims', () => {
  it('are thirteen, in order', () => {
    expect(claims.map(({ id }) => id)).toEqual(claimIds);
  });
});

describe('claimVerdict', () => {
  it('needs every contrast to support, and one to contradict', () => {
    expect(claimVerdict([])).toBe('not run');
    expect(claimVerdict(['not run', 'not run'])).toBe('not run');
    expect(claimVerdict(['supported', 'supported'])).toBe('supported');
    expect(claimVerdict(['supported', 'not run'])).toBe('undecided');
    expect(claimVerdict(['supported', 'undecided'])).toBe('undecided');
    expect(claimVerdict(['supported', 'contradicted', 'not run'])).toBe('contradicted');
  });
});

describe('boardOf', () => {
  it('has every claim, most of them not run', async () => {
    const { rows, tests } = await boardOf(sampleModel, [known({})]);
    expect(rows.map(({ claim }) => claim.id)).toEqual(claimIds);
    expect(rows.map(({ verdict }) => verdict)).toEqual([
      'supported',
      ...Array.from({ length: 12 }, () => 'not run'),
    ]);
    expect(tests).toBe(1);
    expect(rows[0]).toMatchObject({
      contrasts: [{ interval: { value: 1, low: 1, high: 1 }, n: 8, p: 2 / 2 ** 8 }],
      experiment: { id: 'x', title: 'Some', n: 8 },
    });
  });

  it('adjusts p for all contrasts of the board', async () => {
    const experiments = [
      known({ contrasts: [contrast('a', 'C1', 1), contrast('b', 'C1', 2)] }),
      known({ id: 'y', contrasts: [contrast('c', 'C5', 1, 'below')] }),
      // not on the board, so it is no test of it
      known({ id: 'z', contrasts: [contrast('d', 'C5', 1)], count: 7 }),
    ];
    const { rows, tests } = await boardOf(sampleModel, experiments);
    expect(tests).toBe(3);
    const adjusted = rows.flatMap(({ contrasts }) => contrasts.map((one) => one.adjusted));
    expect(adjusted).toEqual([3, 3, 3].map((n) => expect.closeTo((n * 2) / 2 ** 8, 12) as number));
    expect(rows[0]?.contrasts.map((one) => one.contrast.id)).toEqual(['a', 'b']);
    expect(rows[4]).toMatchObject({ verdict: 'contradicted', experiment: { id: 'y' } });
    expect(rows[4]?.others).toMatchObject([{ id: 'z', verdict: 'supported' }]);
  });

  it('goes by the finished experiment with the most items, the newest of equals', async () => {
    const later = '2026-02-01T00:00:00.000Z';
    const experiments = [
      known({ id: 'small', count: 6, updatedAt: later }),
      known({ id: 'old' }),
      known({ id: 'new', updatedAt: later }),
      known({ id: 'stopped', count: 20, state: 'stopped' }),
      known({ id: 'other', count: 30, models: [{ ...sampleModel, fingerprint: 'g' }] }),
    ];
    const row = await rowOf('C1', experiments);
    expect(row?.experiment?.id).toBe('new');
    expect(row?.others.map(({ id }) => id)).toEqual(['old', 'small', 'stopped']);
    const reversed = await rowOf('C1', experiments.toReversed());
    expect(reversed).toEqual(row);
  });

  it('decides nothing by an experiment that is not finished, or has nothing', async () => {
    const stopped = await rowOf('C1', [known({ state: 'stopped' })]);
    expect(stopped).toMatchObject({ verdict: 'not run', contrasts: [], experiment: null });
    expect(stopped?.others).toMatchObject([{ id: 'x', state: 'stopped' }]);
    const failed = await rowOf('C1', [known({ score: () => 'failed' })]);
    expect(failed).toMatchObject({ verdict: 'not run', experiment: { n: 0 } });
  });
});

describe('boardMarkdown', () => {
  it('has the interval, n, p and the experiment of every contrast, and what is not shown', async () => {
    const text = boardMarkdown(await boardOf(sampleModel, [known({ title: 'A | <b>' })]));
    expect(text).toContain(
      '| gain \\| \\[gain\\] | > 0.00 | 1.00 [1.00, 1.00] | 8 | 0.008 | 0.008 | supported |',
    );
    expect(text).toContain('By “A \\| \\<b\\>” (x).');
    expect(text).toContain('### C13: not run');
    expect(text).toContain('No finished experiment tests it; E10 of the gallery would.');
    for (const { caveat } of claims) expect(text).toContain(caveat);
  });
});
