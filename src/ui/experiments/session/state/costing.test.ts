import { expect, it } from 'vitest';
import { planRound, wholeRound } from '../../../../experiments/plan/plan-round.ts';
import { paceName, type Pace } from '../../../../experiments/plan/pace.ts';
import { noJudgments } from '../../../../experiments/run/look-at-judges.ts';
import { surveyPrompts } from '../../../../experiments/plan/survey.ts';
import { smallDocument } from '../../../../experiments/testing/documents.ts';
import { models, shelf } from '../../../../experiments/testing/world.ts';
import { sampleResults } from '../testing/sample-results.ts';
import { Costing, keysIn } from './costing.ts';

const document = smallDocument({ scorers: [{ kind: 'length' }, { kind: 'lab-80' }] });
const planned = await planRound(document, wholeRound('e', document), {
  models: models(),
  shelf: shelf(),
});
const letters = {
  tokenize: ({ texts }: { texts: string[] }) =>
    Promise.resolve(texts.map((text) => Array.from(text, () => 1))),
  renderChat: () => Promise.resolve(''),
};
const survey = await surveyPrompts(planned, () => Promise.resolve(letters));
const pace: Pace = { reading: 1000, writing: 100, load: 500, caches: null };
const fingerprint = planned.asks[0]?.model.fingerprint ?? '';
const costing = (isDone = (_: string) => false, paces = new Map<string, Pace>()) =>
  new Costing({ planned, survey, trainings: new Map() }, 'auto', isDone, paces);

it('asks for a pace only where work is left and none is known', () => {
  expect(
    costing()
      .unmeasured()
      .map(({ name }) => name),
  ).toEqual([paceName(fingerprint, 'auto')]);
  expect(costing(() => true).unmeasured()).toEqual([]);
  const known = new Map([[paceName(fingerprint, 'auto'), pace]]);
  expect(costing(undefined, known).unmeasured()).toEqual([]);
  const elsewhere = new Map([[paceName(fingerprint, 'webgpu'), pace]]);
  expect(costing(undefined, elsewhere).unmeasured()).toHaveLength(1);
});

it('knows the time once its models are measured', () => {
  const one = costing();
  expect(one.costs().time).toBeNull();
  const [{ name, prompts } = { name: '', prompts: [] }] = one.unmeasured();
  expect(prompts.length).toBeGreaterThan(0);
  one.measured(name, pace);
  expect(one.costs().time).toBeGreaterThan(pace.load);
  expect(costing(() => true).costs()).toMatchObject({ time: 0, work: { cells: 0 } });
});

it('counts trainings, whose time is by how fast their model reads', () => {
  const trained = { count: 2, steps: 10, tokens: 5000, bytes: 2 ** 40 };
  const of = (trainings: ReadonlyMap<string, typeof trained>) => {
    const one = new Costing({ planned, survey, trainings }, 'auto', () => false, new Map());
    one.measured(paceName(fingerprint, 'auto'), pace);
    return one.costs();
  };
  const [without, withTwo] = [of(new Map()), of(new Map([[fingerprint, trained]]))];
  expect(withTwo).toMatchObject({ trainings: trained, memory: 2 ** 40 });
  expect((withTwo.time ?? 0) - (without.time ?? 0)).toBeGreaterThan(5000);
  expect(of(new Map([['unknown', trained]])).time).toBeNull();
});

it('counts what a judge of the lab reads and writes, by its own pace', () => {
  const [asks] = planned.asks;
  if (!asks) throw new Error('nobody is asked');
  const judge = { ...asks, model: { ...asks.model, fingerprint: 'f'.repeat(64) } };
  const here = [{ asks: judge, prompts: [[1, 2]], reading: 5000, writing: 200 }];
  const judging = { ...noJudgments, judgments: 4, here };
  const one = new Costing(
    { planned, survey, trainings: new Map(), judging },
    'auto',
    () => true,
    new Map(),
  );
  expect(one.costs().time).toBeNull();
  expect(one.unmeasured()).toEqual([
    { name: paceName(judge.model.fingerprint, 'auto'), model: judge, prompts: [[1, 2]] },
  ]);
  one.measured(paceName(judge.model.fingerprint, 'auto'), pace);
  // 500 ms to load, 5000 tokens at 1000 a second, 200 at 100 a second
  expect(one.costs().time).toBe(7500);
});

it('learns from a run of its own cells, and from no other', async () => {
  const { rows } = await sampleResults();
  const cells = [...new Map(rows.flatMap(({ cell }) => (cell ? [[cell.key, cell]] : []))).values()];
  expect(keysIn(planned)).toEqual(expect.arrayContaining(cells.map(({ key }) => key)));
  const one = costing();
  expect(one.learned(cells, 1000).size).toBe(0); // its pace was never known
  one.measured(paceName(fingerprint, 'auto'), pace);
  const slow = one.learned(cells, 1e9).get(paceName(fingerprint, 'auto'));
  expect(slow?.reading).toBeLessThan(pace.reading);
  expect(slow?.reading).toBeCloseTo(10 * (slow?.writing ?? 0));
  const [first] = cells;
  if (!first) throw new Error('no cell');
  expect(one.learned([...cells, { ...first, key: 'f'.repeat(64) }], 1000).size).toBe(0);
  expect(one.learned([], 1000).size).toBe(0);
});
