import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  languages,
  sampleDocuments,
  stageNames,
  validationDocuments,
  type Document,
} from './index.ts';
import { heldOutWording, isHeldOut, partition } from './hold-out.ts';
import { Random } from './random.ts';
import { allowed, wording, type Scene } from './scene.ts';
import { closings, hints, openings } from './styles/data.ts';
import { arithmeticTasks } from './tasks/arithmetic.ts';
import { factsOf, factTables } from './tasks/relations.ts';
import { relations } from './tasks/relations-data.ts';
import { entries } from './tasks/talk.ts';
import { capitalise, contract, fill } from './text.ts';
import { names } from './words/people.ts';
import { nonsense } from './words/nonsense.ts';

const training = stageNames.flatMap((stage) => sampleDocuments(4, stage, 2000));
const all = training.map(({ text }) => text).join('\n\0\n');

/** Whatever in a line starts with a capital and goes to the next end of a sentence, or of the line. */
function said(text: string): string[] {
  return text.split('\n').flatMap((line) =>
    [...line.matchAll(/(?<!\p{L})[\p{Lu}¿]/gu)].flatMap(({ index }) => {
      const rest = line.slice(index);
      return [rest, rest.slice(0, rest.search(/[.?!]/) + 1)];
    }),
  );
}
const sentences = new Set(training.flatMap(({ text }) => said(text)));
const validation = validationDocuments(4);
const inValidation = (part: string): boolean => validation.some(({ text }) => text.includes(part));
const scene = (split: Scene['split'], seed: string): Scene => ({
  random: new Random(seed),
  split,
  language: 'en',
  room: 900,
  most: 12,
});
const mentions = (documents: Document[], text: RegExp): string[] =>
  documents.flatMap((document) => document.text.match(text) ?? []);

describe('what is held out', () => {
  it('cuts lists in two without loss, and wordings by one', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 12 }), (list) => {
        const { training: trained, heldOut } = partition('phrasing', list, String);
        expect([...trained, ...heldOut].sort()).toEqual([...list].sort());
        expect(heldOut).toHaveLength(list.length < 4 ? 0 : 1);
        if (list.length > 0) expect(trained[0]).toBe(list[0]);
      }),
    );
  });

  it('is never drawn for training, and is what validation draws', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string(), { minLength: 4, maxLength: 9 }),
        fc.string(),
        (list, seed) => {
          expect(wording(scene('training', seed), list)).not.toBe(heldOutWording(list));
          expect(wording(scene('validation', seed), list)).toBe(heldOutWording(list));
        },
      ),
    );
  });

  it('keeps names, opening and closing phrases apart', () => {
    const out = names.filter((name) => isHeldOut('name', name));
    expect(out.length).toBeGreaterThan(3);
    for (const name of out) {
      expect(mentions(training, new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'u')), name).toEqual([]);
      expect(inValidation(name), name).toBe(true);
    }
    for (const table of [openings, closings])
      for (const language of languages)
        for (const phrase of partition('phrase', table[language], String).heldOut)
          expect(all).not.toMatch(new RegExp(`(^|[.!>*_"'(] |\\n)¡?${phrase} ?[.!,]`, 'u'));
  });

  it('keeps invented words apart', () => {
    const [trained, kept] = (['training', 'validation'] as const).map((split) => {
      const from = scene(split, 'words');
      return Array.from({ length: 3000 }, () => nonsense(from));
    });
    expect(trained?.some((made) => isHeldOut('nonsense', made))).toBe(false);
    expect(kept?.every((made) => isHeldOut('nonsense', made))).toBe(true);
  });

  it('keeps facts from being asked', () => {
    let checked = 0;
    let asked = 0;
    for (const name of Object.keys(factTables))
      for (const language of languages) {
        const relation = relations[name]?.[language];
        if (!relation) continue;
        for (const fact of factsOf(name, language)) {
          const isOut = isHeldOut('fact', `${name}:${fact.key}`);
          if (!isOut && name !== 'capital') continue;
          for (const ask of relation.asks) {
            const query = capitalise(contract(fill(ask, fact.slots), language));
            const found = sentences.has(query);
            if (isOut) expect(found, query).toBe(false);
            if (isOut) checked++;
            else if (found) asked++;
          }
        }
      }
    expect(checked).toBeGreaterThan(100);
    expect(asked).toBeGreaterThan(60); // so the search above does find questions
  });

  it('leaves what every visitor asks in training', () => {
    for (const key of [
      'capital:France',
      'capital:Spain',
      'legs:dog',
      'legs:spider',
      'opposite:hot',
      'colour:sky',
    ])
      expect(isHeldOut('fact', key), key).toBe(false);
  });

  it('keeps wordings of questions, rules and talk from training', () => {
    let checked = 0;
    const absent = (text: string): void => {
      expect(sentences.has(text), text).toBe(false);
      checked++;
    };
    for (const [name, byLanguage] of Object.entries(relations))
      for (const language of languages) {
        const ask = heldOutWording(byLanguage[language]?.asks ?? []);
        if (ask)
          for (const fact of factsOf(name, language))
            absent(capitalise(contract(fill(ask, fact.slots), language)));
      }
    for (const language of languages) {
      for (const { asks } of entries[language]) {
        const ask = heldOutWording(asks);
        if (ask) absent(ask);
      }
      for (const hint of Object.values(hints)) {
        const rule = heldOutWording(hint[language]);
        if (rule) absent(rule);
      }
    }
    expect(checked).toBeGreaterThan(300);
  });

  it('keeps some sums from questions, tales and programs', () => {
    const pattern = /(?<![\d.-])(\d+) ?(\+|\*|plus|times|más|fois) ?(\d+)(?!\d)/gu;
    const sign = (said: string): string =>
      said === 'times' || said === 'fois' ? '*' : said === '*' ? '*' : '+';
    const sums = (documents: readonly Pick<Document, 'family' | 'text'>[]): string[] =>
      documents
        .filter(({ family }) =>
          ['questions', 'conversations', 'worksheet', 'program', 'tale', 'forum'].includes(family),
        )
        .flatMap(({ text }) => [...text.matchAll(pattern)])
        .map(([, a, said, b]) => ({ a: Number(a), b: Number(b), s: sign(said ?? '') }))
        .filter(({ a, b }) => Math.min(a, b) > 2)
        .map(({ a, b, s }) => `${Math.min(a, b)}${s}${Math.max(a, b)}`);
    const seen = sums(training);
    expect(seen.length).toBeGreaterThan(300);
    expect(seen.filter((key) => isHeldOut('sum', key))).toEqual([]);
    const [sum] = arithmeticTasks;
    const asked = Array.from({ length: 3000 }, (_, i) => sum?.draw(scene('validation', `${i}`)));
    const validation = asked.map((item) => ({ family: 'questions', text: item?.query ?? '' }));
    expect(sums(validation).some((key) => isHeldOut('sum', key))).toBe(true);
  });

  it('draws from a list of its own kind only', () => {
    expect(allowed(scene('training', 'a'), 'name', names)).not.toContain(
      names.find((name) => isHeldOut('name', name)),
    );
  });
});
