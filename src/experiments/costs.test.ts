import { describe, expect, it } from 'vitest';
import { trainTokenizer } from '../../tools/pretrain/tokenizer/index.ts';
import { defaultDecoding } from '../domain/decoding.ts';
import { demonstration } from '../domain/demonstration.ts';
import { promptText } from '../domain/prompt.ts';
import type { Arm, TemplateId } from '../domain/recipe.ts';
import type { Engine } from '../engine/engine.ts';
import { demonstrationCosts } from './costs.ts';
import { segmentsOf, type Question } from './prepare.ts';
import { starters } from './starters.ts';

// A real tokenizer, as the bundled model's is made; the other calls are not for this test.
const words = starters.flatMap((s) => [
  s.rules,
  ...s.demonstrations.map((d) => `${d.query}\n${d.answer}\n`),
]);
const tokenizer = trainTokenizer([...words, '# Query:\n```\n', '# Answer:\n```\n\n'], 600);
const engine = {
  tokenize: async ({ texts }: { texts: string[] }) => texts.map((t) => [...tokenizer.encode(t)]),
} as Partial<Engine> as Engine;

const arm: Arm = { id: 'a', label: 'A', useRules: true, useDemonstrations: true, template: null };

function question(template: TemplateId, offAt: number): Question {
  const [{ rules, demonstrations }] = starters;
  const list = demonstrations.map((d, i) => ({
    ...demonstration(d.query, d.answer, d.category, `d${i}`),
    enabled: i !== offAt,
  }));
  return {
    recipe: { rules, demonstrations: list, template },
    arm,
    turns: [{ query: 'Sky?', answer: null }],
    decoding: defaultDecoding,
  };
}

async function length(asked: Question): Promise<number> {
  return tokenizer.encode(promptText(await segmentsOf(engine, asked))).length;
}

describe('demonstrationCosts', () => {
  it.each(['urial-fenced', 'urial-chat', 'plain'] as const)(
    '%s: the tokens of the whole prompt with a demonstration minus those without',
    async (template) => {
      for (const offAt of [-1, 0, 1, 2]) {
        const asked = question(template, offAt);
        const costs = await demonstrationCosts(engine, asked);
        for (const d of asked.recipe.demonstrations) {
          const set = (enabled: boolean): Question => ({
            ...asked,
            recipe: {
              ...asked.recipe,
              demonstrations: asked.recipe.demonstrations.map((other) =>
                other.id === d.id ? { ...other, enabled } : other,
              ),
            },
          });
          expect(costs[d.id]).toBe((await length(set(true))) - (await length(set(false))));
          expect(costs[d.id]).toBeGreaterThan(5);
        }
      }
    },
  );

  it('is nothing where the layout writes no demonstrations', async () => {
    expect(await demonstrationCosts(engine, question('header-only', -1))).toEqual({
      d0: 0,
      d1: 0,
      d2: 0,
    });
  });
});
