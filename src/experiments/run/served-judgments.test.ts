import { describe, expect, it } from 'vitest';
import type { JudgmentCell } from '../../domain/cell.ts';
import { Problem, type ProblemCode } from '../../domain/problem.ts';
import type { ServedClient, ServedReply } from '../../engine/served/types.ts';
import { ModelBook } from '../plan/models.ts';
import { readRound } from '../plan/read-round.ts';
import { assemble } from '../results/assemble.ts';
import { smallDocument } from '../testing/documents.ts';
import { ruleEngine } from '../testing/rule-engine.ts';
import { MemoryKeeper, modelFacts, shelf } from '../testing/world.ts';
import { newExperiment } from './new-experiment.ts';
import { runExperiment } from './run-experiment.ts';

const bench = shelf();
type Asked = Parameters<ServedClient['chat']>[0] | Parameters<ServedClient['complete']>[0];

const reply = (text: string, tokens: ServedReply['tokens'] = null): ServedReply => ({
  ...{ text, finish: 'stop', tokens },
  usage: { promptTokens: 30, completionTokens: 5 },
});

const document = (more: object = {}, as = ['parsed'], api = 'chat') =>
  smallDocument({
    served: [{ name: 'big', url: 'http://localhost:8080/v1', model: 'b', api }],
    turns: 1,
    scorers: as.map((reading) => ({
      kind: 'judge',
      judge: { by: 'served', endpoint: 'big' },
      as: reading,
      ...more,
    })),
  });

async function run(
  wanted: ReturnType<typeof document>,
  answer: (asked: Asked, number: number) => ServedReply,
  keeper = new MemoryKeeper(),
  again = false,
) {
  const asked: Asked[] = [];
  const ask = async (request: Asked) => {
    asked.push(request);
    return answer(request, asked.length);
  };
  const client: ServedClient = { chat: ask, complete: ask };
  const outcome = await runExperiment(keeper.record ?? newExperiment(wanted), wanted, {
    ...{
      keeper,
      shelf: bench,
      models: new ModelBook(
        { inspect: modelFacts },
        { id: 'lab-base-4m', precision: 'fp32' },
        wanted.served,
      ),
      engine: ruleEngine(),
      device: 'auto',
      again,
    },
    served: () => client,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  }).then(
    (record) => record.cells,
    (thrown: unknown) => Problem.from(thrown),
  );
  const judgments = [...keeper.kept.values()].filter(
    (cell): cell is JudgmentCell => cell.kind === 'judgment',
  );
  const rounds = await Promise.all((await keeper.rounds()).map(readRound));
  const { rows } = await assemble(wanted, rounds, (keys) => keeper.cells(keys));
  return { asked, keeper, outcome, judgments, rows };
}

const failing = (code: string) => {
  throw new Problem({ code: code as ProblemCode, message: 'no', remedy: 'r' });
};

describe('A served judge', () => {
  it('is asked in a chat, greedily, and its reply is kept with who gave it', async () => {
    const { asked, judgments, outcome } = await run(document(), () => reply('Rating: [[6]]'));
    // both seeds of the bare arm are one answer
    expect(judgments).toHaveLength(4 + 8);
    expect(outcome).toEqual({ total: 24, done: 24, failed: 0 });
    expect(asked).toHaveLength(12);
    expect(asked[0]).toMatchObject({ temperature: 0, topLogProbabilities: 0, maxTokens: 96 });
    expect('messages' in (asked[0] as Asked)).toBe(true);
    expect(judgments[0]).toMatchObject({
      ...{ device: 'served', reply: 'Rating: [[6]]', length: 5, choices: null },
      model: { id: 'served:big' },
      prompt: { length: 30 },
    });
  });

  it('tells its log-probabilities where some scorer reads them', async () => {
    const alternatives = ['2', '8'].map((text) => ({ text, logProbability: Math.log(0.5) }));
    const token = { text: '8', logProbability: Math.log(0.5), alternatives };
    const tokens = ['Rating: [[', token, ']]'].map((one) =>
      typeof one === 'string' ? { text: one, logProbability: 0, alternatives: [] } : one,
    );
    const wanted = document({}, ['parsed', 'weighted']);
    const { asked, rows } = await run(wanted, () => reply('Rating: [[8]]', tokens));
    expect(asked).toHaveLength(12);
    expect(asked[0]?.topLogProbabilities).toBe(20);
    const answer = rows.find(({ planned }) => planned.kind === 'answer');
    expect(Object.values(answer?.scores ?? {})).toEqual([{ value: 8 }, { value: 5 }]);
  });

  it('has its reply begun where it only goes on with texts', async () => {
    const { asked, rows } = await run(document({}, ['parsed'], 'completions'), () =>
      reply('4]] so'),
    );
    expect(asked[0] && 'prompt' in asked[0] && asked[0].prompt.endsWith('\n\nRating: [[')).toBe(
      true,
    );
    expect(Object.values(rows[0]?.scores ?? {})).toEqual([{ value: 4 }]);
  });

  it('fails cell by cell, and only those are asked again', async () => {
    const wanted = document();
    const first = await run(wanted, (_, n) =>
      n % 3 === 0 ? failing('remote-failed') : reply('[[5]]'),
    );
    expect(first.outcome).toMatchObject({ done: 20, failed: 4 });
    const errors = first.rows.filter(({ cell }) => cell?.kind === 'failed');
    expect(errors.map(({ planned }) => planned.kind)).toContain('judgment');
    const second = await run(wanted, () => reply('[[5]]'), first.keeper, true);
    expect(second.asked).toHaveLength(4);
    expect(second.outcome).toMatchObject({ done: 24, failed: 0 });
  });

  it('stops where nothing more may be asked, keeps what is there, and pays for nothing twice', async () => {
    const wanted = document();
    const first = await run(wanted, (_, n) => (n > 7 ? failing('budget-spent') : reply('[[5]]')));
    expect(first.outcome).toMatchObject({ message: 'no' });
    expect(first.judgments).toHaveLength(7);
    const second = await run(wanted, () => reply('[[5]]'), first.keeper);
    expect(second.asked).toHaveLength(5);
    expect(second.outcome).toMatchObject({ done: 24, failed: 0 });
  });
});
