import { describe, expect, it } from 'vitest';
import { benchLanguages, categories } from '../../src/scoring/lab-80/schema.ts';
import { scoreAnswer } from '../../src/scoring/lab-80/score.ts';
import { Random } from '../pretrain/corpus/random.ts';
import type { Split } from '../pretrain/corpus/scene.ts';
import { escapePattern } from '../../src/scoring/lab-80/words.ts';
import { tasks } from '../pretrain/corpus/tasks/index.ts';
import { benchFile } from './build.ts';
import { factTexts } from './context/facts.ts';
import { labelTexts } from './context/labels.ts';
import { ruleTexts } from './context/rule-texts.ts';
import { halves } from './say.ts';
import { worldSpecs } from './world/index.ts';
import { isHeldOut } from './world/world-item.ts';

const all = halves.flatMap((half) => benchLanguages.map((language) => benchFile(half, language)));

describe('how far the wordings of first turns are from training', () => {
  it('is by turns a held-out wording and an own one, in the world items of each category', () => {
    for (const { items } of all) {
      const world = items.filter(({ part }) => part === 'world');
      expect(world.filter(({ wording }) => wording === 'held-out')).toHaveLength(20);
      for (const category of categories) {
        const some = world.filter((it) => it.category === category).map(({ wording }) => wording);
        expect(some.every((it, i) => i === 0 || it !== some[i - 1])).toBe(true);
      }
    }
  });

  // What the corpus holds out is drawn for validation, and in training never.
  const heldOut = worldSpecs.flatMap(({ id, ask }) =>
    isHeldOut(ask) ? benchLanguages.map((language) => ({ id, ask, language })) : [],
  );
  it.each(heldOut)('is as told: $id in $language is held out', ({ ask, language }) => {
    const task = tasks.find(({ name }) => name === ask.task);
    // Templates end with their sign; a slot may join "de" and "le" before it, so it may take that in.
    const fixed = ask.wording[language].split(/(?:\bd[eu] |\bd')?\{\w+\}/);
    const pattern = new RegExp(fixed.map(escapePattern).join('.+'), 'su');
    const draws = (split: Split, count: number): string[] => {
      const random = new Random(`${ask.task}/${split}`);
      const scene = { random, split, language, room: 900, most: 12 };
      return Array.from({ length: count }, () => task?.draw(scene).query ?? '');
    };
    expect(draws('validation', 100).some((it) => pattern.test(it))).toBe(true);
    expect(draws('training', 1000).filter((it) => pattern.test(it))).toEqual([]);
  });

  it('is one of the demonstrations in half of the context items, and in half no such', () => {
    for (const { items } of all) {
      const context = items.filter((it) => it.part === 'context');
      expect(context.filter(({ wording }) => wording === 'shown')).toHaveLength(20);
      for (const { id, wording, evidence, turns, demonstrations } of context) {
        if (evidence !== 'facts') continue;
        const asked = demonstrations.some(({ query }) => query === turns[0].query);
        expect(asked, id).toBe(wording === 'shown');
      }
    }
    const texts = benchLanguages.flatMap((language) => [
      ...[...factTexts[language].values(), ...labelTexts[language].values()],
      ...Object.values(ruleTexts).map((rule) => rule.texts[language]),
    ]);
    for (const { asks } of texts) expect(new Set(asks).size, asks.join()).toBe(asks.length);
  });
});

describe('how far the wordings of second turns are from training', () => {
  it('is near in half of the changes of form, and in half of the follow-ups', () => {
    for (const { items } of all) {
      const count = (kind: string): number =>
        items.filter(({ wordingAgain }) => wordingAgain === kind).length;
      expect(count('held-out')).toBe(20);
      expect(count('short')).toBe(20);
      expect(count('own')).toBe(40);
      for (const { id, wordingAgain, turns } of items)
        if (wordingAgain === 'held-out') expect(turns[0].format, id).not.toBe(turns[1].format);
    }
  });
});

describe('an item about a rule', () => {
  it('is not answered by any answer of its demonstrations, but for signs', () => {
    for (const { items } of all)
      for (const it of items) {
        if (it.part !== 'context' || it.evidence !== 'rule' || it.id === 'context-threshold')
          continue;
        for (const [at, turn] of it.turns.entries()) {
          const query = it.turns
            .slice(0, at + 1)
            .map((one) => one.query)
            .join('\n');
          const right = it.demonstrations.filter(
            ({ answer }) =>
              scoreAnswer({ turn, answer, stopped: true, style: undefined, query }).content > 0,
          );
          expect(right, it.id).toEqual([]);
        }
      }
  });
});
