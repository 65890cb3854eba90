import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from '@playwright/test';
import { bundledModels } from '../../src/domain/bundled.ts';
import { uniform } from '../../src/domain/draw.ts';
import { startChromium } from './chromium.ts';
import { compareRuns, type Comparison } from './killing/compare.ts';
import { deaths, fateOf, type Death, type Fate, type Reach } from './killing/deaths.ts';
import { killDocument } from './killing/document.ts';
import { folderGround, pageGround } from './killing/ground.ts';
import { survive } from './killing/survive.ts';
import { serveLab } from './site.ts';

/**
 * `npm run kill-test -- --kills 100 --seed 1 --in folder`: runs a document of some 300 cells undisturbed, then
 * again and again while its tab, its worker and its browser are killed at random moments, and compares every
 * result with the undisturbed one. In a folder (as `npm run lab` keeps results) lines that were just written are
 * torn, too; `--in page` kills the page that readers use, with its database. Exit code 1 where one differs.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    device: { type: 'string', default: 'wasm' },
    in: { type: 'string', default: 'folder' },
  },
});
const whole = (name: 'kills' | 'seed'): number => {
  if (/^\d+$/.test(values[name])) return Number(values[name]);
  console.error(`--${name} ${values[name]}: a whole number belongs here.`);
  process.exit(2);
};
if (!['folder', 'page'].includes(values.in)) {
  console.error(`--in ${values.in}: folder or page belongs here.`);
  process.exit(2);
}
const kills = whole('kills');
const seed = whole('seed');
const device = values.device === 'webgpu' ? 'webgpu' : 'wasm';
const [chosen] = bundledModels;
const wanted = {
  document: killDocument(),
  model: { id: chosen.id, precision: chosen.precisions[0] },
  device,
} as const;

const root = await mkdtemp(join(tmpdir(), 'kill-test-'));
const { address, server } = await serveLab(console.error);
const tally = new Map<Death | 'line torn', number>();
const count = (what: Death | 'line torn') => tally.set(what, (tally.get(what) ?? 0) + 1);
const dealt = () => deaths.reduce((sum, death) => sum + (tally.get(death) ?? 0), 0);

let browser: Browser | null = null;
const openBrowser = async (): Promise<Browser> => {
  if (!browser?.isConnected()) browser = await startChromium(device, address, console.error);
  return browser;
};
const ground =
  values.in === 'page'
    ? pageGround(root, wanted.document, address)
    : folderGround(root, wanted, address, openBrowser);

/** Runs the document in a place of its own under these fates. */
async function runUnder(name: string, fates: Iterator<Fate>): Promise<number> {
  let mayHarm = false;
  return survive(
    async () => {
      const share = uniform(seed, 'tear', dealt());
      if (mayHarm && share < 0.5 && (await ground.harm(name, 2 * share))) count('line torn');
      return ground.begin(name);
    },
    fates,
    (death) => {
      count(death);
      mayHarm = death === 'browser killed';
      process.stderr.write(`${dealt()}/${kills} ${death}\n`);
    },
  );
}

let drawn = 0;
function* fates(reach: Reach): Generator<Fate> {
  while (dealt() < kills) yield fateOf(seed, drawn++, reach);
}

function tell(name: string, sessions: number, found: Comparison, summaries: boolean): boolean {
  const { cells, notOnce, different, same } = found;
  const once = notOnce.length === 0 ? 'each once' : `${notOnce.length} NOT ONCE`;
  const bytes = same ? 'the same bytes' : `${different.length} DIFFERENT`;
  console.log(
    `${name}: ${sessions} sessions, ${cells} cells, ${once}, ${bytes}; summary ${summaries ? 'the same' : 'DIFFERENT'}`,
  );
  for (const { key, fields } of different) console.log(`  ${key}: ${fields.join(', ')}`);
  return same && summaries && notOnce.length === 0;
}

try {
  const started = performance.now();
  await runUnder('undisturbed', [][Symbol.iterator]());
  // some tenths of the whole: few sessions live long enough for more than a block
  const reach: Reach = { start: (performance.now() - started) / 5, cell: 200 };
  const expected = await ground.lines('undisturbed');
  const summary = await ground.summary('undisturbed');
  console.log(`undisturbed: ${expected.length} cells`);
  let good = true;
  for (let number = 1; dealt() < kills; number++) {
    const name = `killed ${number}`;
    const sessions = await runUnder(name, fates(reach));
    const found = compareRuns(expected, await ground.lines(name));
    good = tell(name, sessions, found, (await ground.summary(name)) === summary) && good;
  }
  const parts = [...tally].map(([what, times]) => `${what} ${times}`);
  console.log(`${dealt()} kills: ${parts.join(', ')}. Files: ${root}`);
  process.exitCode = good ? 0 : 1;
} finally {
  await (browser as Browser | null)?.close().catch(() => undefined);
  await server.close();
}
