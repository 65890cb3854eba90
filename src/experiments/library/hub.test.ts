import { afterEach, describe, expect, it } from 'vitest';
import {
  DatasetStandIn,
  type DatasetStandInOptions,
  type DatasetTrouble,
} from '../../../e2e/stand-in/datasets.ts';
import { problemOf } from '../../domain/testing/problem-of.ts';
import { datasetName, Hub } from './hub.ts';
import { readHubRows } from './hub-file.ts';
import { fetchFile, fileAddress, nameIn } from './link.ts';

const quick = { attempts: 4, first: 1, most: 4 };
const rows = Array.from({ length: 250 }, (_, i) => ({ prompt: `Question ${i}?`, prompt_id: i }));
const set = { rows, licence: 'cc-by-4.0' };
const train = { config: 'default', split: 'train' };
const silent = () => undefined;

let standIn: DatasetStandIn;
afterEach(() => standIn.stop());

async function serve(options: Partial<DatasetStandInOptions> = {}) {
  standIn = await DatasetStandIn.start({ sets: { 'lab/mine': set }, ...options });
  return new Hub(`${standIn.origin}/`, { persistence: quick });
}

describe('the hub', () => {
  it('tells the parts of a data set and its licence', async () => {
    const hub = await serve();
    expect(await hub.splits('lab/mine')).toEqual([train]);
    expect(await hub.licence('lab/mine', 'default')).toBe('cc-by-4.0');
  });

  it('gives rows a hundred at a time, and says how far it is', async () => {
    const hub = await serve();
    const told: [number, number][] = [];
    const found = await hub.rows('lab/mine', train, 1000, (...far) => told.push(far));
    expect(found).toEqual({ rows, cut: [], total: 250 });
    expect(told).toEqual([
      [100, 250],
      [200, 250],
      [250, 250],
    ]);
    expect(standIn.asked.map((path) => new URLSearchParams(path).get('length'))).toEqual([
      '100',
      '100',
      '100',
    ]);
  });

  it('asks for no more than is wanted', async () => {
    const hub = await serve();
    const found = await hub.rows('lab/mine', train, 120, silent);
    expect([found.rows.length, found.total]).toEqual([120, 250]);
    expect(standIn.asked.at(-1)).toContain('offset=100&length=20');
  });

  it('is told nothing but what is asked for', async () => {
    const hub = await serve();
    await hub.splits('lab/mine');
    expect(standIn.told).toEqual([{}]);
  });

  it.each<DatasetTrouble>(['busy', 'failing', 'broken', 'gone', 'other rows', 'no rows', 'short'])(
    'in trouble is asked again: %s',
    async (trouble) => {
      const hub = await serve({ script: [null, trouble, null, trouble] });
      const found = await hub.rows('lab/mine', train, 1000, silent);
      expect(found.rows).toEqual(rows);
    },
  );

  it.each<[DatasetTrouble, string]>([
    ['busy', 'status 429. It says: “Too many requests.”'],
    ['failing', 'status 500. It says: “Out of luck.”'],
    ['broken', 'cannot be read'],
    ['gone', 'did not answer'],
    ['other rows', 'row 1 stands where another should'],
    ['no rows', 'row 0 of 250 is missing'],
  ])(
    'that stays in trouble is given up, and nothing is half read: %s',
    async (trouble, message) => {
      const hub = await serve({ script: Array<DatasetTrouble>(9).fill(trouble) });
      const problem = await problemOf(hub.rows('lab/mine', train, 1000, silent));
      expect(problem.code).toBe('remote-failed');
      expect(problem.message).toContain(message);
      expect(problem.message).toContain('127.0.0.1');
      expect(standIn.asked).toHaveLength(quick.attempts);
    },
  );

  it('does not ask again for what is not there', async () => {
    const hub = await serve();
    const problem = await problemOf(hub.splits('lab/other'));
    expect(problem).toMatchObject({ code: 'remote-refused' });
    expect(problem.message).toContain('status 404. It says: “The dataset does not exist.”');
    expect(standIn.asked).toHaveLength(1);
  });

  it('has rows even where it does not tell the licence', async () => {
    const hub = await serve({ script: Array<DatasetTrouble>(4).fill('failing') });
    expect(await hub.licence('lab/mine', 'default')).toBeNull();
  });

  it('is left alone when the reader cancels, in the middle or while waiting', async () => {
    const hub = await serve();
    const stop = new AbortController();
    const halfWay = hub.rows('lab/mine', train, 1000, () => stop.abort(), stop.signal);
    expect((await problemOf(halfWay)).code).toBe('cancelled');
    expect(standIn.asked).toHaveLength(1);
    await standIn.stop();
    standIn = await DatasetStandIn.start({ script: ['failing'] });
    const slow = new Hub(standIn.origin, {
      persistence: { ...quick, first: 60_000, most: 60_000 },
    });
    const later = new AbortController();
    const waiting = slow.splits('lab/mine', later.signal);
    await expect.poll(() => standIn.asked.length).toBe(1);
    later.abort();
    expect((await problemOf(waiting)).code).toBe('cancelled');
  });

  it('that says nothing is not waited for', async () => {
    standIn = await DatasetStandIn.start({ sets: { a: set }, delay: 60_000 });
    const hub = new Hub(standIn.origin, { persistence: { ...quick, attempts: 1 }, patience: 50 });
    expect((await problemOf(hub.splits('a'))).message).toContain('did not answer');
  });
});

