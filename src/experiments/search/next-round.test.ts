import * as v from 'valibot';
import { expect, it } from 'vitest';
import type { ExperimentDocument } from '../document/document.ts';
import type { Search } from '../document/search.ts';
import { Round } from '../plan/plan.ts';
import { assemble } from '../results/assemble.ts';
import { newExperiment } from '../run/new-experiment.ts';
import { runExperiment } from '../run/run-experiment.ts';
import { smallDocument } from '../testing/documents.ts';
import { ruleEngine } from '../testing/rule-engine.ts';
import { MemoryKeeper, models, shelf } from '../testing/world.ts';
import { candidatesOf, searchState } from './next-round.ts';
import { promptFactor } from './prompts.ts';
import { searchScorer, standings } from './standings.ts';

const search = {
  candidates: 4,
  rounds: 2,
  threshold: null,
  check: { questions: { bench: 'lab-80', split: 'dev', part: 'world', limit: 3 }, factors: [] },
};
const sought = (more: Record<string, unknown> = {}): ExperimentDocument =>
  smallDocument({
    factors: [],
    references: [{ label: 'bare', set: { template: 'raw', rules: false, demonstrations: [] } }],
    seeds: [1],
    // what a rule engine answers differs by its key: so does the place of the first "a"
    scorers: [{ kind: 'regex', pattern: '[02468] after' }],
    figure: { kind: 'histogram' },
    search,
    ...more,
  });

async function searched(document: ExperimentDocument) {
  const keeper = new MemoryKeeper();
  await runExperiment(newExperiment(document), document, {
    keeper,
    shelf: shelf(),
    models: models(),
    engine: ruleEngine(),
    device: 'auto',
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  const rounds = keeper.stored.map((round) => v.parse(Round, round));
  return { rounds, results: await assemble(document, rounds, keeper.cells) };
}

it('takes the best of each round, and checks what it found on other questions', async () => {
  const document = sought();
  const { rounds, results } = await searched(document);
  expect(rounds.map(({ purpose }) => purpose)).toEqual(['search', 'search', 'check']);
  expect(rounds.map(({ arms }) => arms.length)).toEqual([4, 3, 4]);
  const scorer = searchScorer(document);
  const first = standings(results.rows, 0, scorer);
  expect(first.map(({ mean }) => mean)).toEqual(
    first.map(({ mean }) => mean).toSorted((a, b) => b - a),
  );
  const { found } = searchState(document.search as Search, results, scorer);
  expect(found[0]).toBe(first[0]?.candidate);
  const check = rounds[2] as Round;
  expect(check.arms.map(({ levels }) => levels[promptFactor] ?? levels.reference)).toEqual([
    'URIAL',
    'URIAL + 1',
    'URIAL + 2',
    'bare',
  ]);
  const asked = new Set(rounds[0]?.items.map(({ turns }) => turns.en?.[0]?.query));
  for (const { turns } of check.items) expect(asked).not.toContain(turns.en?.[0]?.query);
});

it('puts the newest demonstration between those found before and the fixed block', async () => {
  const document = sought();
  const { rounds, results } = await searched(document);
  const candidates = await candidatesOf(document, shelf());
  const { found } = searchState(document.search as Search, results, searchScorer(document));
  const winners = found.map((i) => candidates[i]?.query);
  const last = rounds[2]?.arms[2]?.setting.demonstrations;
  expect(last?.map(({ take }) => take)).toEqual(['given', 'curated']);
  expect(last?.[0]?.take === 'given' && last[0].pairs.map(({ query }) => query)).toEqual(winners);
});

it('goes to the check early where nobody reaches the threshold', async () => {
  const { rounds } = await searched(sought({ search: { ...search, threshold: 2 } }));
  expect(rounds.map(({ purpose }) => purpose)).toEqual(['search', 'check']);
});
