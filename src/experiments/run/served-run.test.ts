import { afterEach, describe, expect, it } from 'vitest';
import { StandIn, type StandInOptions } from '../../../e2e/stand-in/server.ts';
import { troubleKinds } from '../../../e2e/stand-in/troubles.ts';
import type { AnswerCell } from '../../domain/cell.ts';
import { problemOf } from '../../domain/testing/problem-of.ts';
import { KeyRing } from '../../engine/served/keys.ts';
import { defaultLimits, type ServedLimits } from '../../engine/served/limits.ts';
import { ServedModels } from '../../engine/served/served-models.ts';
import { ModelBook } from '../plan/models.ts';
import { assemble } from '../results/assemble.ts';
import { smallDocument } from '../testing/documents.ts';
import { ruleEngine } from '../testing/rule-engine.ts';
import { MemoryKeeper, modelFacts, shelf } from '../testing/world.ts';
import { newExperiment } from './new-experiment.ts';
import { runExperiment, type RunnerParts } from './run-experiment.ts';

const bench = shelf();
const secret = 'sk-lab-0123456789-abcdefghij';
const kinds = troubleKinds.filter((kind) => kind !== 'silent');

let standIn: StandIn;
afterEach(() => standIn.stop());

/** A local arm beside two of a served model: one in text, one in a chat. */
async function ground(options: StandInOptions = {}, limits: Partial<ServedLimits> = {}) {
  standIn = await StandIn.start(options);
  const document = smallDocument({
    served: [{ name: 'far', url: standIn.url, model: 'stand-in', api: 'completions' }],
    factors: [
      {
        name: 'arm',
        levels: [
          { label: 'here', set: {} },
          { label: 'far', set: { model: 'served:far' } },
          { label: 'far chat', set: { model: 'served:far', template: 'chat' } },
        ],
      },
    ],
    scorers: [{ kind: 'lab-80' }, { kind: 'length' }],
  });
  const keeper = new MemoryKeeper();
  const record = newExperiment(document);
  const go = (more: Partial<RunnerParts> = {}, change: Partial<ServedLimits> = {}) => {
    const keys = new KeyRing();
    keys.set(standIn.url, secret);
    const wait = { attempts: 6, first: 1, most: 10 };
    const served = new ServedModels(keys, { ...defaultLimits, ...limits, ...change }, wait);
    return runExperiment(keeper.record ?? record, document, {
      keeper,
      shelf: bench,
      models: new ModelBook(
        { inspect: modelFacts },
        { id: 'lab-base-4m', precision: 'fp32' },
        document.served,
      ),
      engine: ruleEngine(),
      device: 'auto',
      served: served.of,
      signal: new AbortController().signal,
      onProgress: () => undefined,
      ...more,
    });
  };
  const answers = () =>
    [...keeper.kept.values()].filter((cell): cell is AnswerCell => cell.kind === 'answer');
  const written = () => JSON.stringify([...keeper.kept.values(), keeper.stored, keeper.record]);
  return { document, keeper, go, answers, written };
}

