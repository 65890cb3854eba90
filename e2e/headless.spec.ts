import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Order } from '../src/headless/driver.ts';
import { compareRuns } from '../tools/lab/killing/compare.ts';
import { expect, test } from './parts/test.ts';

test.setTimeout(300_000);

const small = {
  format: 'incontext-lab/experiment',
  version: 1,
  title: 'Small',
  questions: { bench: 'lab-80', split: 'test', part: 'world', limit: 2 },
  fixed: { decoding: { maxNewTokens: 6 } },
  factors: [
    {
      name: 'arm',
      levels: [
        { label: 'bare', set: { template: 'raw', rules: false, demonstrations: [] } },
        { label: 'URIAL', set: {} },
      ],
    },
  ],
  turns: 2,
  seeds: [1, 2],
  scorers: [{ kind: 'lab-80' }, { kind: 'likelihood' }],
  figure: { kind: 'table', rows: 'arm', columns: 'turn' },
};

interface Ended {
  code: number | null;
  out: string;
  told: string;
}

/**
 * `npm run lab` with these arguments.
 * @param watch is told what it says so far, and how to interrupt it as Ctrl+C does
 */
function lab(
  args: string[],
  watch: (told: string, interrupt: () => void) => void = () => undefined,
) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tools/lab/main.ts', ...args]);
  let [out, told] = ['', ''];
  child.stdout.on('data', (part: Buffer) => (out += part.toString()));
  child.stderr.on('data', (part: Buffer) => {
    told += part.toString();
    watch(told, () => child.kill('SIGINT'));
  });
  return new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, out, told })));
}

function written(name: string, document: object): string {
  const path = test.info().outputPath(name);
  writeFileSync(path, JSON.stringify(document));
  return path;
}

const linesOf = (folder: string) =>
  readFileSync(join(folder, 'runs.jsonl'), 'utf8').trimEnd().split('\n');

test('a document is run to its end; cut off and gone on with, it comes to the same', async () => {
  const document = written('small.json', small);
  const whole = test.info().outputPath('whole');
  const exported = ['--export', 'inspect,lm-eval'];
  const run = await lab([document, '--out', whole, '--device', 'wasm', ...exported]);
  expect(run).toMatchObject({ code: 0, out: expect.stringContaining('Small: 24 of 24 cells') });
  const logs = readdirSync(join(whole, 'export', 'inspect'));
  const log = readFileSync(join(whole, 'export', 'inspect', logs[0] ?? ''), 'utf8');
  expect(JSON.parse(log)).toMatchObject({ version: 2, status: 'success' });
  expect(run.told).toMatch(/export lm-eval: \d+ files in/);
  expect(run.told).toContain('finished, 24/24 cells');
  const cells = linesOf(whole);
  expect(cells).toHaveLength(24);
  const summary = JSON.parse(readFileSync(join(whole, 'summary.json'), 'utf8')) as unknown;
  expect(summary).toMatchObject({ title: 'Small', cells: { total: 24, done: 24, failed: 0 } });
  expect(readFileSync(join(whole, 'report.html'), 'utf8')).toContain('URIAL');

  const cut = test.info().outputPath('cut');
  const stopped = await lab([document, '--out', cut, '--device', 'wasm'], (told, interrupt) => {
    if (/running, [1-9]/.test(told)) interrupt();
  });
  // on a fast machine the end may come before the interrupt
  expect([130, 0]).toContain(stopped.code);
  const [file] = [join(cut, 'runs.jsonl')];
  truncateSync(file, readFileSync(file).length - 10);
  const again = await lab([document, '--out', cut, '--device', 'wasm']);
  expect(again).toMatchObject({ code: 0, out: run.out });
  expect(compareRuns(cells, linesOf(cut))).toMatchObject({
    notOnce: [],
    different: [],
    same: true,
  });
});

const learnt = {
  ...small,
  title: 'Shown or learnt',
  fixed: { rules: false, demonstrations: [{ take: 'pool' }], decoding: { maxNewTokens: 6 } },
  factors: [
    {
      name: 'arm',
      levels: [
        { label: 'ICL', set: {} },
        {
          label: 'IFT',
          set: { tuning: { kind: 'sft', preset: 'classroom', changes: { epochs: 4 } } },
        },
      ],
    },
  ],
  seeds: [1],
  scorers: [{ kind: 'lab-80' }],
};

test('a trained arm is trained once: its adapter stays in the folder, and comes back from there @long', async () => {
  const document = written('learnt.json', learnt);
  const folder = test.info().outputPath('learnt');
  const dry = await lab([document, '--dry', '--device', 'wasm']);
  expect(dry.out).toMatch(/\n1 training: 8 steps, about [\d,]+ tokens read; at most some \d+ MiB/);
  const run = await lab([document, '--out', folder, '--device', 'wasm']);
  expect(run).toMatchObject({ code: 0, out: expect.stringContaining('8 of 8 cells') });
  // which of its steps are told depends on how fast they are
  expect(run.told).toContain('training IFT, seed 1');
  const cells = linesOf(folder);
  const tunings = cells.map(
    (line) => (JSON.parse(line) as { tuning?: { adapter: string } }).tuning,
  );
  const adapter = tunings.find((tuning) => tuning)?.adapter ?? '';
  expect(tunings.map((tuning) => tuning?.adapter)).toEqual([
    ...Array.from({ length: 4 }, () => undefined),
    ...Array.from({ length: 4 }, () => adapter),
  ]);
  const weights = join(folder, 'adapters', `${adapter}.safetensors`);
  expect(createHash('sha256').update(readFileSync(weights)).digest('hex')).toBe(adapter);

  // another browser, without the first one's private files, has the learnt arm to ask again
  writeFileSync(join(folder, 'runs.jsonl'), `${cells.slice(0, 5).join('\n')}\n`);
  const again = await lab([document, '--out', folder, '--device', 'wasm']);
  expect(again).toMatchObject({ code: 0, out: run.out });
  expect(again.told).not.toMatch(/step \d/);
  expect(compareRuns(cells, linesOf(folder))).toMatchObject({ different: [], same: true });
});

