import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import type { ExperimentDocument } from '../../../src/experiments/document/document.ts';
import type { Belongings } from '../part.ts';
import type { Wanted } from '../go-on.ts';
import { ReadersBrowser } from './readers-page.ts';
import type { Victim } from './survive.ts';
import { tear } from './tear.ts';
import { drivenVictim } from './victim.ts';

/** Where a run lives that is killed again and again: what it stores outlives every death. */
export interface Ground {
  /** Begins the run of this name, or goes on with what is stored of it. */
  begin(name: string): Promise<Victim>;
  /** Harms what was being written when the browser was killed. @returns whether something was harmed */
  harm(name: string, share: number): Promise<boolean>;
  /** Every stored cell of a run as a line, in an order that is the same for the same cells. */
  lines(name: string): Promise<string[]>;
  /** What the run came to beside its cells. */
  summary(name: string): Promise<string>;
}

/** The headless page, with its results in a folder. */
export function folderGround(
  root: string,
  wanted: Wanted & Belongings,
  address: string,
  open: () => Promise<Browser>,
): Ground {
  const file = (name: string, what: string) => readFile(join(root, name, what), 'utf8');
  return {
    begin: async (name) => drivenVictim(join(root, name), wanted, await open(), address),
    harm: (name, share) => tear(join(root, name, 'runs.jsonl'), share),
    lines: async (name) => (await file(name, 'runs.jsonl')).trimEnd().split('\n'),
    summary: (name) => file(name, 'summary.json'),
  };
}

/** The readers' page, with its results in the browser's own database: one profile for every run. */
export function pageGround(root: string, document: ExperimentDocument, address: string): Ground {
  const browsers = new Map<string, ReadersBrowser>();
  const browserOf = (name: string): ReadersBrowser => {
    const known = browsers.get(name) ?? new ReadersBrowser(join(root, name), address);
    browsers.set(name, known);
    return known;
  };
  return {
    begin: (name) => browserOf(name).begin(document),
    harm: () => Promise.resolve(false),
    lines: async (name) => {
      const lines = await browserOf(name).lines();
      await browserOf(name).close();
      return lines;
    },
    summary: () => Promise.resolve(''),
  };
}
