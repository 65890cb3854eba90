import { expect, it } from 'vitest';
import type { Cell } from '../../../../domain/cell.ts';
import { KnownCells } from './known-cells.ts';

const failed = (key: string, message = ''): Cell => ({
  schema: 1,
  kind: 'failed',
  key,
  createdAt: '2025-01-01T00:00:00.000Z',
  problem: { code: 'internal', message, remedy: '' },
});
const answered = (key: string) => ({ ...failed(key), kind: 'answer' }) as unknown as Cell;

function shelved(...cells: Cell[]) {
  const stored = new Map(cells.map((cell) => [cell.key, cell]));
  const asked: string[][] = [];
  const known = new KnownCells(
    Promise.resolve({
      cells: (keys) => {
        asked.push([...keys]);
        const there = keys.flatMap((key) => stored.get(key) ?? []);
        return Promise.resolve(new Map(there.map((cell) => [cell.key, cell])));
      },
    }),
  );
  return { stored, asked, known };
}

it('reads each cell once', async () => {
  const { asked, known } = shelved(answered('a'));
  expect((await known.read(['a'])).get('a')?.kind).toBe('answer');
  await known.read(['a', 'a']);
  expect(asked).toEqual([['a']]);
});

it('takes what the run puts, a result before a failure', async () => {
  const { known } = shelved();
  known.put('a', failed('a'));
  known.put('a', answered('a'));
  known.put('a', failed('a', 'later'));
  expect(known.get('a')?.kind).toBe('answer');
});

it('looks again for what another tab has written, and for nothing else', async () => {
  const { stored, asked, known } = shelved(answered('a'), failed('b'));
  await known.read(['a', 'b', 'c']);
  stored.set('b', answered('b'));
  stored.set('c', answered('c'));
  known.lookAgain(['b']);
  expect((await known.read(['a', 'b', 'c'])).get('b')?.kind).toBe('answer');
  expect(asked.at(-1)).toEqual(['b']);
  known.lookAgain();
  await known.read(['a', 'b', 'c']);
  expect(known.get('c')?.kind).toBe('answer');
});
