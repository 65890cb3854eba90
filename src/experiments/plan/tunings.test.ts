import { describe, expect, it } from 'vitest';
import { problemOf } from '../../domain/testing/problem-of.ts';
import type { Adapter } from '../../domain/training/adapter.ts';
import { smallDocument } from '../testing/documents.ts';
import { MemoryAdapters } from '../testing/memory-adapters.ts';
import { modelFacts, models, shelf } from '../testing/world.ts';
import type { PlannedRound } from './plan-round.ts';
import { planRound, wholeRound } from './plan-round.ts';

const adapters = new MemoryAdapters();
type Level = Record<string, unknown>;

/** A round with these levels over three demonstrations of the pool. */
function plan(levels: Record<string, Level>, more: Level = {}): Promise<PlannedRound> {
  const document = smallDocument({
    fixed: { rules: false, demonstrations: [{ take: 'pool' }], decoding: { maxNewTokens: 8 } },
    factors: [
      {
        name: 'arm',
        levels: Object.entries(levels).map(([label, set]) => ({ label, set })),
      },
    ],
    ...more,
  });
  const parts = { models: models(), shelf: shelf(), adapters };
  return planRound(document, wholeRound('e', document), parts);
}

const sft = { tuning: { kind: 'sft', preset: 'classroom' } };
const dpo = { tuning: { kind: 'dpo', preset: 'classroom', rejected: 'in-domain' } };
const namesOf = ({ trainings }: PlannedRound) => [...trainings.keys()];

describe('Trained arms', () => {
  it('learn the very demonstrations that the arm would show, and show none', async () => {
    const { trainings, recipes, round } = await plan({ ICL: {}, IFT: sft });
    const [item] = round.items;
    const [icl, ift] = round.arms;
    if (!item || !icl || !ift) throw new Error('nothing was planned');
    for (const { planned, set } of trainings.values()) {
      const { recipe } = await recipes.recipeOf(0, icl.setting, item, planned.seed);
      expect(set.examples.map(({ example }) => example)).toEqual(
        recipe.demonstrations.map(({ query, answer }) => ({ turns: [{ query, answer }] })),
      );
      const own = await recipes.recipeOf(1, ift.setting, item, planned.seed);
      expect(own.recipe).toMatchObject({
        demonstrations: [],
        rules: '',
        template: icl.setting.template,
      });
    }
    expect(trainings.size).toBe(2);
  });

  it('stand under the rules where it is said so, learnt and asked alike', async () => {
    const { trainings, recipes, round } = await plan({
      IFT: { tuning: { ...sft.tuning, rules: true } },
    });
    const [{ set } = { set: null }] = trainings.values();
    const system = set?.examples[0]?.example.system ?? '';
    expect(system.length).toBeGreaterThan(20);
    const [item, arm] = [round.items[0], round.arms[0]];
    if (!item || !arm) throw new Error('nothing was planned');
    expect((await recipes.recipeOf(0, arm.setting, item, 1)).recipe.rules).toBe(system);
  });

  it('reject another question’s answer, drawn by the seed, in the same style', async () => {
    const { trainings } = await plan({ DPO: dpo }, { seeds: [1, 2, 3] });
    const rejected: string[][] = [];
    for (const { set } of trainings.values()) {
      if (set.method !== 'dpo') throw new Error('it prefers nothing');
      for (const { example } of set.examples) expect(example.rejected).not.toBe(example.chosen);
      rejected.push(set.examples.map(({ example }) => example.rejected));
    }
    expect(new Set(rejected.map(String)).size).toBe(3);
    expect(namesOf(await plan({ DPO: dpo }, { seeds: [1, 2, 3] }))).toEqual([...trainings.keys()]);
  });

  it('are one training where base, settings and demonstrations are the same', async () => {
    const three = await plan({ a: sft, b: { ...sft, decoding: { temperature: 0.5 } } });
    expect(namesOf(three)).toHaveLength(2); // two seeds
    const others = await plan({
      ...{ a: sft, rate: { tuning: { ...sft.tuning, changes: { learningRate: 0.1 } } } },
      ...{ fewer: { ...sft, shown: 2 }, smaller: { ...sft, model: 'smaller' }, dpo },
      worse: { ...sft, demonstrations: [{ take: 'pool', quality: 'degraded' }] },
    });
    expect(namesOf(others)).toHaveLength(2 * 6);
    for (const name of namesOf(three)) expect(namesOf(others)).toContain(name);
  });

  it('hold nothing out, and are trained by the cell’s seed', async () => {
    const { trainings } = await plan({ IFT: { ...sft, shown: 12 } }, { seeds: [7] });
    const [{ planned } = { planned: null }] = trainings.values();
    expect(planned).toMatchObject({ seed: 7, examples: 12, settings: { seed: 7, validation: 0 } });
  });

  it('have keys of their own, and leave those of other arms as they were', async () => {
    const [before, after] = await Promise.all([plan({ ICL: {} }), plan({ ICL: {}, IFT: sft })]);
    const keysOf = ({ round }: PlannedRound) => new Set(round.cells.map(({ key }) => key));
    for (const key of keysOf(before)) expect(keysOf(after)).toContain(key);
    // greedy: two turns of four questions, under each seed's own weights
    expect(keysOf(after).size - keysOf(before).size).toBe(4 * 2 * 2);
  });

  it('have the same questions in both qualities of the pool', async () => {
    const of = (quality: string) => ({ ...sft, demonstrations: [{ take: 'pool', quality }] });
    const { trainings } = await plan(
      { high: of('high'), degraded: of('degraded') },
      { seeds: [1] },
    );
    const [high = [], degraded = []] = [...trainings.values()].map(({ set }) =>
      set.method === 'sft' ? set.examples.flatMap(({ example }) => example.turns) : [],
    );
    expect(high.map(({ query }) => query)).toEqual(degraded.map(({ query }) => query));
    expect(high.map(({ answer }) => answer)).not.toEqual(degraded.map(({ answer }) => answer));
  });
});

