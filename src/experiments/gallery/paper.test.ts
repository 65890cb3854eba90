import { describe, expect, it } from 'vitest';
import { promptFactor, promptLabel } from '../search/prompts.ts';
import { documentOf, gallery } from './gallery.ts';
import { paperOf } from './paper.ts';

const turns = ['turn 1', 'turn 2', 'both turns'];

/** The levels by axis of a template's documents, and those that are there without a factor. */
function levelsOf(id: (typeof gallery)[number]['id']): Map<string, Set<string>> {
  const found = new Map([['turn', new Set(turns)]]);
  for (const size of ['quick', 'full'] as const) {
    const { factors, search } = documentOf(id, size);
    for (const { name, levels } of [...factors, ...(search?.check.factors ?? [])]) {
      const labels = levels.map(({ label }) => label);
      found.set(name, new Set([...(found.get(name) ?? []), ...labels]));
    }
    if (!search) continue;
    const prompts = Array.from({ length: search.rounds + 1 }, (_, n) => promptLabel(n));
    found.set(promptFactor, new Set([...(found.get(promptFactor) ?? []), ...prompts]));
    found.set('arm', found.get(promptFactor) as Set<string>);
    const rounds = prompts.slice(1).map((_, n) => `Round ${n + 1}`);
    found.set('round', new Set([...(found.get('round') ?? []), ...rounds]));
  }
  return found;
}

describe.each(gallery.filter(({ id }) => paperOf(id).length > 0))('$id', ({ id }) => {
  it('names levels as its documents do', () => {
    const levels = levelsOf(id);
    for (const { values } of paperOf(id))
      for (const { at } of values)
        for (const [axis, level] of Object.entries(at))
          expect([axis, [...(levels.get(axis) ?? [])]]).toEqual([
            axis,
            expect.arrayContaining([level]),
          ]);
  });

  it('has every value with its source, on the scale that it names, once', () => {
    for (const { source, measure, values, label } of paperOf(id)) {
      expect(source).toMatch(/arXiv \d{4}\.\d{5}/);
      expect(label).not.toBe('');
      expect(new Set(values.map(({ at }) => JSON.stringify(at))).size).toBe(values.length);
      for (const { value } of values) {
        expect(value).toBeGreaterThanOrEqual(measure.low ?? -Infinity);
        expect(value).toBeLessThanOrEqual(measure.high ?? Infinity);
      }
    }
  });
});

it('has averages that are those of the turns', () => {
  for (const { values } of paperOf('E1'))
    for (const arm of ['Base + URIAL', 'Instruct']) {
      const [first, second, both] = turns.map(
        (turn) => values.find(({ at }) => at.arm === arm && at.turn === turn)?.value ?? NaN,
      ) as [number, number, number];
      expect(Math.abs((first + second) / 2 - both)).toBeLessThan(0.0101);
    }
});

it('has the numbers of Tables 3 and 6 in their places', () => {
  const value = (id: string, label: string, at: Record<string, string>) =>
    paperOf(id)
      .find((series) => series.label === label)
      ?.values.find((one) => JSON.stringify(one.at) === JSON.stringify(at))?.value;
  const shift = { answers: 'circular shift', number: '6' };
  expect(value('E4', 'Llama-3.1-8B', shift)).toBe(2.13);
  expect(value('E4', 'Mistral-7B-v0.2', shift)).toBe(5.59);
  const prompt = { prompt: 'URIAL + 3', model: 'the smaller one' };
  expect(value('E8', 'Mixtral-8x22B-4bit', prompt)).toBe(8.58);
  expect(value('E6', 'Llama-3.1-8B', { round: 'Round 1' })).toBe(7.61);
});

it('has nothing beside studies beyond the papers', () => {
  expect(['E2', 'E11', 'E15', null, 'E99'].flatMap(paperOf)).toEqual([]);
});
