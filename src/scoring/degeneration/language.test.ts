import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPool } from '../lab-80/read.ts';
import { languageDrift } from './language-drift.ts';
import { profiles } from './language-profiles.ts';

const texts = {
  en: 'My sister bought three apples at the market, and then she went home with them.',
  es: 'Mi hermana compró tres manzanas en el mercado y después volvió a casa con ellas.',
  fr: 'Ma sœur a acheté trois pommes au marché, puis elle est rentrée chez nous avec elles.',
  de: 'Meine Schwester hat auf dem Markt drei Äpfel gekauft und ist dann nach Hause gegangen.',
  it: 'Mia sorella ha comprato tre mele al mercato e poi è tornata a casa con quelle.',
  pt: 'A minha irmã comprou três maçãs no mercado e depois não voltou para casa com elas.',
  nl: 'Mijn zus heeft op de markt drie appels gekocht en is toen naar huis gegaan.',
};
const languages = Object.keys(texts) as (keyof typeof texts)[];
const asked = ['en', 'es', 'fr'] as const;

describe('language drift', () => {
  it('is told between every two languages', () => {
    for (const wanted of languages)
      for (const given of languages)
        expect(languageDrift(texts[given], wanted), `${given} for ${wanted}`).toMatchObject({
          flag: given !== wanted,
        });
  });

  it('is told by the alphabet, too', () => {
    const others = [
      ['今天天气很好，我们去公园散步吧。', 'Han'],
      ['Сегодня хорошая погода, и мы идём гулять.', 'Cyrillic'],
      ['اليوم الطقس جميل ونحن نمشي معا', 'Arabic'],
      ['আজ আবহাওয়া খুব সুন্দর ছিল', 'another alphabet'],
    ] as const;
    for (const [text, name] of others) {
      const finding = languageDrift(text, 'fr');
      expect(finding, text).toMatchObject({ flag: true, share: 1 });
      expect(JSON.stringify(finding)).toContain(`“${name}”`);
    }
  });

  it('counts from half of the words on, and shows the passages', () => {
    const half = `${texts.es} ${texts.en} ${texts.en}`;
    const finding = languageDrift(half, 'es');
    expect(finding).toMatchObject({ flag: true });
    if ('error' in finding) throw new Error(finding.error);
    expect(finding.share).toBeCloseTo(30 / 44, 1);
    for (const { start, end } of finding.evidence)
      expect(half.slice(start, end).trim()).toBe(texts.en);
    expect(languageDrift(`${texts.es} ${texts.es} ${texts.en}`, 'es')).toMatchObject({
      flag: false,
    });
  });

  it('takes no notice of code', () => {
    const text = `${texts.fr}\n${'for item in list_of_items:\n    print(item)\n'.repeat(9)}`;
    expect(languageDrift(text, 'fr')).toMatchObject({ flag: false });
  });

  it('is an error, not 0, where it cannot be told', () => {
    const short = /too short/;
    for (const text of ['', '  \n', 'Madrid.', '42', 'Yes, of course'])
      expect(languageDrift(text, 'en'), text).toMatchObject({
        error: expect.stringMatching(short),
      });
    for (const text of ['Paris Oslo Lima Quito Kyiv', 'zzz zzz zzz zzz zzz', '1 2 3 4 5 6 7 8'])
      expect(languageDrift(text, 'en'), text).toMatchObject({ error: expect.stringMatching(/No/) });
    expect(languageDrift(texts.en, 'tlh')).toMatchObject({
      error: expect.stringMatching(/tlh.*en, es, fr/),
    });
  });

  it('is hardly ever seen in the short answers of the bench, and in most of other languages', () => {
    for (const given of asked) {
      const file = new URL(`../../../public/lab-80/pool.${given}.json`, import.meta.url);
      const { demonstrations } = readPool(JSON.parse(readFileSync(file, 'utf8')));
      for (const wanted of asked) {
        const findings = demonstrations
          .map(({ answer }) => languageDrift(answer, wanted))
          .filter((it) => !('error' in it && /short/.test(it.error)));
        const count = (flag: boolean): number =>
          findings.filter((it) => 'flag' in it && it.flag === flag).length / findings.length;
        if (wanted === given) {
          expect(count(true), given).toBeLessThan(0.004);
          expect(count(false), given).toBeGreaterThan(0.85);
        } else {
          expect(count(true), `${given} for ${wanted}`).toBeGreaterThan(0.65);
          expect(count(false), `${given} for ${wanted}`).toBeLessThan(0.02);
        }
      }
    }
  });
});

describe('a profile', () => {
  it('has trigrams of three letters, each thing once, and function words in small letters', () => {
    for (const [language, { words, trigrams, letters }] of Object.entries(profiles)) {
      expect(
        trigrams.filter((it) => it.length !== 3),
        language,
      ).toEqual([]);
      for (const things of [words, trigrams, Array.from(letters)])
        expect(new Set(things).size, language).toBe(things.length);
      expect(words.map((it) => it.toLowerCase().normalize('NFC'))).toEqual(words);
    }
  });
});