test('a dry run prints the plan and keeps nothing @long', async () => {
  const document = written('small.json', small);
  const { code, out } = await lab([document, '--dry', '--device', 'wasm']);
  expect(code).toBe(0);
  expect(out).toContain('24 cells: 12 answers, 12 likelihoods');
});

const remedy = 'Correct it and open the document again. Nothing was run.';
const levels = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ label: `${i}`, set: {} }));
const long = { query: 'Why?', answer: 'because '.repeat(3000) };
const bad = [
  {
    name: 'a wrong field',
    change: { sedes: [1] },
    line: `sedes: there is no such field. ${remedy}`,
  },
  {
    name: 'an unknown model',
    change: { fixed: { model: 'gpt-2' } },
    line: 'model: “gpt-2” is not a model of this lab. Known are lab-base-4m, lab-base-2m, lab-instruct-4m, the roles chosen, twin, smaller, and what the document lists as served.',
  },
  {
    name: 'an empty factor',
    change: { factors: [{ name: 'arm', levels: [] }] },
    line: `factors[0].levels: a factor needs a level. ${remedy}`,
  },
  {
    name: 'a billion cells',
    change: {
      factors: Array.from({ length: 9 }, (_, i) => ({ name: `f${i}`, levels: levels(10) })),
      figure: { kind: 'table', rows: 'f0', columns: 'f1' },
      turns: 1,
      seeds: [1],
      scorers: [{ kind: 'lab-80' }],
    },
    line: 'The document asks for 1,000,000,000 cells a question; the lab takes 100,000 at most. It has 1,000,000,000 arms, 1 seeds and 1 turns: take fewer of any, or fewer questions.',
  },
  {
    name: 'a recipe over the context',
    change: { fixed: { demonstrations: [{ take: 'given', pairs: [long] }] } },
    line: '“URIAL”: its recipe and the shortest question have 3102 tokens; the model has room for 2048, answer included. Take fewer or shorter demonstrations, or a model with a longer context.',
  },
  {
    name: 'a training set with a row over the context @long',
    change: {
      ...learnt,
      fixed: { demonstrations: [{ take: 'given', pairs: [long] }] },
      factors: learnt.factors.map(({ name, levels }) => ({ name, levels: levels.slice(1) })),
    },
    line: '“IFT, seed 1”: There is nothing to learn from. Demonstration 1: 3037 tokens, with the longest row of the settings at 256. Take other or shorter demonstrations, or raise "maxLength" under the "changes" of "tuning".',
  },
  {
    name: 'an adapter that nobody has @long',
    change: { fixed: { tuning: { kind: 'adapter', id: 'a'.repeat(64) } } },
    line: 'arm “bare”: tuning.id: no adapter aaaaaaaaaaaa… is stored here. Import it in the Fine-tune place, or name one that is there.',
  },
];

for (const { name, change, line } of bad) {
  test(`${name}: one line, exit code 2, nothing run`, async () => {
    const document = written('bad.json', { ...small, ...change });
    const out = test.info().outputPath('none');
    const run = await lab([document, '--out', out, '--device', 'wasm']);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.told.trimEnd().split('\n').at(-1)).toBe(`${document}: ${line}`);
    expect(existsSync(out)).toBe(false);
  });
}

test('arguments and folders that make no sense: one line, exit code 2 @long', async () => {
  const document = written('small.json', small);
  const model = await lab([document, '--out', 'x', '--model', 'gpt-2']);
  expect(model).toMatchObject({
    code: 2,
    told: '--model gpt-2: known are lab-base-4m, lab-base-2m, lab-instruct-4m. Try: npm run lab -- --help\n',
  });
  const form = await lab([document, '--out', 'x', '--export', 'fastchat,xml']);
  expect(form).toMatchObject({
    code: 2,
    told: '--export xml: it is fastchat or alpaca or ifeval or lm-eval or inspect or promptfoo or csv or parquet. Try: npm run lab -- --help\n',
  });
  const folder = test.info().outputPath('');
  writeFileSync(join(folder, 'runs.jsonl'), '{}\n');
  expect(await lab([document, '--out', folder])).toMatchObject({
    code: 2,
    told: `${folder} holds runs.jsonl and no experiment.json: name another folder.\n`,
  });
});

test('the page for programs does nothing for a reader, and keeps to the content policy for a program', async ({
  page,
}) => {
  await page.goto('headless.html');
  await expect(page.getByText('This page is for programs')).toBeVisible();
  expect(await page.evaluate(() => 'lab' in window)).toBe(false);

  await page.exposeFunction('labDriver', () => Promise.resolve());
  await page.reload();
  const answer = await page.evaluate(
    async (order) => {
      window.lab.open(order);
      return window.lab.run();
    },
    {
      document: { ...small, turns: 1, seeds: [1] },
      model: { id: 'lab-base-4m', precision: 'fp32' },
      device: 'wasm',
      again: false,
      record: null,
      rounds: [],
      recipes: [],
      adapters: [],
      sets: [],
    } satisfies Order,
  );
  expect(answer).toMatchObject({ value: { table: expect.stringContaining('8 of 8 cells') } });
});
