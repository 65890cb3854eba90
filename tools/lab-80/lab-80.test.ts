import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBench } from '../../src/scoring/lab-80/read.ts';
import {
  benchLanguages,
  categories,
  type BenchItem,
  type BenchLanguage,
} from '../../src/scoring/lab-80/schema.ts';
import { wordsOf } from '../../src/scoring/lab-80/words.ts';
import { allFiles } from './files.ts';
import { halves, type Half } from './say.ts';
import { classOf, type ClassName } from './words.ts';

const files = allFiles();
const bench = (half: Half, language: BenchLanguage): BenchItem[] =>
  readBench(JSON.parse(files.get(`${half}.${language}.json`) ?? '')).items;
const all = halves.flatMap((half) =>
  benchLanguages.map((language) => ({ half, language, items: bench(half, language) })),
);
type Context = Extract<BenchItem, { part: 'context' }>;
const contextOf = (items: readonly BenchItem[]): Context[] =>
  items.filter((it) => it.part === 'context');

describe('the files of Lab-80', () => {
  it('are what the program writes: after a change of it or of the corpus, run npm run lab-80', () => {
    for (const [name, text] of files) {
      const path = new URL(`../../public/lab-80/${name}`, import.meta.url);
      expect(readFileSync(path, 'utf8') === text, name).toBe(true);
    }
  });

  it('have ten items of each category, half world and half context', () => {
    for (const { items } of all) {
      for (const category of categories) {
        const some = items.filter((it) => it.category === category);
        expect(some.map((it) => it.part).sort()).toEqual(
          ['context', 'world'].flatMap((part) => Array<string>(5).fill(part)),
        );
      }
      const evidence = contextOf(items).map((it) => it.evidence);
      const count = (kind: string) => evidence.filter((it) => it === kind).length;
      expect([count('facts'), count('labels'), count('rule')]).toEqual([20, 12, 8]);
      expect(new Set(items.map(({ id }) => id)).size).toBe(80);
    }
  });

  it('are the same items in every language', () => {
    for (const half of halves) {
      const [one, ...others] = benchLanguages.map((language) =>
        bench(half, language).map(({ id, category, turns, ...rest }) => ({
          id,
          category,
          turns: turns.map(({ check, format }) => [check.kind, format]),
          demonstrations: rest.part === 'context' ? rest.demonstrations.length : 0,
        })),
      );
      for (const other of others) expect(other).toEqual(one);
    }
  });

  it('share no question, no answer and no demonstration between the halves', () => {
    for (const language of benchLanguages) {
      const [dev, test] = halves.map((half) => {
        const items = bench(half, language);
        const turns = items.flatMap((it) => it.turns.filter((_, i) => i === 0));
        const shown = contextOf(items).flatMap((it) =>
          it.demonstrations.map(({ query, answer }) => `${query} ${answer}`),
        );
        return [...turns.flatMap(({ query, answer }) => [query, answer]), ...shown];
      });
      const of = new Set(dev);
      expect(test?.filter((it) => of.has(it))).toEqual([]);
    }
    for (const name of ['animal', 'food', 'object', 'person', 'number', 'label'] as ClassName[]) {
      const dev = new Set(classOf(name, 'dev').map((it) => it.bare.en));
      expect(classOf(name, 'test').some((it) => dev.has(it.bare.en))).toBe(false);
    }
  });

  it('keep to short questions and answers', () => {
    for (const { items } of all)
      for (const { id, turns, ...rest } of items) {
        const demonstrations = 'demonstrations' in rest ? rest.demonstrations : [];
        for (const { query, answer } of [...turns, ...demonstrations]) {
          const carriesText = /[.;:]\s+\S/.test(query);
          expect(wordsOf(query).length, `${id}: ${query}`).toBeLessThanOrEqual(
            carriesText ? 24 : 16,
          );
          expect(wordsOf(answer).length, `${id}: ${answer}`).toBeLessThanOrEqual(14);
        }
      }
  });

  it('ask for another form in about half of the second turns', () => {
    for (const { items } of all) {
      const changed = items.filter(
        ({ turns: [one, two] }) => one.format !== two.format && two.format !== 'sentence',
      );
      expect(changed.length).toBeGreaterThanOrEqual(32);
      expect(changed.length).toBeLessThanOrEqual(48);
    }
  });
});

describe('the demonstrations of a context item', () => {
  const said = (it: Context): string[] => it.demonstrations.map(({ answer }) => answer);

  it('are 24 to 30, and no two of them alike', () => {
    for (const { items } of all)
      for (const it of contextOf(items)) {
        expect(it.demonstrations.length).toBeGreaterThanOrEqual(24);
        expect(it.demonstrations.length).toBeLessThanOrEqual(30);
        expect(new Set(it.demonstrations.map(({ query }) => query)).size, it.id).toBe(
          it.demonstrations.length,
        );
      }
  });

  it('tell each asked fact four times, in four wordings', () => {
    for (const { items } of all)
      for (const it of contextOf(items).filter(({ evidence }) => evidence === 'facts'))
        for (const { check } of it.turns) {
          if (check.kind !== 'words') throw new Error(`${it.id} has no words to check`);
          const wanted = (check.all[0] ?? '').replace(/\(.*/, '').toLowerCase();
          const telling = said(it).filter((answer) =>
            wordsOf(answer.toLowerCase().replace(/_/g, ' '))
              .join(' ')
              .match(new RegExp(`(^| )${wanted}( |$)`, 'u')),
          );
          expect(telling, it.id).toHaveLength(4);
        }
  });

  it('never ask what a turn of labels or of a rule asks', () => {
    for (const { items } of all)
      for (const it of contextOf(items).filter(({ evidence }) => evidence !== 'facts')) {
        const shown = new Set(it.demonstrations.map(({ query }) => query));
        for (const { query, answer } of it.turns) {
          expect(shown.has(query), query).toBe(false);
          if (it.evidence === 'labels') expect(said(it)).not.toContain(answer);
        }
      }
  });

  it('show every label eight times, so that guessing gets a third', () => {
    for (const { items } of all)
      for (const it of contextOf(items).filter(({ evidence }) => evidence === 'labels')) {
        const { check } = it.turns[0];
        if (check.kind !== 'words') throw new Error(`${it.id} has no words to check`);
        for (const label of [...check.all, ...check.none])
          expect(
            said(it).filter((answer) => wordsOf(answer).includes(label)),
            label,
          ).toHaveLength(8);
      }
  });
});