describe('The order of work', () => {
  it('takes each training up once for all answers, both turns, after those of the base', async () => {
    const { round, trainings } = await plan(
      { IFT: sft, ICL: {}, DPO: dpo, small: { ...sft, model: 'smaller' } },
      { scorers: [{ kind: 'lab-80' }, { kind: 'likelihood', of: { arm: { arm: 'DPO' } } }] },
    );
    const runs = (values: readonly string[]) => values.filter((one, i) => one !== values[i - 1]);
    const of = (kind: string) =>
      runs(round.cells.filter((cell) => cell.kind === kind).map(({ tuning = 'base' }) => tuning));
    expect(of('answer')).toEqual(['base', ...trainings.keys()]);
    expect(of('likelihood').toSorted()).toEqual(['base', ...trainings.keys()].toSorted());
    const lastAnswer = round.cells.findLastIndex(({ kind }) => kind === 'answer');
    expect(round.cells.findIndex(({ kind }) => kind === 'likelihood')).toBe(lastAnswer + 1);
    const models = runs(
      round.cells
        .filter(({ kind, tuning }) => kind === 'answer' && tuning !== undefined)
        .map(({ arm }) => round.arms[arm]?.model.id ?? ''),
    );
    expect(models).toEqual(['lab-base-4m', 'lab-base-2m']);
    expect(round.trainings?.map(({ name }) => name)).toEqual([...trainings.keys()]);
  });

  it('has one block of one weights only', async () => {
    const { round } = await plan({ IFT: sft, ICL: {} });
    const byBlock = new Map<number, Set<string>>();
    for (const { block, tuning = '' } of round.cells)
      byBlock.set(block, (byBlock.get(block) ?? new Set()).add(tuning));
    for (const weights of byBlock.values()) expect(weights.size).toBe(1);
  });
});

describe('A stored adapter', () => {
  const id = 'a'.repeat(64);
  const arm = { stored: { tuning: { kind: 'adapter', id } } };
  const adapter = async (model: string): Promise<Adapter> => {
    const { identity } = await modelFacts({ model, precision: 'fp32' });
    const { label, fingerprint } = identity;
    return {
      ...{ schema: 1, id, name: 'Mine', createdAt: '2026-01-01T00:00:00.000Z', bytes: 1 },
      base: { id: model, label, fingerprint },
      weights: { kind: 'all', parameters: 1 },
      origin: { kind: 'imported', file: 'f' },
    };
  };

  it('is in the key, and leaves the prompt as it is', async () => {
    await adapters.put(await adapter('lab-base-4m'));
    const { round, recipes } = await plan({ plain: {}, ...arm });
    const tuned = round.cells.filter(({ tuning }) => tuning !== undefined);
    expect(new Set(tuned.map(({ tuning }) => tuning))).toEqual(new Set([id]));
    expect(round.trainings).toBeUndefined();
    const [item, setting] = [round.items[0], round.arms[1]?.setting];
    if (!item || !setting) throw new Error('nothing was planned');
    expect((await recipes.recipeOf(1, setting, item, 1)).recipe.demonstrations).toHaveLength(3);
  });

  it('is refused where it is not there, or another model’s', async () => {
    adapters.byId.clear();
    expect((await problemOf(plan(arm))).message).toMatch(
      /^arm “stored”: .*no adapter aaaaaaaaaaaa… is/,
    );
    await adapters.put(await adapter('lab-base-2m'));
    expect((await problemOf(plan(arm))).message).toMatch(/“Mine” was made for Lab base 2M/);
  });
});
