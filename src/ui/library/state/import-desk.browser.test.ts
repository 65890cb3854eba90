import { beforeEach, expect, it } from 'vitest';
import type { WholeImport } from '../../../experiments/library/import.ts';
import { ImportDesk } from './import-desk.svelte.ts';

const reply = (text: string, status = 200) => Promise.resolve(new Response(text, { status }));
let kept: WholeImport[];
let told: string[];
let asked: string[];
let desk: ImportDesk;
/** What the other server answers, in turn. */
let replies: (() => Promise<Response>)[];

beforeEach(() => {
  [kept, told, asked, replies] = [[], [], [], []];
  desk = new ImportDesk({
    sets: {
      add: (whole) => {
        kept.push(whole);
        return Promise.resolve();
      },
    },
    notices: {
      problem: (thrown) => void told.push(String(thrown)),
      news: (message) => void told.push(message),
    },
    asking: {
      persistence: { attempts: 2, first: 1, most: 1 },
      fetch: (address) => {
        asked.push(String(address));
        return replies.shift()?.() ?? reply('', 404);
      },
    },
  });
});

const file = (name: string, text: string) => new File([text], name);
const question = '{"query":"What is up?"}';

it('shows what it reads, and keeps it only when told to', async () => {
  await desk.take([file('a/mine.jsonl', question)]);
  expect(desk.phase).toMatchObject({ kind: 'preview', file: { kind: 'questions' } });
  expect([desk.name, desk.source, kept]).toEqual(['mine', 'a/mine.jsonl', []]);
  [desk.name, desk.licence] = ['Up', 'MIT'];
  await desk.keep();
  expect(kept[0]?.set).toMatchObject({ name: 'Up', licence: 'MIT', count: 1, kind: 'questions' });
  expect([desk.phase.kind, told]).toEqual(['idle', ['“Up” is in the library.']]);
});

it('goes through several files, past those that cannot be read', async () => {
  await desk.take([file('x.json', '{"total": 1}'), file('y.jsonl', question)]);
  expect(desk.phase).toMatchObject({ kind: 'failed', name: 'x.json' });
  await desk.leave();
  expect([desk.phase.kind, desk.name]).toEqual(['preview', 'y']);
  await desk.take([file('z.jsonl', question)]);
  expect([desk.name, desk.waiting.length]).toEqual(['y', 1]);
  await desk.leave();
  expect([desk.name, desk.waiting.length]).toEqual(['z', 0]);
});

it('reads an answer file as examples, and as it was again', async () => {
  await desk.take([file('r.jsonl', '{"prompt":"a","response":"b"}')]);
  await desk.readAs('pool');
  expect(desk.phase).toMatchObject({ file: { kind: 'pool' } });
  await desk.readAs(undefined);
  expect(desk.phase).toMatchObject({ file: { kind: 'answers' } });
  // what it cannot be, it does not become
  await desk.readAs('references');
  expect(desk.phase).toMatchObject({ file: { kind: 'answers' } });
});

it('tells what another server would not give, and keeps nothing of it', async () => {
  await desk.fetchLink(new URL('https://example.org/q.jsonl'));
  expect(desk.phase).toMatchObject({ kind: 'failed', problem: { code: 'remote-refused' } });
  replies = [() => reply(question)];
  await desk.fetchLink(new URL('https://example.org/q.jsonl'));
  expect([desk.name, desk.source]).toEqual(['q', 'https://example.org/q.jsonl']);
});

it('asks nobody again once the reader cancels', async () => {
  replies = [() => new Promise((_, reject) => desk.cancel() ?? reject(new Error('gone')))];
  await desk.fetchLink(new URL('https://example.org/q.jsonl'));
  expect([desk.phase.kind, asked.length]).toEqual(['idle', 1]);
});
