import { afterEach, describe, expect, it } from 'vitest';
import { StandIn, type StandInOptions } from '../../../e2e/stand-in/server.ts';
import { troubleKinds } from '../../../e2e/stand-in/troubles.ts';
import type { JudgmentCell } from '../../domain/cell.ts';
import { problemOf } from '../../domain/testing/problem-of.ts';
import { KeyRing } from '../../engine/served/keys.ts';
import { defaultLimits, type ServedLimits } from '../../engine/served/limits.ts';
import { ServedModels } from '../../engine/served/served-models.ts';
import { ModelBook } from '../plan/models.ts';
import { assemble } from '../results/assemble.ts';
import { readRound } from '../plan/read-round.ts';
import { smallDocument } from '../testing/documents.ts';
import { ruleEngine } from '../testing/rule-engine.ts';
import { MemoryKeeper, modelFacts, shelf } from '../testing/world.ts';
import { newExperiment } from './new-experiment.ts';
import { runExperiment } from './run-experiment.ts';

const bench = shelf();
const secret = 'sk-lab-0123456789-abcdefghij';
const kinds = troubleKinds.filter((kind) => kind !== 'silent');

let standIn: StandIn;
afterEach(() => standIn.stop());

/** 240 answers of the lab's, judged by a served model whose ratings and probabilities are both read. */
async function ground(options: StandInOptions) {
  standIn = await StandIn.start({ key: secret, ...options });
  const judge = { kind: 'judge', judge: { by: 'served', endpoint: 'far' } };
  const document = smallDocument({
    served: [{ name: 'far', url: standIn.url, model: 'stand-in', api: 'chat' }],
    questions: { bench: 'lab-80', split: 'test', part: 'world', limit: 40 },
    scorers: [judge, { ...judge, as: 'weighted' }],
  });
  const keeper = new MemoryKeeper();
  const go = async (limits: Partial<ServedLimits> = {}, again = false) => {
    const keys = new KeyRing();
    keys.set(standIn.url, secret);
    const wait = { attempts: 6, first: 1, most: 10 };
    const chosen = { id: 'lab-base-4m', precision: 'fp32' } as const;
    return runExperiment(keeper.record ?? newExperiment(document), document, {
      ...{ keeper, shelf: bench, engine: ruleEngine(), device: 'auto', again },
      models: new ModelBook({ inspect: modelFacts }, chosen, document.served),
      served: new ServedModels(keys, { ...defaultLimits, ...limits }, wait).of,
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
  };
  const judgments = () =>
    [...keeper.kept.values()].filter((cell): cell is JudgmentCell => cell.kind === 'judgment');
  const scores = async () => {
    const rounds = await Promise.all((await keeper.rounds()).map(readRound));
    const { rows } = await assemble(document, rounds, (keys) => keeper.cells(keys));
    const answers = rows.filter(({ planned }) => planned.kind === 'answer');
    // an answer that both seeds share is one
    return [...new Map(answers.map(({ planned, scores }) => [planned.key, scores])).values()];
  };
  return { keeper, go, judgments, scores };
}

describe('240 judgments by a served model', () => {
  it('are all there under troubles, the same as without', async () => {
    const calm = await ground({});
    expect((await calm.go()).cells).toEqual({ total: 480, done: 480, failed: 0 });
    await standIn.stop();
    const { go, judgments, scores, keeper } = await ground({
      troubles: { seed: 5, share: 0.4, inARow: 4, kinds },
    });
    expect((await go()).cells).toEqual({ total: 480, done: 480, failed: 0 });
    const replies = (all: JudgmentCell[]) => all.map(({ reply }) => reply).sort();
    expect(replies(judgments())).toEqual(replies(calm.judgments()));
    expect(standIn.received.filter(({ trouble }) => trouble).length).toBeGreaterThan(50);
    for (const each of await scores()) {
      const [parsed, weighted] = Object.values(each);
      expect(parsed).toHaveProperty('value');
      // the stand-in gives most to the rating that it writes
      const value = (scored: typeof parsed) => (scored && 'value' in scored ? scored.value : NaN);
      expect(Math.abs(value(parsed) - value(weighted))).toBeLessThan(2.5);
    }
    expect(JSON.stringify([...keeper.kept.values(), keeper.stored, keeper.record])).not.toContain(
      secret,
    );
  });

  it('are listed where they never came, count as nothing, and are asked again when told to', async () => {
    const troubles = { seed: 1, share: 0, inARow: 0, kinds, hopeless: 0.1 };
    const { go, scores } = await ground({ troubles });
    const { failed } = (await go()).cells;
    expect(failed).toBeGreaterThan(5);
    const values = (await scores()).flatMap((each) => Object.values(each));
    expect(values.filter((scored) => 'error' in scored && scored.elsewhere)).toHaveLength(
      2 * failed,
    );
    for (const scored of values)
      if ('value' in scored) expect(scored.value).toBeGreaterThanOrEqual(1);
    const asked = standIn.received.length;
    // of what is left nothing ever comes: the server is taken for gone
    expect(await problemOf(go({}, true))).toMatchObject({ code: 'remote-failed' });
    expect(standIn.received.length).toBeGreaterThan(asked);
  });

  it('stop where the budget ends, with all answers there, and go on with another', async () => {
    const { go, judgments, keeper } = await ground({});
    const problem = await problemOf(go({ requests: 20, concurrency: 2 }));
    expect(problem).toMatchObject({ code: 'budget-spent' });
    expect(standIn.received).toHaveLength(20);
    expect(judgments()).toHaveLength(20);
    expect([...keeper.kept.values()].filter(({ kind }) => kind === 'answer')).toHaveLength(240);
    expect((await go()).cells).toEqual({ total: 480, done: 480, failed: 0 });
    expect(standIn.received).toHaveLength(240);
  });
});
