import { describe, expect, it } from 'vitest';
import { readBench, readPool } from '../../src/scoring/lab-80/read.ts';
import { benchLanguages } from '../../src/scoring/lab-80/schema.ts';
import { scoreAnswer } from '../../src/scoring/lab-80/score.ts';
import { holdsPhrase, lowerWords, wordsOf } from '../../src/scoring/lab-80/words.ts';
import { sampleDocuments, stageNames } from '../pretrain/corpus/index.ts';
import { closings, openings } from '../pretrain/corpus/styles/data.ts';
import { entries } from '../pretrain/corpus/tasks/talk.ts';
import { allFiles } from './files.ts';
import { shares } from './pool/degrade.ts';
import { sameness } from './pool/taken.ts';
import { halves } from './say.ts';
import { styles } from './styles.ts';

const files = allFiles();
const json = (name: string): unknown => JSON.parse(files.get(name) ?? '');
const itemsOf = (language: string) =>
  halves.flatMap((half) => readBench(json(`${half}.${language}.json`)).items);
const turnsOf = (language: string) => itemsOf(language).flatMap((it) => it.turns);
// A short follow-up ("And a goat?") says nothing by itself; training has them too.
const queries = benchLanguages.flatMap((language) =>
  itemsOf(language).flatMap(({ turns: [one, two], wordingAgain }) =>
    wordingAgain === 'short' ? [one.query] : [one.query, two.query],
  ),
);
const perStage = 3000;
const corpus = stageNames.flatMap((stage) => sampleDocuments(80, stage, perStage));

/** Texts of a list that stand in a document, found by their first letters. */
function foundIn(texts: readonly string[]): string[] {
  const length = Math.min(8, ...texts.map((it) => it.length));
  const byStart = new Map<string, string[]>();
  for (const text of new Set(texts)) {
    const start = text.slice(0, length);
    byStart.set(start, [...(byStart.get(start) ?? []), text]);
  }
  const found = new Set<string>();
  for (const { text } of corpus)
    for (let at = 0; at + length <= text.length; at++)
      for (const it of byStart.get(text.slice(at, at + length)) ?? [])
        if (text.startsWith(it, at)) found.add(it);
  return [...found];
}

describe('what the model has not been trained on', () => {
  it('is every question of the bench but the short follow-ups', () => {
    expect(foundIn(queries)).toEqual([]);
    // The search finds what is there.
    expect(foundIn(['What is the capital of ', '¿Cuál es la capital de '])).toHaveLength(2);
  });

  it('is every phrase of the styles', () => {
    const phrases = Object.values(styles).flatMap((list) =>
      list.flatMap(({ opening, closing }) => [opening, closing]),
    );
    expect(foundIn(phrases)).toEqual([]);
    const core = (text: string): string => sameness(text);
    const known = new Set(
      benchLanguages.flatMap((language) => [
        ...[...openings[language], ...closings[language]].map(core),
        ...entries[language].flatMap(({ asks, short, full, more = '' }) =>
          [...asks, short, full, more].map(core),
        ),
      ]),
    );
    expect(phrases.filter((it) => known.has(core(it)))).toEqual([]);
  });
});

describe.each(benchLanguages)('the styles in %s', (language) => {
  it('are twelve or more, of two to six words each, with a closing mark', () => {
    const phrases = styles[language].flatMap(({ opening, closing }) => [opening, closing]);
    expect(styles[language].length).toBeGreaterThanOrEqual(12);
    expect(new Set(phrases).size).toBe(phrases.length);
    for (const phrase of phrases) {
      expect(wordsOf(phrase).length, phrase).toBeGreaterThanOrEqual(2);
      expect(wordsOf(phrase).length, phrase).toBeLessThanOrEqual(6);
      expect(phrase).toMatch(/[.!:?]$/);
    }
  });

  it('hold no word that a turn looks for', () => {
    const wanted = turnsOf(language).flatMap(({ check }) =>
      check.kind === 'words'
        ? [...check.all, ...check.none]
        : check.kind === 'members'
          ? check.of
          : check.about,
    );
    for (const { opening, closing } of styles[language])
      for (const phrase of [opening, closing])
        expect(
          wanted.filter((it) => holdsPhrase(phrase, it)),
          phrase,
        ).toEqual([]);
  });
});

describe.each(benchLanguages)('the pool in %s', (language) => {
  const high = readPool(json(`pool.${language}.json`)).demonstrations;
  const degraded = readPool(json(`pool-degraded.${language}.json`)).demonstrations;

  it('has 2000 different demonstrations, as many of each category', () => {
    expect(new Set(high.map(({ query }) => sameness(query))).size).toBe(2000);
    const byCategory = new Map<string, number>();
    for (const { category } of high) byCategory.set(category, (byCategory.get(category) ?? 0) + 1);
    expect([...byCategory.values()].every((it) => it >= 200 && it <= 300)).toBe(true);
    expect(byCategory.size).toBe(8);
  });

  it('holds neither question nor answer of the bench', () => {
    const taken = new Set(
      turnsOf(language).flatMap(({ query, answer }) => [sameness(query), sameness(answer)]),
    );
    const shared = high.filter(
      ({ query, answer }) => taken.has(sameness(query)) || taken.has(sameness(answer)),
    );
    expect(shared).toEqual([]);
  });

  it('gives no world question away: its nearest demonstration is seldom a right answer', () => {
    const world = halves.flatMap((half) =>
      readBench(json(`${half}.${language}.json`)).items.filter(({ part }) => part === 'world'),
    );
    const common = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
      const both = [...a].filter((it) => b.has(it)).length;
      return both / (a.size + b.size - both);
    };
    const asked = high.map((it) => new Set(lowerWords(it.query)));
    const copied = world.filter(({ turns: [turn] }) => {
      const words = new Set(lowerWords(turn.query));
      const likeness = asked.map((it) => common(it, words));
      const nearest = high[likeness.indexOf(Math.max(...likeness))]?.answer ?? '';
      const answered = { turn, answer: nearest, stopped: true, style: undefined };
      return scoreAnswer({ ...answered, query: turn.query }).content === 5;
    });
    expect(copied.length / world.length, copied.map(({ id }) => id).join()).toBeLessThan(0.05);
  });

  it('has a degraded twin: the same queries, every answer worse in one of three ways', () => {
    expect(degraded.map(({ query }) => query)).toEqual(high.map(({ query }) => query));
    expect(degraded.filter(({ answer }, i) => answer === high[i]?.answer)).toEqual([]);
    const careless = degraded.filter(
      ({ answer }, i) =>
        answer ===
        high[i]?.answer
          .toLowerCase()
          .replace(/[.,!?¿¡;:]+/g, '')
          .trim(),
    );
    const expected = shares.careless * high.length;
    expect(careless.length).toBeGreaterThan(0.8 * expected);
    expect(careless.length).toBeLessThan(1.3 * expected);
  });
});
