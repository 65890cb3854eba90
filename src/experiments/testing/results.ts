import type { AnswerCell, Cell, CellModel, FailedCell, LikelihoodCell } from '../../domain/cell.ts';
import { defaultDecoding } from '../../domain/decoding.ts';
import type { Scored } from '../../scoring/answered.ts';
import { armsOf, type DocumentArm } from '../document/arms.ts';
import type { ExperimentDocument } from '../document/document.ts';
import type { PlannedArm, PlannedCell, PlannedItem, Round } from '../plan/plan.ts';
import type { ResultRow, Results } from '../results/results.ts';
import { scorersOf } from '../results/scorers.ts';

export const sampleModel: CellModel = {
  id: 'm',
  label: 'Sample model',
  precision: 'fp32',
  fingerprint: 'f',
};

/** One place of a made-up experiment. */
export interface MadePlace {
  readonly arm: PlannedArm;
  readonly item: PlannedItem;
  readonly seed: number;
  readonly turn: 1 | 2;
  readonly scorer: string;
}

/** A score, or what stands in its stead. */
export type Made = number | 'missing' | 'failed' | 'unjudged';

export interface MadeRound {
  readonly purpose?: Round['purpose'];
  readonly arms?: readonly DocumentArm[];
  readonly turns?: 1 | 2;
}

export interface MadeResults {
  readonly items: readonly PlannedItem[];
  readonly score: (place: MadePlace) => Made;
  /** Arms that no seed changes: their cells are the same work under all. */
  readonly same?: (arm: PlannedArm) => boolean;
  readonly rounds?: readonly MadeRound[];
}

/** So many items of eight categories in two parts. */
export const madeItems = (count: number): PlannedItem[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `item-${i}`,
    category: i % 2 === 0 ? 'math' : 'writing',
    part: i % 4 < 2 ? 'world' : 'context',
    turns: {},
  }));

const at = '2026-01-01T00:00:00.000Z';
const text = { recipe: '', live: '', length: 1 };
const timings = { queued: 0, prefill: 0, firstToken: 0, total: 0 };

const shared = (key: string) => ({
  schema: 1 as const,
  key,
  createdAt: at,
  model: sampleModel,
  device: 'wasm' as const,
  prompt: text,
  version: { app: '0', engine: '1' },
});

export const madeAnswer = (key: string): AnswerCell => ({
  ...shared(key),
  kind: 'answer',
  decoding: defaultDecoding,
  generation: {
    tokens: [1],
    logProbabilities: [0],
    text: 'answer',
    stopReason: 'end-token',
    stopString: null,
    timings,
  },
});

/** What an arm thinks of a text. */
export interface MadeThoughts {
  readonly tokens: readonly number[];
  readonly ranks: readonly number[];
  readonly probabilities: readonly number[];
  /** The tokens listed at each place with their probabilities; none where it is absent. */
  readonly listed?: readonly (readonly (readonly [number, number])[])[];
}

export function madeLikelihood(
  { tokens, ranks, probabilities, listed = [] }: MadeThoughts,
  key = 'k',
): LikelihoodCell {
  return {
    ...shared(key),
    kind: 'likelihood',
    text: '',
    tokens: [...tokens],
    ranks: [...ranks],
    logProbabilities: probabilities.map(Math.log),
    entropies: tokens.map(() => 0),
    alternatives: tokens.map((_, i) =>
      (listed[i] ?? []).map(([token, p]) => ({ token, logProbability: Math.log(p) })),
    ),
  };
}

const madeFailure = (key: string): FailedCell => ({
  schema: 1,
  kind: 'failed',
  key,
  createdAt: at,
  problem: { code: 'context-exceeded', message: 'The prompt is too long.', remedy: 'Take less.' },
});

function cellOf(key: string, made: readonly Made[]): Cell | undefined {
  if (made.includes('missing')) return undefined;
  return made.includes('failed') ? madeFailure(key) : madeAnswer(key);
}

const scoredOf = (made: Made): Scored =>
  typeof made === 'number' ? { value: made } : { error: 'Nothing to judge.' };

/** Results of a document whose scores a function makes up. */
export function madeResults(
  document: ExperimentDocument,
  { items, score, same = () => false, rounds = [{}] }: MadeResults,
): Results {
  const rows: ResultRow[] = [];
  const scorers = scorersOf(document.scorers).map(({ id }) => id);
  const made = rounds.map(({ purpose = 'all', arms = armsOf(document), turns }, number): Round => {
    const planned: PlannedArm[] = arms.map((arm) => ({ ...arm, model: sampleModel }));
    const cells: PlannedCell[] = [];
    for (const [a, arm] of planned.entries())
      for (const [i, item] of items.entries())
        for (const seed of document.seeds)
          for (const turn of [1, 2] as const) {
            if (turn > (turns ?? document.turns)) continue;
            const key = [number, a, i, turn, ...(same(arm) ? [] : [seed])].join('/');
            const cell = { key, kind: 'answer', arm: a, item: i, seed, turn, block: 0 } as const;
            cells.push(cell);
            const of = scorers.map((scorer) => score({ arm, item, seed, turn, scorer }));
            const stored = cellOf(key, of);
            const scores = Object.fromEntries(
              scorers.map((scorer, s) => [scorer, scoredOf(of[s] as Made)]),
            );
            const judged = stored?.kind === 'answer' ? scores : {};
            rows.push({ round: number, planned: cell, arm, item, cell: stored, scores: judged });
          }
    return {
      schema: 1,
      id: `made/${number}`,
      experiment: 'made',
      number,
      purpose,
      arms: planned,
      items: [...items],
      styles: {},
      cells,
    };
  });
  return { document, rounds: made, rows };
}