describe('a run with arms on a served model', () => {
  it('ends complete under troubles, with the same answers as without', async () => {
    const troubles = { seed: 5, share: 0.5, inARow: 4, kinds };
    const calm = await ground({ key: secret });
    const calmly = await calm.go();
    await standIn.stop();
    const { go, answers, written } = await ground({ key: secret, troubles });
    const record = await go();
    expect(record.cells).toEqual(calmly.cells);
    expect(record.cells.failed).toBe(0);
    const texts = (cells: AnswerCell[]) => cells.map(({ generation }) => generation.text).sort();
    expect(texts(answers())).toEqual(texts(calm.answers()));
    expect(standIn.received.filter(({ trouble }) => trouble).length).toBeGreaterThan(5);
    expect(written()).not.toContain(secret);
  });

  it('records what the server told, and scores it like any other answer', async () => {
    const { document, go, keeper, answers } = await ground();
    const record = await go();
    expect(record.models.map(({ id, precision }) => [id, precision])).toEqual([
      ['lab-base-4m', 'fp32'],
      ['served:far', 'served'],
    ]);
    const far = answers().filter(({ device }) => device === 'served');
    for (const { served, generation, prompt, model } of far) {
      expect(model.label).toBe(`stand-in at ${new URL(standIn.url).host}`);
      expect(served?.url).toBe(standIn.url);
      expect(served?.pieces.join('')).toBe(generation.text);
      expect(generation.logProbabilities).toHaveLength(served?.pieces.length ?? -1);
      expect(prompt.length).toBe(served?.usage?.promptTokens);
      expect(generation.tokens).toEqual([]);
    }
    const rounds = keeper.stored as Parameters<typeof assemble>[1];
    const { rows } = await assemble(document, rounds, (keys) => keeper.cells(keys));
    const scores = rows.filter(({ arm }) => arm.label !== 'here').map((row) => row.scores);
    expect(scores).toHaveLength(32);
    for (const { length, ...others } of scores) {
      expect(length).toEqual({ value: 4 });
      for (const passes of Object.values(others)) expect(passes).toHaveProperty('value');
    }
  });

  it('asks texts as texts and chats as chats; the second turn has the first answer', async () => {
    const { go } = await ground();
    await go();
    const texts = standIn.received.filter(({ path }) => path === '/v1/completions');
    const chats = standIn.received.filter(({ path }) => path === '/v1/chat/completions');
    expect(texts.every(({ body }) => String(body.prompt).endsWith('# Answer:\n```\n'))).toBe(true);
    expect(texts.every(({ body }) => (body.stop as string[]).includes('```'))).toBe(true);
    const roles = chats.map(({ body }) => (body.messages as { role: string }[]).map((m) => m.role));
    expect(new Set(roles.map((each) => each[0]))).toEqual(new Set(['system']));
    expect(new Set(roles.map((each) => each.at(-1)))).toEqual(new Set(['user']));
    expect(chats.some(({ body }) => /It is /.test(JSON.stringify(body.messages)))).toBe(true);
  });

  it('lists what was never answered, and asks it again when told to', async () => {
    const troubles = { seed: 1, share: 0, inARow: 0, kinds, hopeless: 0.2 };
    const { go, keeper, written } = await ground({ troubles });
    const record = await go();
    expect(record.state).toBe('finished');
    const failed = [...keeper.kept.values()].filter((cell) => cell.kind === 'failed');
    expect(failed.length).toBeGreaterThan(0);
    expect(record.cells.failed).toBe(failed.length);
    expect(new Set(failed.map(({ problem }) => problem.code))).toEqual(
      new Set(['remote-failed', 'bad-input']),
    );
    expect(written()).not.toContain(secret);
    const asked = standIn.received.length;
    await go();
    expect(standIn.received).toHaveLength(asked);
    await go({ again: true });
    expect(standIn.received.length).toBeGreaterThan(asked);
  });

  it('stops where the key is wrong, and goes on with the right one', async () => {
    const { go, keeper } = await ground({ key: secret });
    const wrong = new KeyRing();
    const problem = await problemOf(go({ served: new ServedModels(wrong, defaultLimits).of }));
    expect(problem).toMatchObject({ code: 'remote-refused' });
    expect(keeper.record?.state).toBe('stopped');
    expect([...keeper.kept.values()].filter(({ kind }) => kind === 'failed')).toEqual([]);
    expect(standIn.received.length).toBeLessThanOrEqual(defaultLimits.concurrency);
    expect((await go()).state).toBe('finished');
  });

  it('stops where the budget ends, keeps what it has, and goes on with another', async () => {
    const { go, answers } = await ground({}, { requests: 6, concurrency: 2 });
    expect(await problemOf(go())).toMatchObject({ code: 'budget-spent' });
    expect(standIn.received).toHaveLength(6);
    expect(answers().filter(({ device }) => device === 'served')).toHaveLength(6);
    const record = await go({}, { requests: null });
    expect(record.cells.done).toBe(record.cells.total);
    const prompts = standIn.received.map(({ body }) =>
      JSON.stringify(body.prompt ?? body.messages),
    );
    expect(new Set(prompts).size).toBe(prompts.length);
  });

  it('gives up a server that is gone', async () => {
    const { go, keeper } = await ground();
    await standIn.stop();
    expect(await problemOf(go())).toMatchObject({ code: 'remote-failed' });
    const failed = [...keeper.kept.values()].filter(({ kind }) => kind === 'failed');
    expect(failed.length).toBeLessThan(16);
    standIn = await StandIn.start();
  });

  it('sends nothing where nobody agreed', async () => {
    const { go } = await ground();
    expect((await problemOf(go({ served: undefined }))).message).toMatch(/nobody has agreed/);
    expect(standIn.received).toEqual([]);
  });
});
