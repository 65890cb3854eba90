import type { Cell } from '../../../../domain/cell.ts';
import { Problem } from '../../../../domain/problem.ts';
import type { ExperimentDocument } from '../../../../experiments/document/document.ts';
import {
  mayBeCut,
  memoryOf,
  timeOf,
  tooLong,
  type TooLong,
} from '../../../../experiments/plan/estimate.ts';
import { ModelBook, type PlannedModel } from '../../../../experiments/plan/models.ts';
import { learned, paceName, type Pace } from '../../../../experiments/plan/pace.ts';
import { planRound, type PlannedRound } from '../../../../experiments/plan/plan-round.ts';
import { surveyPrompts, type PromptSurvey } from '../../../../experiments/plan/survey.ts';
import { workOf, type RoundWork } from '../../../../experiments/plan/work.ts';
import { nextRound } from '../../../../experiments/search/next-round.ts';
import type { SessionParts } from './parts.ts';
import { RememberedPaces } from './paces.ts';
import { Surveyor } from './surveyor.ts';

/** Cells of the first round: in all, and what is stored of them already. */
export interface CellCount {
  readonly total: number;
  readonly stored: number;
}

/** What a run will take, as far as it is known. */
export interface Costs {
  readonly work: RoundWork;
  readonly tooLong: readonly TooLong[];
  /** Labels of arms whose answers the context may cut. */
  readonly mayBeCut: readonly string[];
  /** At most, in milliseconds; null while a model has not been measured. */
  readonly time: number | null;
  /** At most, in bytes. */
  readonly memory: number;
}

/** An experiment before its first cell: what it will ask, and what that takes. */
export class Planning {
  at = $state<'rest' | 'cells' | 'tokens' | 'pace' | 'done' | 'failed'>('rest');
  planned = $state.raw<PlannedRound | null>(null);
  count = $state.raw<CellCount | null>(null);
  costs = $state.raw<Costs | null>(null);
  problem = $state.raw<Problem | null>(null);
  survey: PromptSurvey | null = null;
  readonly #near: SessionParts;
  readonly #paces: RememberedPaces;
  #abort: AbortController | null = null;

  constructor(near: SessionParts) {
    this.#near = near;
    this.#paces = new RememberedPaces(near.drafts);
  }

  /** Whether all is known that a start has to wait for, and nothing stands against it. */
  get ready(): boolean {
    return this.costs !== null && this.costs.tooLong.length === 0;
  }

  /** Plans anew, giving up what is under way. What hinders it shows in `problem`. */
  async plan(id: string, document: ExperimentDocument): Promise<void> {
    this.stop();
    const abort = (this.#abort = new AbortController());
    const surveyor = new Surveyor(this.#near, abort.signal);
    this.planned = this.count = this.costs = this.problem = this.survey = null;
    try {
      await this.#plan(id, document, surveyor, abort.signal);
    } catch (thrown) {
      const problem = Problem.from(thrown);
      // the reader's model gave way to another: the plan is made anew for that one
      if (abort.signal.aborted || problem.code === 'cancelled') return;
      this.problem = problem;
      this.at = 'failed';
    } finally {
      surveyor.close();
    }
  }

  /** Remembers how fast a run of this plan was. @param worked milliseconds that models were at work */
  async learn(cells: readonly Cell[], worked: number): Promise<void> {
    const { planned, survey } = this;
    if (!planned || !survey || cells.length === 0) return;
    const keys = new Set(cells.map(({ key }) => key));
    const work = workOf(planned.round, survey, (key) => keys.has(key));
    // a search went on into rounds that were not planned here
    if (work.cells < keys.size) return;
    const written = (fingerprint: string): number =>
      cells.reduce(
        (sum, cell) =>
          cell.kind === 'answer' && cell.model.fingerprint === fingerprint
            ? sum + cell.generation.tokens.length
            : sum,
        0,
      );
    const { device } = this.#near.model.choice;
    const known = await this.#paces.all();
    const done = new Map(
      [...work.models].map(([fingerprint, { reading }]) => [
        paceName(fingerprint, device),
        { reading, writing: written(fingerprint) },
      ]),
    );
    await this.#paces.put(learned((name) => known.get(name), done, worked));
  }

  /** Gives up what is under way; what is known stays. */
  stop(): void {
    this.#abort?.abort();
    this.#abort = null;
  }

  async #plan(
    id: string,
    document: ExperimentDocument,
    surveyor: Surveyor,
    signal: AbortSignal,
  ): Promise<void> {
    const { engine, model, shelf, store } = this.#near;
    this.at = 'cells';
    const { model: chosen, precision, device } = model.choice;
    const models = new ModelBook(engine, { id: chosen, precision });
    const wanted = await nextRound(id, document, { document, rounds: [], rows: [] }, shelf);
    if (!wanted) return;
    const planned = await planRound(document, wanted, { models, shelf, signal });
    const { round, asks } = planned;
    const keys = [...new Set(round.cells.map(({ key }) => key))];
    const states = await (await store).cellStates(keys);
    signal.throwIfAborted();
    this.planned = planned;
    this.count = { total: keys.length, stored: states.size };
    this.at = 'tokens';
    const survey = await surveyPrompts(
      planned,
      (arm) =>
        surveyor.tokensFor(asks[arm] as PlannedModel, round.arms[arm]?.setting.template === 'chat'),
      signal,
    );
    const work = workOf(round, survey, (key) => states.get(key) !== 'done');
    const paces = new Map(await this.#paces.all());
    const paceOf = (fingerprint: string): Pace | undefined =>
      paces.get(paceName(fingerprint, device));
    const show = () => {
      signal.throwIfAborted();
      const contexts = asks.map(({ contextLength }) => contextLength);
      this.survey = survey;
      this.costs = {
        work,
        tooLong: tooLong(round, survey, contexts),
        mayBeCut: mayBeCut(round, survey, contexts),
        time: timeOf(work, paceOf),
        memory: memoryOf(round, survey, asks, paceOf),
      };
    };
    show();
    this.at = 'pace';
    for (const fingerprint of work.models.keys()) {
      if (paceOf(fingerprint) || !this.ready) continue;
      const arm = asks.findIndex((each) => each.model.fingerprint === fingerprint);
      const prompts = survey.prompts(arm, 1)?.sample ?? [];
      const name = paceName(fingerprint, device);
      paces.set(name, await surveyor.probe(asks[arm] as PlannedModel, prompts));
      await this.#paces.put(new Map([[name, paces.get(name) as Pace]]));
      show();
    }
    this.at = 'done';
  }
}
