import type { Cell } from '../../../../domain/cell.ts';
import { Problem } from '../../../../domain/problem.ts';
import { roomForModels } from '../../../../engine/room.ts';
import type { ExperimentDocument } from '../../../../experiments/document/document.ts';
import { ModelBook, type PlannedModel } from '../../../../experiments/plan/models.ts';
import { planRound } from '../../../../experiments/plan/plan-round.ts';
import { seatPlan, type SeatPlan } from '../../../../experiments/judging/seat.ts';
import { lookAtJudges, type JudgmentCosts } from '../../../../experiments/run/look-at-judges.ts';
import { surveyPrompts } from '../../../../experiments/plan/survey.ts';
import { storedAdapters } from '../../../../experiments/tuning/stored-adapters.ts';
import { costsOfTrainings } from '../../../../experiments/tuning/training-costs.ts';
import { nextRound } from '../../../../experiments/search/next-round.ts';
import { Costing, keysIn, type Costs } from './costing.ts';
import { RememberedPaces } from './paces.ts';
import type { SessionParts } from './parts.ts';
import { Surveyor } from './surveyor.ts';

/** Cells of the first round: in all, and what is stored of them already. */
export interface CellCount {
  readonly total: number;
  readonly stored: number;
}

/** An experiment before its first cell: what it will ask, and what that takes. */
export class Planning {
  at = $state<'rest' | 'cells' | 'tokens' | 'pace' | 'done' | 'failed'>('rest');
  count = $state.raw<CellCount | null>(null);
  costs = $state.raw<Costs | null>(null);
  /** What judges of the round take, and where they sit; null where nothing is known yet, or none judges. */
  judging = $state.raw<JudgmentCosts | null>(null);
  seat = $state.raw<SeatPlan | null>(null);
  problem = $state.raw<Problem | null>(null);
  readonly #near: SessionParts;
  readonly #paces: RememberedPaces;
  #costing: Costing | null = null;
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
    this.count = this.costs = this.problem = this.#costing = null;
    this.judging = this.seat = null;
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
    const learned = this.#costing?.learned(cells, worked);
    if (learned && learned.size > 0) await this.#paces.put(learned);
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
    const { model: chosen, precision, device } = model.choice;
    this.at = 'cells';
    const models = new ModelBook(engine, { id: chosen, precision }, document.served);
    const wanted = await nextRound(id, document, { document, rounds: [], rows: [] }, shelf);
    if (!wanted) return;
    const adapters = storedAdapters(this.#near.adapters, engine);
    const planned = await planRound(document, wanted, { models, shelf, adapters, signal });
    const keys = keysIn(planned);
    const states = await (await store).cellStates(keys);
    signal.throwIfAborted();
    this.count = { total: keys.length, stored: states.size };
    this.at = 'tokens';
    const { round, asks } = planned;
    const isChat = (arm: number) => round.arms[arm]?.setting.template === 'chat';
    const tokensFor = (arm: number) => surveyor.tokensFor(asks[arm] as PlannedModel, isChat(arm));
    const survey = await surveyPrompts(planned, tokensFor, signal);
    const isDone = (key: string) => states.get(key) === 'done';
    const isLeft = (key: string) => !isDone(key);
    if (planned.judges.length > 0) {
      this.judging = await lookAtJudges(planned, document, (of) => surveyor.loaded(of), isLeft);
      this.seat = seatPlan(planned, roomForModels());
    }
    const trainings = await costsOfTrainings(planned, isLeft, (of) => surveyor.loaded(of));
    signal.throwIfAborted();
    const paces = await this.#paces.all();
    const found = { planned, survey, trainings, judging: this.judging };
    const costing = new Costing(found, device, isDone, paces);
    signal.throwIfAborted();
    this.#costing = costing;
    this.costs = costing.costs();
    this.at = 'pace';
    if (this.ready) await this.#measure(costing, surveyor, signal);
    this.at = 'done';
  }

  async #measure(costing: Costing, surveyor: Surveyor, signal: AbortSignal): Promise<void> {
    for (const { name, model, prompts } of costing.unmeasured()) {
      const pace = await surveyor.probe(model, prompts);
      signal.throwIfAborted();
      costing.measured(name, pace);
      await this.#paces.putOne(name, pace);
      this.costs = costing.costs();
    }
  }
}
