import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sampleDocuments, stageNames } from './index.ts';

const shared = join(import.meta.dirname, '../../../../shared/data');
const span = 7; // words in a row that would be no accident

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];

function* runs(text: string): Generator<string> {
  const all = wordsOf(text);
  for (let i = 0; i + span <= all.length; i++) yield all.slice(i, i + span).join(' ');
}

// The reference data is beside the repository, not in it; without it there is nothing to compare with.
it.skipIf(!existsSync(shared))(
  'takes no sentence from the reference data',
  { timeout: 60_000 },
  () => {
    const files = ['urial_prompts', 'mt_bench', 'mt_bench_multilingual'].flatMap((folder) =>
      readdirSync(join(shared, folder))
        .filter((name) => /prompt|question|reference|\.txt$/.test(name))
        .map((name) => readFileSync(join(shared, folder, name), 'utf8')),
    );
    const theirs = new Set(files.flatMap((text) => [...runs(text)]));
    expect(theirs.size).toBeGreaterThan(5000);
    const ours = stageNames.flatMap((stage) => sampleDocuments(9, stage, 1500));
    const shown = ours.flatMap(({ text }) => [...runs(text)].filter((run) => theirs.has(run)));
    // The days of the week and counting belong to everyone.
    const common = /^(monday|tuesday|wednesday|thursday|friday|saturday|sunday|\d+| )+$/;
    expect([...new Set(shown)].filter((run) => !common.test(run))).toEqual([]);
  },
);
