import { describe, expect, it } from 'vitest';
import { combinations } from '../document/arms.ts';
import { fixedSetting } from '../document/document.ts';
import { promptFactor, promptLabel } from '../search/prompts.ts';
import { smallDocument } from '../testing/documents.ts';
import { madeItems, madeResults, type Made, type MadePlace } from '../testing/results.ts';
import { indexRows } from './index-rows.ts';
import { searchOf } from './search.ts';
import { textSearch } from './text-tables.ts';

const questions = { bench: 'lab-80', split: 'test', part: 'world', limit: 4 };
const document = smallDocument({
  factors: [],
  seeds: [1],
  search: { candidates: 3, rounds: 2, threshold: 5, check: { questions, factors: [] } },
  figure: { kind: 'histogram' },
});

const setting = fixedSetting(document);
const candidates = (round: number, left: readonly number[]) =>
  left.map((candidate) => ({
    label: `candidate ${candidate}`,
    levels: { round: String(round), candidate: String(candidate) },
    reference: false,
    setting,
  }));
const prompts = [0, 1, 2].map((n) => ({ label: promptLabel(n), set: {} }));

/** Candidate 1 is at 6, 2 at 5, 3 at 4 and one better in a second round; checks are at 3, 4 and 5. */
const scoreOf = ({ arm: { levels } }: MadePlace): number =>
  levels[promptFactor] === undefined
    ? 7 - Number(levels.candidate) + Number(levels.round === '2')
    : 3 + prompts.findIndex(({ label }) => label === levels[promptFactor]);

const made = (score: (place: MadePlace) => Made = scoreOf) =>
  madeResults(document, {
    items: madeItems(6),
    score,
    rounds: [
      { purpose: 'search', turns: 1, arms: candidates(1, [1, 2, 3]) },
      { purpose: 'search', turns: 1, arms: candidates(2, [2]) },
      { purpose: 'check', arms: combinations([{ name: promptFactor, levels: prompts }], setting) },
    ],
  });

const searched = async (score?: (place: MadePlace) => Made) =>
  searchOf(await indexRows(made(score)));

describe('searchOf', () => {
  it('says of every candidate what became of it', async () => {
    const found = await searched();
    expect(found?.threshold).toBe(5);
    expect(
      found?.rounds.map(({ candidates }) =>
        candidates.map(({ label, mean, estimate, fate }) => [label, mean, estimate?.n, fate]),
      ),
    ).toEqual([
      [
        ['candidate 1', 6, 6, 'chosen'],
        ['candidate 2', 5, 6, 'kept'],
        ['candidate 3', 4, 6, 'dropped'],
      ],
      [['candidate 2', 6, 6, 'chosen']],
    ]);
    expect(found?.rounds[1]?.chosen?.label).toBe('candidate 2');
  });

  it('shows the found prompts on other questions, candidates kept apart', async () => {
    const { check } = (await searched()) ?? {};
    expect(check?.rows.levels.map(({ label }) => label)).toEqual(prompts.map((p) => p.label));
    expect(check?.cells.map(([first]) => first?.value)).toEqual([3, 4, 5]);
  });

  it('lets the earlier of equals win, and nobody who lacks a score', async () => {
    const equal = await searched(() => 5);
    expect(equal?.rounds[0]?.chosen?.candidate).toBe(0);
    const failed = await searched((place) =>
      place.arm.levels.candidate === '1' && place.item.id === 'item-2' ? 'failed' : scoreOf(place),
    );
    expect(failed?.rounds[0]?.chosen?.label).toBe('candidate 2');
    expect(failed?.rounds[0]?.candidates[0]).toMatchObject({
      mean: null,
      fate: 'no score',
      estimate: { n: 5, value: 6, errors: 1 },
    });
  });

  it('chooses nobody before the round is done', async () => {
    const open = await searched((place) =>
      place.arm.levels.candidate === '3' ? 'missing' : scoreOf(place),
    );
    expect(open?.rounds[0]?.chosen).toBeNull();
    expect(open?.rounds[0]?.candidates.map(({ fate }) => fate)).toEqual(['open', 'open', 'open']);
  });

  it('has its winners as lines', async () => {
    const found = await searched();
    const [, first] = found ? textSearch(found).split('\n') : [];
    expect(first).toMatch(/^1 +3 +1 +candidate 1 +6\.00 \[6\.00, 6\.00\] n=6$/);
  });

  it('is null without a search', async () => {
    const plain = madeResults(smallDocument(), { items: madeItems(2), score: () => 1 });
    expect(await searchOf(await indexRows(plain))).toBeNull();
  });
});
