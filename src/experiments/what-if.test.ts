import { describe, expect, it } from 'vitest';
import { sampleRun } from '../domain/testing/sample-run.ts';
import type { LoadedModel } from '../../workers/protocol.ts';
import { prepareWhatIf, recordWhatIf } from './what-if.ts';

const engine = {
  decode: ({ lists }: { lists: number[][] }) =>
    Promise.resolve(lists.map((tokens) => tokens.map((token) => ` t${token}`).join(''))),
};
const run = sampleRun(3, {
  generation: { ...sampleRun().generation, tokens: [5, 6, 7], text: ' t5 t6 t7' },
});
const model: LoadedModel = {
  identity: { ...run.model, fingerprint: 'another' },
  device: run.device,
  contextLength: 100,
  vocabularySize: 100,
  endTokens: [1],
  hasChatTemplate: false,
  loadTime: 0,
};

describe('a what-if', () => {
  it('goes on after the answer up to the place, with the other token', async () => {
    const whatIf = await prepareWhatIf(engine, model, run, 1, 9);
    expect(whatIf.promptTokens).toEqual([...run.prompt.tokens, 5, 9]);
    expect(whatIf.opened).toBe(' t5 t9');
    expect(whatIf.decoding).toEqual({
      ...run.decoding,
      maxNewTokens: run.decoding.maxNewTokens - 2,
    });
    const other = await prepareWhatIf(engine, model, run, 1, 8);
    expect(other.key).not.toBe(whatIf.key);
  });

  it('is a run whose prompt ends with the start of its answer, and can be asked again', async () => {
    const first = await prepareWhatIf(engine, model, run, 1, 9);
    const generation = { ...run.generation, tokens: [10, 11], text: ' t10 t11' };
    const made = recordWhatIf(first, generation, model);
    expect(made).toMatchObject({
      prompt: { text: `${run.prompt.text} t5 t9`, tokens: first.promptTokens },
      opened: ' t5 t9',
      key: first.key,
      model: { fingerprint: 'another' },
      tags: ['what-if'],
      rating: null,
    });
    expect(made.id).not.toBe(run.id);
    expect(made.turns.at(-1)?.answer).toBe('t5 t9 t10 t11');
    const second = await prepareWhatIf(engine, model, made, 1, 12);
    expect(second.opened).toBe(' t5 t9 t10 t12');
    const again = recordWhatIf(second, generation, model);
    expect(again.prompt.text).toBe(`${run.prompt.text} t5 t9 t10 t12`);
  });
});
