import { describe, expect, it } from 'vitest';
import { problemOf } from '../../domain/testing/problem-of.ts';
import { planRound, wholeRound } from '../plan/plan-round.ts';
import { smallDocument } from '../testing/documents.ts';
import { ruleEngine } from '../testing/rule-engine.ts';
import { MemoryKeeper, models, shelf } from '../testing/world.ts';
import { lookAhead } from './look-ahead.ts';
import { newExperiment } from './new-experiment.ts';
import { runExperiment } from './run-experiment.ts';

async function ahead(more: Record<string, unknown> = {}) {
  const document = smallDocument(more);
  const wanted = wholeRound('e', document);
  const planned = await planRound(document, wanted, { models: models(), shelf: shelf() });
  const engine = ruleEngine();
  const loaded: string[] = [];
  const found = await lookAhead(planned, engine, ({ id: model, precision }) => {
    loaded.push(model);
    return engine.load({ model, precision, device: 'auto' });
  });
  return { found, loaded, planned, asked: engine.asked };
}

/** In the rule engine a character is a token; the models have room for 2048. */
const tooLong = {
  fixed: {
    demonstrations: [{ take: 'given', pairs: [{ query: 'Why?', answer: 'x'.repeat(2048) }] }],
  },
  factors: [
    {
      name: 'arm',
      levels: [
        { label: 'bare', set: { template: 'raw', demonstrations: [] } },
        { label: 'long', set: {} },
      ],
    },
  ],
};

describe('lookAhead', () => {
  it('counts what will be asked, equal cells once, and asks nothing', async () => {
    const { found, asked, planned } = await ahead({
      scorers: [{ kind: 'lab-80' }, { kind: 'likelihood' }],
    });
    // bare and greedy, both seeds are the same work
    expect(found).toMatchObject({ answers: 8 + 16, likelihoods: 8 + 16, answerTokens: 24 * 8 });
    expect(new Set(planned.round.cells.map(({ key }) => key)).size).toBe(48);
    expect(found.longest).toBeGreaterThan(300);
    expect(found.promptTokens).toBeGreaterThan(48 * 20);
    expect(found.promptTokens).toBeLessThan(48 * found.longest);
    expect(asked).toEqual([]);
  });

  it('takes every model once, the first at work last', async () => {
    const levels = ['chosen', 'smaller', 'twin'].map((model) => ({ label: model, set: { model } }));
    const { loaded } = await ahead({ factors: [{ name: 'arm', levels }] });
    expect(loaded).toEqual(['lab-instruct-4m', 'lab-base-2m', 'lab-base-4m']);
  });

  it('refuses a recipe without room for any question, by its arm', async () => {
    const problem = await problemOf(ahead(tooLong));
    expect(problem.code).toBe('context-exceeded');
    expect(problem.message).toMatch(
      /^“long”: its recipe and the shortest question have 2\d{3} tokens/,
    );
  });

  it('is asked before anything is kept', async () => {
    const document = smallDocument(tooLong);
    const keeper = new MemoryKeeper();
    const engine = ruleEngine();
    const run = runExperiment(newExperiment(document), document, {
      keeper,
      shelf: shelf(),
      models: models(),
      engine,
      device: 'auto',
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    await expect(run).rejects.toThrow('its recipe');
    expect(engine.asked).toEqual([]);
    expect(keeper.stored).toEqual([]);
  });
});
