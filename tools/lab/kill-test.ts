import { mkdtemp, readFile } from 'node:fs/promises';
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
import { survive } from './killing/survive.ts';
import { tear } from './killing/tear.ts';
import { drivenVictim } from './killing/victim.ts';
import { serveLab } from './site.ts';

/**
 * `npm run kill-test -- --kills 100 --seed 1`: runs a document of some 300 cells undisturbed, then again and
 * again while its tab, its worker and its browser are killed at random moments and lines that were just
 * written are torn, and compares every result with the undisturbed one. Exit code 1 where one differs.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    device: { type: 'string', default: 'wasm' },
  },
});
const whole = (name: 'kills' | 'seed'): number => {
  if (/^\d+$/.test(values[name])) return Number(values[name]);
  console.error(`--${name} ${values[name]}: a whole number belongs here.`);
  process.exit(2);
};
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

/** Runs the document in a folder of its own under these fates. */
async function runUnder(name: string, fates: Iterator<Fate>): Promise<number> {
  const path = join(root, name);
  let mayTear = false;
  return survive(
    async () => {
      const share = uniform(seed, 'tear', dealt());
      if (mayTear && share < 0.5 && (await tear(join(path, 'runs.jsonl'), 2 * share)))
        count('line torn');
      return drivenVictim(path, wanted, await openBrowser(), address);
    },
    fates,
    (death) => {
      count(death);
      mayTear = death === 'browser killed';
      process.stderr.write(`${dealt()}/${kills} ${death}\n`);
    },
  );
}

const fileOf = (name: string, file: string) => readFile(join(root, name, file), 'utf8');
const linesOf = async (name: string) => (await fileOf(name, 'runs.jsonl')).trimEnd().split('\n');

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
  const expected = await linesOf('undisturbed');
  console.log(`undisturbed: ${expected.length} cells`);
  let good = true;
  for (let number = 1; dealt() < kills; number++) {
    const name = `killed ${number}`;
    const sessions = await runUnder(name, fates(reach));
    const found = compareRuns(expected, await linesOf(name));
    const summaries =
      (await fileOf(name, 'summary.json')) === (await fileOf('undisturbed', 'summary.json'));
    good = tell(name, sessions, found, summaries) && good;
  }
  const parts = [...tally].map(([what, times]) => `${what} ${times}`);
  console.log(`${dealt()} kills: ${parts.join(', ')}. Files: ${root}`);
  process.exitCode = good ? 0 : 1;
} finally {
  await (browser as Browser | null)?.close().catch(() => undefined);
  await server.close();
}
