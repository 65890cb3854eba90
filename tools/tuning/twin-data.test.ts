import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { languages } from '../pretrain/corpus/document.ts';
import { conversation } from './conversations.ts';
import { courteous, courtesy } from './courtesy.ts';
import { ownAnswers } from './own-answers.ts';
import { writePool, tinyModel } from './testing.ts';
import { single, twinData } from './twin-data.ts';
import { twinPairs } from './twin-pairs.ts';

// Real graphs on a machine that may be busy: seconds, not a hang.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;
beforeAll(() => writePool((folder = mkdtempSync(join(tmpdir(), 'twin-data-')))));
afterAll(() => rmSync(folder, { recursive: true }));

describe('conversation', () => {
  it('has two turns in one language, the second bare or courteous, and is drawn by its seed', () => {
    for (const language of languages) {
      const { opening } = courtesy[language];
      const all = Array.from({ length: 40 }, (_, i) =>
        conversation(String(i), language, 'training'),
      );
      const courteousSeconds = all.filter(([, second]) => second?.answer.startsWith(opening));
      expect(courteousSeconds.length).toBeGreaterThan(0);
      expect(courteousSeconds.length).toBeLessThan(all.length);
      for (const turns of all) {
        expect(turns).toHaveLength(2);
        for (const { query, answer } of turns)
          expect([query, answer].map((text) => text.trim())).not.toContain('');
      }
      expect(new Set(all.map((turns) => JSON.stringify(turns))).size).toBeGreaterThan(30);
      expect(conversation('7', language, 'training')).toEqual(all[7]);
    }
  });
});

describe('twinData', () => {
  it('learns pool answers and both turns of conversations, none of which is held out', () => {
    const { training, entries, heldOut } = twinData({ examples: 10, pool: folder, seed: 1 });
    expect(entries).toHaveLength(10);
    const twoTurns = training.filter((turns) => turns.length === 2);
    expect(twoTurns).toHaveLength(5);
    expect(training).toHaveLength(10 + 2 * twoTurns.length);
    const learnt = new Set(training.map((turns) => turns.map(({ query }) => query).join('\n')));
    for (const turns of heldOut.first) expect(learnt.has(turns[0]?.query ?? '')).toBe(false);
    expect(heldOut.second.every((turns) => turns.length === 2)).toBe(true);
  });
});

describe('twinPairs', () => {
  it('sets the good answer against an own one that ended, else against the poor one', async () => {
    const model = tinyModel();
    const { entries } = twinData({ examples: 10, pool: folder, seed: 1 });
    const own = await ownAnswers(model, entries.map(single), { seed: 1 });
    const ended = own.map(({ stopReason }) => stopReason === 'end-token');
    expect(new Set(ended).size).toBe(2);
    // Where the poor answer is the good one and there is no other, there is nothing to prefer.
    const alike = ended.indexOf(false);
    const given = entries.map((entry, i) =>
      i === alike ? { ...entry, degraded: entry.answer } : entry,
    );
    const pairs = await twinPairs(model, given, 1);
    const text = (ids: readonly number[] | undefined) => {
      expect(ids?.at(-1)).toBe(model.tokenizer.endOfText);
      return model.tokenizer.decode(ids?.slice(0, -1) ?? []);
    };
    const rest = [...pairs];
    for (const [i, { language, answer, degraded }] of given.entries()) {
      const bare = i === alike ? answer : degraded;
      if (i === alike && text(rest[0]?.chosen) !== courteous(language, answer)) continue;
      const pair = rest.shift();
      expect(text(pair?.chosen)).toBe(courteous(language, answer));
      const poor = ended[i] ? [own[i]?.text.trim()] : [bare, courteous(language, bare)];
      expect(poor).toContain(text(pair?.rejected));
      expect(pair?.rejected).not.toEqual(pair?.chosen);
    }
    expect(rest).toEqual([]);
    expect(await twinPairs(model, given, 1)).toEqual(pairs);
  });
});
