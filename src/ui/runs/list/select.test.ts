import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleRun } from '../../../domain/testing/sample-run.ts';
import { summaryOf, type RunSummary } from '../../../store/summary.ts';
import { filtered, newestFirst, noFilters, searchTerms, sorted, wantedBy } from './select.ts';

const summary = (index: number, changes: Partial<RunSummary> = {}) => ({
  ...summaryOf(sampleRun(index)),
  ...changes,
});
const ids = (runs: readonly RunSummary[]) => runs.map(({ id }) => id);
const runs = [
  summary(3, { arm: 'Base', tags: ['water', 'x'], rating: 9 }),
  summary(2, { arm: 'Base', rating: 2 }),
  summary(1, { tags: ['water'] }),
  summary(0, { rating: 5, model: 'Other' }),
];

describe('searchTerms', () => {
  it('takes words apart and keeps quoted ones together', () => {
    expect(searchTerms(' Water  "Sea Level" x')).toEqual(['water', 'sea level', 'x']);
    expect(searchTerms('an "open quote')).toEqual(['an', 'open quote']);
    expect(searchTerms(' "" ')).toEqual([]);
  });
});

describe('filtered', () => {
  const pick = (filters: object, now = Date.UTC(2025, 0, 1)) =>
    ids(filtered(runs, wantedBy({ ...noFilters, ...filters }, now)));

  it('without filters keeps all, in order', () => expect(pick({})).toEqual(ids(runs)));

  it('finds runs that have every word, in any field and any case', () => {
    expect(pick({ search: 'QUESTION "2: when" boil' })).toEqual(['run-2']);
    expect(pick({ search: '"question 2"' })).toEqual(['run-2']);
    expect(pick({ search: '"2 question"' })).toEqual([]);
  });

  it('keeps what passes all filters', () => {
    expect(pick({ arm: 'Base' })).toEqual(['run-3', 'run-2']);
    expect(pick({ tag: 'water' })).toEqual(['run-3', 'run-1']);
    expect(pick({ model: 'Other' })).toEqual(['run-0']);
    expect(pick({ rating: 5 })).toEqual(['run-3', 'run-0']);
    expect(pick({ rating: 5, arm: 'Base' })).toEqual(['run-3']);
    const aMinuteAfterTheSecondRun = Date.UTC(2025, 0, 2, 0, 2);
    expect(pick({ days: 1 }, aMinuteAfterTheSecondRun)).toEqual(['run-3', 'run-2']);
  });
});

describe('sorted', () => {
  it('orders both ways, equals newest first', () => {
    expect(ids(sorted(runs, newestFirst))).toEqual(['run-3', 'run-2', 'run-1', 'run-0']);
    expect(ids(sorted(runs, { by: 'time', down: false }))[0]).toBe('run-0');
    expect(ids(sorted(runs, { by: 'arm', down: false }))).toEqual(ids(runs));
    expect(ids(sorted(runs, { by: 'arm', down: true }))).toEqual([
      'run-1',
      'run-0',
      'run-3',
      'run-2',
    ]);
    expect(ids(sorted(runs, { by: 'query', down: false }))[0]).toBe('run-0');
  });

  it('puts runs that are not rated last, whichever way', () => {
    expect(ids(sorted(runs, { by: 'rating', down: true }))).toEqual([
      'run-3',
      'run-0',
      'run-2',
      'run-1',
    ]);
    expect(ids(sorted(runs, { by: 'rating', down: false }))).toEqual([
      'run-2',
      'run-0',
      'run-3',
      'run-1',
    ]);
  });

  it('loses and invents nothing', () => {
    const by = fc.constantFrom('time', 'query', 'answer', 'arm', 'model', 'rating' as const);
    const any = fc.array(fc.nat(30).map((i) => summary(i, { rating: (i % 10) + 1 })));
    fc.assert(
      fc.property(any, by, fc.boolean(), (list, key, down) => {
        expect(ids(sorted(list, { by: key as 'time', down })).sort()).toEqual(ids(list).sort());
      }),
    );
  });
});
