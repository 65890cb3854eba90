import { givenTokens, isLocal, type Cell } from '../../../../domain/cell.ts';
import {
  mayBeCut,
  memoryOf,
  timeOf,
  trainingTime,
  tooLong,
  type TooLong,
} from '../../../../experiments/plan/estimate.ts';
import type { PlannedModel } from '../../../../experiments/plan/models.ts';
import { learned, paceName, type Pace } from '../../../../experiments/plan/pace.ts';
import type { PlannedRound } from '../../../../experiments/plan/plan-round.ts';
import {
  bothServed,
  servedCosts,
  type ServedCosts,
} from '../../../../experiments/plan/served-costs.ts';
import { noJudgments, type JudgmentCosts } from '../../../../experiments/run/look-at-judges.ts';
import type { PromptSurvey } from '../../../../experiments/plan/survey.ts';
import {
  bothCosts,
  noTrainings,
  type TrainingCosts,
} from '../../../../experiments/tuning/training-costs.ts';
import { workOf, type RoundWork } from '../../../../experiments/plan/work.ts';

/** What a run will take, as far as it is known. */
export interface Costs {
  readonly work: RoundWork;
  readonly tooLong: readonly TooLong[];
  /** Labels of arms whose answers the context may cut. */
  readonly mayBeCut: readonly string[];
  readonly trainings: TrainingCosts;
  /** At most, in milliseconds, served models left out; null while a model has not been measured. */
  readonly time: number | null;
  /** At most, in bytes. */
  readonly memory: number;
  /** What goes to served models. */
  readonly served: ServedCosts;
}

/** A model whose pace nobody knows, and prompts to measure it on. */
export interface Unmeasured {
  readonly name: string;
  readonly model: PlannedModel;
  readonly prompts: readonly (readonly number[])[];
}

/** The keys of a round's cells, each once. */
export const keysIn = ({ round }: Pick<PlannedRound, 'round'>): string[] => [
  ...new Set(round.cells.map(({ key }) => key)),
];

/** What is known of a plan. */
export interface Found {
  readonly planned: PlannedRound;
  readonly survey: PromptSurvey;
  readonly trainings: ReadonlyMap<string, TrainingCosts>;
  /** Absent where nobody judges. */
  readonly judging?: JudgmentCosts | null;
}

const sumOf = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : a + b;

/** What a planned round costs on a device, given how fast its models were there before. */
export class Costing {
  readonly #planned: PlannedRound;
  readonly #survey: PromptSurvey;
  readonly #trainings: ReadonlyMap<string, TrainingCosts>;
  readonly #device: string;
  readonly #work: RoundWork;
  readonly #served: ServedCosts;
  readonly #judging: JudgmentCosts;
  readonly #paces: Map<string, Pace>;

  /**
   * @param found the plan, its prompts, and what it trains by the model's fingerprint
   * @param isDone whether a cell is stored, by its key
   */
  constructor(
    { planned, survey, trainings, judging }: Found,
    device: string,
    isDone: (key: string) => boolean,
    paces: ReadonlyMap<string, Pace>,
  ) {
    this.#planned = planned;
    this.#survey = survey;
    this.#trainings = trainings;
    this.#device = device;
    this.#work = workOf(planned.round, survey, (key) => !isDone(key));
    this.#judging = judging ?? noJudgments;
    this.#served = bothServed(
      servedCosts(planned.round, survey, (key) => !isDone(key)),
      this.#judging.served,
    );
    this.#paces = new Map(paces);
  }

  costs(): Costs {
    const { round, asks } = this.#planned;
    const contexts = asks.map(({ contextLength }) => contextLength);
    const paceOf = (fingerprint: string) => this.#paces.get(paceName(fingerprint, this.#device));
    const trainings = [...this.#trainings.values()].reduce(bothCosts, noTrainings);
    return {
      trainings,
      work: this.#work,
      served: this.#served,
      tooLong: tooLong(round, this.#survey, contexts),
      mayBeCut: mayBeCut(round, this.#survey, contexts),
      time: [
        timeOf({ models: this.#here() }, paceOf),
        trainingTime(this.#trainings, paceOf),
        ...this.#judging.here.map((judge) =>
          timeOf({ models: new Map([[judge.asks.model.fingerprint, judge]]) }, paceOf),
        ),
      ].reduce(sumOf),
      // while it trains nothing is asked
      memory: Math.max(memoryOf(round, this.#survey, asks, paceOf), trainings.bytes),
    };
  }

  /** The work of the models that are loaded here: how fast others are, nobody knows before. */
  #here(): RoundWork['models'] {
    const here = this.#planned.asks.map(({ model }) => model).filter(isLocal);
    const names = new Set(here.map(({ fingerprint }) => fingerprint));
    return new Map([...this.#work.models].filter(([fingerprint]) => names.has(fingerprint)));
  }

  /** The models at work that were never measured on this device. */
  unmeasured(): Unmeasured[] {
    const { asks } = this.#planned;
    const answering = [...this.#here().keys()].flatMap((fingerprint) => {
      const arm = asks.findIndex(({ model }) => model.fingerprint === fingerprint);
      const model = asks[arm];
      return model ? [{ model, prompts: this.#survey.prompts(arm, 1)?.sample ?? [] }] : [];
    });
    const judging = this.#judging.here.map(({ asks: model, prompts }) => ({ model, prompts }));
    const byName = new Map<string, Unmeasured>();
    for (const { model, prompts } of [...answering, ...judging]) {
      const name = paceName(model.model.fingerprint, this.#device);
      if (!this.#paces.has(name) && !byName.has(name)) byName.set(name, { name, model, prompts });
    }
    return [...byName.values()];
  }

  measured(name: string, pace: Pace): void {
    this.#paces.set(name, pace);
  }

  /**
   * How fast a run turned out to be.
   * @param cells what came of it
   * @param worked milliseconds that models were at work
   * @returns paces by name; none where the run went on into rounds that were not planned here
   */
  learned(cells: readonly Cell[], worked: number): Map<string, Pace> {
    // how much of the time went to judges is not known
    if (cells.some(({ kind }) => kind === 'judgment')) return new Map();
    const keys = new Set(cells.map(({ key }) => key));
    const { cells: count, models } = workOf(this.#planned.round, this.#survey, (key) =>
      keys.has(key),
    );
    if (count < keys.size || count === 0) return new Map();
    const written = new Map<string, number>();
    for (const cell of cells) {
      if (cell.kind !== 'answer') continue;
      const { fingerprint } = cell.model;
      written.set(fingerprint, (written.get(fingerprint) ?? 0) + givenTokens(cell));
    }
    const done = new Map(
      [...models].map(([fingerprint, { reading }]) => [
        paceName(fingerprint, this.#device),
        // what was given is known now, not only its most
        { reading, writing: written.get(fingerprint) ?? 0 },
      ]),
    );
    return learned((name) => this.#paces.get(name), done, worked);
  }
}
