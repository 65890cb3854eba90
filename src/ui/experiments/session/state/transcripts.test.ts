import { expect, it } from 'vitest';
import { sampleResults } from '../testing/sample-results.ts';
import {
  noFilters,
  scoreOf,
  shownTranscripts,
  transcriptsOf,
  type TranscriptFilters,
  type TranscriptOrder,
} from './transcripts.ts';

const results = await sampleResults();
const all = transcriptsOf(results.rows);
const shown = (filters: Partial<TranscriptFilters>, order: TranscriptOrder = 'plan') =>
  shownTranscripts(all, { ...noFilters, ...filters }, order, 'length');
const lengths = (order: TranscriptOrder) =>
  shown({}, order).map(({ row }) =>
    row.cell?.kind === 'answer' ? row.cell.generation.tokens.length : null,
  );

it('takes seeds together that are the same work', () => {
  const bare = all.filter(({ row }) => row.arm.label === 'bare');
  expect(bare.map(({ seeds }) => seeds)).toEqual(bare.map(() => [1, 2]));
  const own = all.filter(({ row }) => row.arm.label === 'URIAL');
  expect(own).toHaveLength(2 * bare.length);
  expect(shown({ seed: '2' })).toHaveLength(bare.length + own.length / 2);
  expect(shown({ seed: '3' })).toEqual([]);
});

it('filters by arm, level, turn, item, category and state', () => {
  expect(new Set(shown({ arm: 'bare' }).map(({ row }) => row.arm.label))).toEqual(
    new Set(['bare']),
  );
  expect(shown({ levels: { arm: 'URIAL' } })).toEqual(shown({ arm: 'URIAL' }));
  const second = shown({ levels: { turn: '2' } });
  expect(second.length).toBe(all.length / 2);
  const [first] = all;
  const item = first?.row.item.id ?? '';
  expect(shown({ item }).every(({ row }) => row.item.id === item)).toBe(true);
  const category = first?.row.item.category ?? '';
  expect(shown({ category }).length).toBeGreaterThanOrEqual(shown({ item }).length);
  const counts = (['answered', 'failed', 'to come'] as const).map(
    (state) => shown({ state }).length,
  );
  expect(counts.every((count) => count > 0)).toBe(true);
  expect(counts.reduce((a, b) => a + b)).toBe(all.length);
});

it('finds every word of a search in query and answer', () => {
  const answered = shown({ state: 'answered' });
  expect(shown({ search: 'ANSWER' })).toEqual(answered);
  expect(shown({ search: '"answer 3"' })).toHaveLength(1);
  expect(shown({ search: 'no such word' })).toEqual([]);
});

it('keeps scores from one end to the other, and only rows that have one', () => {
  expect(shown({ least: 2, most: 3 }).length).toBeGreaterThan(0);
  for (const { row } of shown({ least: 2, most: 3 }))
    expect([2, 3]).toContain(scoreOf(row, 'length'));
  expect(shown({ least: -1 })).toEqual(shown({ state: 'answered' }));
});

it('shows the cells behind a point', () => {
  const key = all[2]?.row.planned.key ?? '';
  expect(shown({ keys: [key] }).map(({ row }) => row.planned.key)).toEqual([key]);
});

it('orders by score and length, those without at the end', () => {
  const known = (list: (number | null)[]) => list.filter((n) => n !== null);
  for (const order of ['lowest', 'highest', 'longest'] as const) {
    const list = lengths(order);
    const sorted = known(list).toSorted((a, b) => (order === 'lowest' ? a - b : b - a));
    expect(list).toEqual([...sorted, ...list.slice(sorted.length).map(() => null)]);
  }
});
