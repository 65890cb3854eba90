import { existsSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readCommand, UsageError } from '../command-line.ts';
import { score } from './score.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'score-'));
});

const row = (id: number, score: number) =>
  JSON.stringify({
    question_id: id,
    model: 'model-a',
    judge: ['judge-x', 'single'],
    user_prompt: '',
    judgment: `[[${score}]]`,
    score,
    turn: 1,
    tstamp: 1,
  });

async function run(text: string, format = 'mtbench') {
  const [input, out] = [join(folder, 'in.jsonl'), join(folder, 'out')];
  await writeFile(input, text);
  const command = readCommand(['score', '--format', format, '--input', input, '--out', out]);
  if (command.name !== 'score') throw new Error(`read as ${command.name}`);
  const printed: string[] = [];
  await score(command, (line) => printed.push(line));
  return { out, printed: printed.join('\n') };
}

describe('npm run lab -- score', () => {
  it('prints tables, and writes summary.json and report.html', async () => {
    const { out, printed } = await run([row(81, 4), row(91, 8)].join('\n'));
    expect(printed).toMatch(/model-a +6\.00 \[4\.00, 8\.00\] n 2/);
    const summary = JSON.parse(await readFile(join(out, 'summary.json'), 'utf8')) as unknown;
    expect(summary).toMatchObject({
      bench: 'mt-bench',
      scores: { urial: [{ all: { n: 2, value: 6 } }] },
    });
    expect(await readFile(join(out, 'report.html'), 'utf8')).toContain('<h2>Ratings</h2>');
  });

  it.each([
    [
      'a broken record',
      [row(81, 4), '{"question_id": 82', row(83, 5)].join('\n'),
      /in\.jsonl: Line 2:.*Nothing was scored\.$/,
    ],
    [
      'another kind of file',
      '{"question_id": 1, "category": "writing", "turns": ["Why?"]}',
      /in\.jsonl: line 1: .*MT-Bench is scored by/,
    ],
    ['no text', '', /in\.jsonl: line 1: /],
    ['no JSON', '{"question_id": ', /in\.jsonl: nothing in it could be read\. Line 1/],
  ])('refuses %s in a line that names the place, and writes nothing', async (_, text, message) => {
    const failed = await run(text).catch((thrown: unknown) => thrown);
    expect(failed).toBeInstanceOf(UsageError);
    expect((failed as Error).message).toMatch(message);
    expect((failed as Error).message).not.toContain('\n');
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  it.each([
    [['--input', 'a', '--out', 'b'], '--format'],
    [['--format', 'toString', '--input', 'a', '--out', 'b'], 'ifeval or mtbench'],
    [['--format', 'mtbench', '--out', 'b'], '--input'],
    [['--format', 'mtbench', '--input', 'a'], '--out'],
    [['--format', 'mtbench', '--colour', 'a'], '--colour'],
    [['--format', 'mtbench', 'stray'], 'stray'],
  ])('refuses %j', (args, named) => {
    expect(() => readCommand(['score', ...args])).toThrow(UsageError);
    expect(() => readCommand(['score', ...args])).toThrow(named);
  });

  it('takes several files', () => {
    const args = [
      '--format',
      'alpaca',
      '--input',
      'a',
      '--input',
      'b',
      '--responses',
      'c',
      '--out',
      'd',
    ];
    expect(readCommand(['score', ...args])).toEqual({
      name: 'score',
      bench: 'alpaca-eval',
      files: ['a', 'b', 'c'],
      out: 'd',
    });
    expect(readCommand(['score', '--help'])).toEqual({ name: 'help' });
  });
});