describe('rows of the hub', () => {
  it('are read as any file is, their numbers its lines', async () => {
    const hub = await serve({
      sets: { a: { rows: [...rows.slice(0, 3), { prompt: 7 }], cut: { 1: ['prompt'] } } },
    });
    const found = await hub.rows('a', train, 1000, silent);
    const file = readHubRows(found, 'a');
    expect(file).toMatchObject({ kind: 'questions', items: [{ id: '0' }, { id: '2' }] });
    expect(file.problems.map(({ message }) => message)).toEqual([
      'Line 2: the server cut “prompt” short. It was left out.',
      'Line 4: prompt: Expected a text. It was left out.',
    ]);
  });

  it('that are all cut short are refused', async () => {
    const hub = await serve({ sets: { a: { rows: rows.slice(0, 1), cut: { 0: ['prompt'] } } } });
    const found = await hub.rows('a', train, 5, silent);
    const problem = await problemOf(Promise.resolve().then(() => readHubRows(found, 'a')));
    expect(problem.message).toContain('Line 1: the server cut “prompt” short');
  });
});

describe('a link', () => {
  it('is asked for its text', async () => {
    await serve({ files: { '/q.jsonl': '{"query":"a"}' }, script: ['busy'] });
    const address = fileAddress(`${standIn.origin}/q.jsonl`);
    expect(await fetchFile(address, { persistence: quick })).toBe('{"query":"a"}');
    expect(nameIn(address)).toBe('q.jsonl');
  });

  it.each([
    [
      'https://github.com/o/r/blob/main/a/b.jsonl',
      'https://raw.githubusercontent.com/o/r/main/a/b.jsonl',
    ],
    [
      'https://huggingface.co/datasets/o/d/blob/main/q.json',
      'https://huggingface.co/datasets/o/d/resolve/main/q.json',
    ],
    [' https://example.org/x?y=1 ', 'https://example.org/x?y=1'],
  ])('%s is the file itself', async (typed, address) => {
    await serve();
    expect(fileAddress(typed).href).toBe(address);
  });

  it.each(['', 'file', 'http://example.org/x', 'file:///etc/passwd', 'javascript:alert(1)'])(
    '%j is refused',
    async (typed) => {
      await serve();
      expect(() => fileAddress(typed)).toThrow(/address|may not ask/);
    },
  );
});

it('names of data sets are read from addresses too', async () => {
  await serve();
  expect(datasetName(' google/IFEval ')).toBe('google/IFEval');
  expect(datasetName('https://huggingface.co/datasets/google/IFEval?x=1')).toBe('google/IFEval');
  expect(() => datasetName('google/IFEval/main/x')).toThrow('no name of a data set');
});
