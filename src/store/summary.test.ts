import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { sampleRun } from '../domain/testing/sample-run.ts';
import { RunSummary, searchable, summaryOf } from './summary.ts';

describe('summaryOf', () => {
  it('fits its schema', () => {
    expect(v.is(RunSummary, summaryOf(sampleRun(1)))).toBe(true);
  });

  it('shows the last turn, and finds every turn, arm, model, tag and note', () => {
    const turns = [
      { query: 'First query', answer: 'First answer' },
      { query: 'Second query', answer: 'Second answer' },
    ];
    const { query, answer, search } = summaryOf(
      sampleRun(1, { turns, tags: ['Physics'], notes: 'Look AGAIN' }),
    );
    expect([query, answer]).toEqual(['Second query', 'Second answer']);
    const words = ['first query', 'second answer', 'base + dem', 'lab base', 'physics', 'again'];
    for (const word of words) expect(search).toContain(word);
  });

  it('shortens what it shows, not what it finds', () => {
    const answer = `${'many words\n '.repeat(100)}last`;
    const summary = summaryOf(sampleRun(1, { turns: [{ query: '', answer }] }));
    expect(summary.answer).toMatch(/^many words many .*…$/);
    expect(summary.answer.length).toBeLessThanOrEqual(240);
    expect(summary.search).toContain('last');
  });

  it('orders by the instant, whatever the time zone it was written in', () => {
    const at = (createdAt: string) => summaryOf(sampleRun(1, { createdAt })).time;
    expect(at('2025-05-01T14:00:00+02:00')).toBe(at('2025-05-01T12:00:00.000Z'));
  });
});

describe('searchable', () => {
  it('has one form for each character and no capitals', () => {
    expect(searchable('ÉCOLE ﬁne')).toBe(searchable('e\u0301cole fine'));
  });
});
