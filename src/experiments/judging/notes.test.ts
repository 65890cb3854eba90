import { expect, it } from 'vitest';
import type { HandRating } from '../../domain/experiment.ts';
import { newRating } from '../rating/raters.ts';
import { indexRows } from '../results/index-rows.ts';
import { summaryOf } from '../results/summary.ts';
import { smallDocument } from '../testing/documents.ts';
import { madeItems, madeResults, type MadePlace } from '../testing/results.ts';
import { agreementLines, biasLines } from './note-words.ts';
import { judgeNotes } from './notes.ts';

const twin = { kind: 'judge', judge: { by: 'model', model: 'twin' } };
const chosen = { kind: 'judge', judge: { by: 'model', model: 'chosen' } };
const number = (place: MadePlace) => Number(place.item.id.slice(5));
const rest = () => undefined;

/** The twin rates by the item's number, the chosen model the other way round, the bench as the twin. */
const score = (place: MadePlace) =>
  place.scorer.startsWith('judge/chosen') ? 10 - (number(place) % 10) : 1 + (number(place) % 10);

const notesOf = async (scorers: object[], ratings: HandRating[] = []) => {
  const document = smallDocument({ scorers, turns: 1, seeds: [1] });
  const results = madeResults(document, { items: madeItems(10), score });
  return judgeNotes(await indexRows({ ...results, ratings }), rest);
};

it('says so where there is nothing to compare a judge with', async () => {
  const [note] = await notesOf([twin]);
  expect(note?.agreement).toEqual([]);
  expect(note && agreementLines(note)[0]).toContain('No other ratings to compare with');
});

it('compares a judge with people, other judges and the bench, and not with itself read otherwise', async () => {
  const ratings = [0, 1, 2, 3].map((item) =>
    newRating('e', 'Ada', { kind: 'single', cell: `0/0/${item}/1/1`, rating: 1 + item }),
  );
  const scorers = [{ ...twin }, { ...twin, as: 'weighted' }, chosen, { kind: 'lab-80' }];
  const notes = await notesOf(scorers, ratings);
  expect(notes).toHaveLength(3);
  const found = notes[0]?.agreement.map(({ between, n, spearman, kappa }) => [
    between[1],
    n,
    spearman && Math.round(spearman.value),
    kappa && Math.round(kappa.value),
  ]);
  expect(found).toEqual([
    ['Ada', 4, 1, 1],
    ['Rating by the chosen model', 20, -1, -1],
    ['Lab-80 score', 20, 1, 1],
  ]);
  expect(agreementLines(notes[0] as (typeof notes)[0])[1]).toMatch(
    /^With Rating by the chosen model: Spearman’s ρ −1\.00 .*quadratic κ .*, n = 20 answers\.$/,
  );
});

it('tells how ratings go with length, or that nobody can say', async () => {
  const [note] = await notesOf([twin]);
  // all made answers are of one length
  expect(note?.length?.correlation).toMatchObject({ n: 20, value: null });
  expect(note && biasLines(note)).toEqual([
    'Length: its ratings go with the characters of answers by Spearman’s ρ not defined, n = 20.',
  ]);
});

it('gives a table by category for each judge and turn', async () => {
  const document = smallDocument({ scorers: [{ kind: 'lab-80' }, twin] });
  const results = madeResults(document, { items: madeItems(8), score });
  const { judged, judges } = await summaryOf(await indexRows(results));
  expect(judges.map(({ scorer }) => scorer)).toEqual(['judge/twin/single/parsed']);
  expect(
    judged.map(({ title, columns }) => [title, columns.levels.map(({ label }) => label)]),
  ).toEqual(['turn 1', 'turn 2', 'both turns'].map((title) => [title, ['math', 'writing']]));
});
