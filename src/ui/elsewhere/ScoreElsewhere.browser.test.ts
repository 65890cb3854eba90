import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import '../look/tokens.css';
import '../look/base.css';
import { FilesToScore } from './files-to-score.svelte.ts';
import ScoreElsewhere from './ScoreElsewhere.svelte';

let host: HTMLElement;
let shown: Record<string, unknown>;
let chosen: FilesToScore;

beforeEach(() => {
  host = document.createElement('main');
  document.body.append(host);
  chosen = new FilesToScore();
  shown = mount(ScoreElsewhere, { target: host, props: { chosen } }) as Record<string, unknown>;
});

afterEach(async () => {
  await unmount(shown);
  host.remove();
});

const row = (id: number, score: number, judge = 'judge-x') =>
  JSON.stringify({
    question_id: id,
    model: 'model-a',
    judge: [judge, 'single'],
    judgment: `[[${score}]]`,
    score,
    turn: 1,
  });
const file = (name: string, ...lines: string[]) => new File([lines.join('\n')], name);
const text = () => host.textContent ?? '';

it('shows the tables of files that were given, and works them out anew with another', async () => {
  await chosen.add([file('one.jsonl', row(81, 4), row(91, 8), row(101, 7))]);
  await vi.waitFor(() => expect(host.querySelector('article h3')?.textContent).toBe('MT-Bench'));
  const cells = [...host.querySelectorAll('article tbody tr:first-child td')];
  expect(cells[0]?.textContent).toMatch(/6\.33 \[.*\]\s*n 3/);
  expect(text()).not.toContain('How far judges agree');
  await chosen.add([file('two.jsonl', row(81, 5, 'judge-y'), row(91, 9, 'judge-y'))]);
  await vi.waitFor(() => expect(text()).toContain('judge-x; judge-y'));
  chosen.remove('two.jsonl');
  await vi.waitFor(() => expect(text()).not.toContain('judge-y'));
});

it('names what could not be read, by line, and scores the rest', async () => {
  await chosen.add([file('bad.jsonl', row(81, 4), '{"question_id": 82,', row(91, 6))]);
  await vi.waitFor(() => expect(text()).toContain('1 record left out'));
  expect(host.querySelector('details')?.textContent).toContain('Line 2');
  await vi.waitFor(() => expect(text()).toContain('5.00'));
  expect(text()).toContain('1 record could not be read');
  await chosen.add([file('none.jsonl', '')]);
  flushSync();
  expect(host.querySelector('[role=alert]')?.textContent).toContain('none.jsonl');
});

it('says where nothing can be scored', async () => {
  await chosen.add([
    file('q.jsonl', '{"question_id": 1, "category": "writing", "turns": ["Why?"]}'),
  ]);
  await vi.waitFor(() => expect(text()).toContain('Nothing here can be scored'));
});
