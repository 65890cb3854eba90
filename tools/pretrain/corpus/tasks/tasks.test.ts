import { describe, expect, it } from 'vitest';
import { languages } from '../document.ts';
import { Random } from '../random.ts';
import type { Scene } from '../scene.ts';
import { tasks } from './index.ts';
import { relations } from './relations-data.ts';
import { entries } from './talk.ts';

const scene = (seed: string, language: Scene['language']): Scene => ({
  random: new Random(seed),
  split: 'training',
  language,
  room: 900,
  most: 12,
});
// Play with English sounds and grammar, translation out of English, and what is told in its terms.
const englishOnly = [
  'spanish',
  'french',
  'rhyme',
  'alphabet',
  'rewrite',
  'odd one out',
  'summary',
  'poem',
  'describe a thing',
  'inverse',
];

describe('what can be asked', () => {
  it('is the same in every language, but for what leans on English', () => {
    const lacking = tasks.filter((task) => languages.some((l) => !task.languages.includes(l)));
    expect(lacking.map(({ name }) => name).sort()).toEqual([...englishOnly, 'english'].sort());
  });

  it('has four wordings in Spanish and French, so that one can be held out', () => {
    for (const language of ['es', 'fr'] as const) {
      for (const [name, relation] of Object.entries(relations)) {
        const asks = relation[language]?.asks;
        if (asks) expect(new Set(asks).size, `${name} ${language}`).toBeGreaterThanOrEqual(4);
      }
      for (const { asks } of entries[language])
        expect(new Set(asks).size, asks[0]).toBeGreaterThanOrEqual(4);
    }
  });

  it('joins articles and words as Spanish and French do', () => {
    const said = { es: '', fr: '' };
    for (const language of ['es', 'fr'] as const)
      for (const task of tasks.filter((one) => one.languages.includes(language)))
        for (let i = 0; i < 150; i++) {
          const item = task.draw(scene(`${task.name}${i}`, language));
          said[language] +=
            ` ${item.query} ${item.full} ${item.more ?? ''} ${item.next?.().full ?? ''}\n`;
        }
    expect(said.es).not.toMatch(/ [ad]e? el | la águila| una águila/);
    expect(said.fr).not.toMatch(/ (de|à) les? |l'hibou| (que|de) (un|une|il|elle)\b/);
    expect(said.fr).not.toMatch(/[^\s\d]\?|\p{L}[!?]/u); // a space stands before the mark
    expect(said.es).not.toMatch(/(^|[.:] )(Qué|Cuál|Dónde|Cuántas|Cuántos) [^¿]*\?/m);
  });
});
