import type { BenchLanguage } from '../../../src/scoring/lab-80/schema.ts';
import type { Generator } from '../generate/generator.ts';
import type { Job } from '../generate/job.ts';
import type { ModelShelf } from '../model/shelf.ts';
import { hashOf, type AnswerCache } from './cache.ts';
import { conditionName, hasDraws, type Condition } from './condition.ts';
import { demonstrationsFor } from './demonstrations.ts';
import type { Material } from './material.ts';
import { jobFor, type Asking } from './prompt.ts';
import { scoredRow, type GivenAnswer, type ScoredRow } from './scored.ts';

/** Askings that one set of weights answers. */
interface Group {
  readonly askings: readonly Asking[];
  readonly hash: string;
  use(ask: (generator: Generator) => Promise<GivenAnswer[]>): Promise<GivenAnswer[]>;
}

/** What the runner works with. */
export interface RunnerParts {
  readonly shelf: ModelShelf;
  readonly cache: AnswerCache;
  readonly material: (language: BenchLanguage) => Material;
  /** Demonstration draws; each is also a seed of sampling. */
  readonly draws: number;
  readonly signal: AbortSignal;
}

/**
 * Under what the answers of weights to jobs are kept. Whenever draws come out otherwise, the number is
 * raised; greedy answers have none.
 */
function answersKey(model: string, jobs: readonly Job[]): string {
  const drawn = jobs.some(({ decoding }) => decoding.temperature > 0);
  return hashOf({ model, jobs, ...(drawn && { drawing: 2 }) });
}

/** Asks conditions, each turn once, and scores what is answered. */
export class ConditionRunner {
  readonly #parts: RunnerParts;
  readonly #known = new Map<string, Promise<ScoredRow[]>>();
  readonly #answers = new Map<string, Promise<GivenAnswer[]>>();

  constructor(parts: RunnerParts) {
    this.#parts = parts;
  }

  /** The rows of every condition asked so far, in the order of asking. */
  async allRows(): Promise<ScoredRow[]> {
    return (await Promise.all(this.#known.values())).flat();
  }

  /** One turn of a condition: a row for each item and draw. The second turn asks the first. */
  rows(condition: Condition, turn: 1 | 2): Promise<ScoredRow[]> {
    const key = `${conditionName(condition)}/${turn}`;
    const known = this.#known.get(key) ?? this.#score(condition, turn);
    this.#known.set(key, known);
    return known;
  }

  async #score(condition: Condition, turn: 1 | 2): Promise<ScoredRow[]> {
    const material = this.#parts.material(condition.language);
    const given = await this.#given(condition, turn);
    return this.#askings(condition).map((asking, i) =>
      scoredRow(material, asking, turn, given[i] as GivenAnswer),
    );
  }

  #askings(condition: Condition): Asking[] {
    const draws = hasDraws(condition.arm) ? this.#parts.draws : 1;
    const items = this.#parts
      .material(condition.language)
      .items.filter(({ part }) => part === condition.part);
    return Array.from({ length: draws }, (_, draw) =>
      items.map((item): Asking => ({ condition, item, draw })),
    ).flat();
  }

  #given(condition: Condition, turn: 1 | 2): Promise<GivenAnswer[]> {
    const key = `${conditionName(condition)}/${turn}`;
    const known = this.#answers.get(key) ?? this.#answer(condition, turn);
    this.#answers.set(key, known);
    return known;
  }

  async #answer(condition: Condition, turn: 1 | 2): Promise<GivenAnswer[]> {
    const { cache, signal } = this.#parts;
    const material = this.#parts.material(condition.language);
    const first = turn === 2 ? await this.#given(condition, 1) : [];
    const answers: GivenAnswer[] = [];
    for (const { askings, hash, use } of this.#groups(condition, material)) {
      const jobs = askings.map((asking, i) => {
        const before = first[answers.length + i];
        return jobFor(material, asking, before ? [before.text.trim()] : []);
      });
      const key = answersKey(hash, jobs);
      let given = cache.get(key);
      if (given?.length !== jobs.length) {
        given = await use(async (generator) => {
          const fresh = await generator.generate(jobs, { signal });
          return fresh.map((answer, i) => ({
            ...answer,
            promptHash: hashOf([jobs[i]?.prefix, jobs[i]?.suffix]).slice(0, 16),
          }));
        });
        cache.set(key, given);
      }
      answers.push(...given);
    }
    return answers;
  }

  /** All askings under one model, or under one tuned model for each draw. */
  #groups(condition: Condition, material: Material): Group[] {
    const { shelf } = this.#parts;
    const askings = this.#askings(condition);
    const role = condition.arm.model;
    if (role !== 'tuned')
      return [
        {
          askings,
          hash: shelf.hash(role),
          use: async (ask) => ask(await shelf.generator(role)),
        },
      ];
    if (condition.part !== 'world')
      throw new RangeError(
        'tuned weights are asked the world part: its items share demonstrations',
      );
    return [...new Set(askings.map(({ draw }) => draw))].map((draw) => {
      const group = askings.filter((asking) => asking.draw === draw);
      const [one] = group as [Asking];
      const examples = demonstrationsFor(material, one.item, condition.arm, draw);
      return {
        askings: group,
        hash: shelf.tunedHash(examples, draw),
        use: (ask) => shelf.tuned(examples, draw, ask),
      };
    });
  }
}
