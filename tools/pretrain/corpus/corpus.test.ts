import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  corpusStatistics,
  documentAt,
  documents,
  sampleDocuments,
  stageNames,
  validationDocuments,
  validationPerFamily,
} from './index.ts';
import { families } from './families/index.ts';
import { drawLayout, isLivePair } from './layouts/layout.ts';
import { familyWeights, languageWeights, stageSizes } from './mix.ts';
import { Random } from './random.ts';

const sample = stageNames.flatMap((stage) => sampleDocuments(1, stage, 1500));
const digest = (texts: string[]): string =>
  createHash('sha256').update(texts.join('\0')).digest('hex');

describe('corpus', () => {
  it('is the same for a seed, in order or one by one, and another for another seed', () => {
    const texts = (seed: number): string[] =>
      sampleDocuments(seed, 'general', 300).map(({ text }) => text);
    expect(digest(texts(1))).toBe(digest(texts(1)));
    expect(digest(texts(1))).not.toBe(digest(texts(2)));
    const stream = documents(1, 'long');
    for (let i = 0; i < 20; i++) expect(stream.next().value).toEqual(documentAt(1, 'long', i));
  });

  it('never shows the live prompt: Query with Answer, User with Assistant', () => {
    const random = new Random('layouts');
    for (let i = 0; i < 20_000; i++) {
      const language = random.pick(['en', 'es', 'fr'] as const);
      const layout = drawLayout({ random, language, split: 'training', ...stageSizes.long });
      const [ask, answer] = layout.headers.map((text) => text.replace(/[^\p{L} ]|\{n\}| n$/gu, ''));
      expect(isLivePair(ask ?? '', answer ?? ''), layout.headers.join(' / ')).toBe(false);
    }
    const header = (name: string): RegExp =>
      new RegExp(`^[^\\p{L}\\n]*${name}[^\\p{L}\\n]*$`, 'imu');
    for (const { text } of [...sample, ...validationDocuments(1)]) {
      expect(header('query').test(text) && header('answer').test(text), text).toBe(false);
      expect(header('user').test(text) && header('assistant').test(text), text).toBe(false);
    }
  });

  it('spells no special token and leaves no slot unfilled', () => {
    for (const { text } of sample) {
      expect(text).not.toMatch(/<\|\w+\|>|\{\w+\}|undefined|NaN|\[object/);
      expect(text.length).toBeGreaterThan(0);
      expect(text.normalize('NFC')).toBe(text);
    }
  });

  it('marks the answers of examples, in order and inside the text', () => {
    let marked = 0;
    for (const { text, examples = [], family } of sample) {
      let last = 0;
      for (const { start, end } of examples) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(end, family).toBeGreaterThan(start);
        last = end;
        marked++;
      }
    }
    expect(marked).toBeGreaterThan(sample.length);
    const [first] = sampleDocuments(1, 'general', 200).filter(
      ({ family }) => family === 'questions',
    );
    const span = first?.examples?.[0];
    expect(span && first.text.slice(span.start - 1, span.start)).toMatch(/\s/);
  });

  it('fits examples into the room of a stage, and fills rows of the long one', () => {
    const least = { induction: 6, general: 10, long: 20 };
    for (const stage of ['induction', 'general', 'long'] as const) {
      const { room, most } = stageSizes[stage];
      const lists = sampleDocuments(3, stage, 1500).filter(({ family }) => family === 'questions');
      for (const { text, examples = [] } of lists) {
        expect(examples.length).toBeLessThanOrEqual(most);
        expect(text.length).toBeLessThan(room * 1.25 + 200); // the last example's headers may hang over
      }
      const largest = Math.max(...lists.map(({ examples = [] }) => examples.length));
      expect(largest).toBeGreaterThan(least[stage]);
    }
  });

  it('mixes languages and families as the weights say', () => {
    const all = corpusStatistics(sample);
    const share = (language: string): number =>
      (all.languages[language]?.documents ?? 0) / all.documents;
    for (const [language, weight] of languageWeights)
      expect(share(language)).toBeCloseTo(weight / 100, 1);
    expect(Object.keys(familyWeights).sort()).toEqual(families.map(({ name }) => name).sort());
    expect(Object.keys(all.families).sort()).toEqual(families.map(({ name }) => name).sort());
    expect(all.documents).toBe(sample.length);
  });

  it('has a validation set with every family, the same for a seed', () => {
    const set = validationDocuments(5);
    expect(set).toEqual(validationDocuments(5));
    expect(set).toHaveLength(families.length * validationPerFamily);
    const texts = new Set(sample.map(({ text }) => text));
    expect(set.filter(({ text }) => texts.has(text)).length).toBeLessThan(set.length * 0.02);
    const long = set.filter(({ examples = [] }) => examples.length >= 10);
    expect(long.length).toBeGreaterThan(20);
  });
});
