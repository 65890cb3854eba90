import { Problem } from '../domain/problem.ts';
import type { Cell } from '../domain/cell.ts';
import type { Engine } from '../engine/engine.ts';
import type { Seat } from '../engine/worker-engine.ts';
import { KeyRing } from '../engine/served/keys.ts';
import { ServedModels, type ServedBy } from '../engine/served/served-models.ts';
import { roomForModels } from '../engine/room.ts';
import type { ExperimentDocument } from '../experiments/document/document.ts';
import { checkDocument } from '../experiments/document/read.ts';
import type { GivenSets } from '../experiments/library/library.ts';
import type { Shelf } from '../experiments/material/shelf.ts';
import { ModelBook } from '../experiments/plan/models.ts';
import { planRound } from '../experiments/plan/plan-round.ts';
import { assemble } from '../experiments/results/assemble.ts';
import { seatPlan } from '../experiments/judging/seat.ts';
import { lookAtJudges } from '../experiments/run/look-at-judges.ts';
import { lookAhead } from '../experiments/run/look-ahead.ts';
import { newExperiment } from '../experiments/run/new-experiment.ts';
import { runExperiment } from '../experiments/run/run-experiment.ts';
import { ModelSlot } from '../experiments/run/slot.ts';
import { nextRound } from '../experiments/search/next-round.ts';
import { DriverAdapters } from './adapters.ts';
import type {
  Answer,
  Driver,
  HeadlessLab,
  Order,
  Outcome,
  PlanReport,
  ServedLeave,
  Weights,
} from './driver.ts';
import { DriverKeeper } from './keeper.ts';
import { outcomeOf } from './outcome.ts';

/** What is run, once it is known. */
interface Opened {
  readonly order: Order;
  readonly document: ExperimentDocument;
  readonly keeper: DriverKeeper;
  readonly models: ModelBook;
  readonly adapters: DriverAdapters;
}

/** What the page works with. */
export interface LabParts {
  readonly driver: Driver;
  readonly weights: Weights;
  readonly shelf: Shelf;
  /** Where the shelf finds the sets that come with an order. */
  readonly sets: GivenSets;
  readonly engine: Engine;
  /** A worker for judges beside the arms' own. */
  readonly createEngine: (seat: Seat) => Engine;
}

/** One experiment for a program that drives the page: all the page's own code, and no reader. */
export class DrivenLab implements HeadlessLab {
  readonly #parts: LabParts;
  readonly #stop = new AbortController();
  #opened: Opened | null = null;
  #served: ServedBy | undefined;

  constructor(parts: LabParts) {
    this.#parts = parts;
  }

  open(order: Order): Answer<string> {
    try {
      const document = checkDocument(order.document);
      const { driver, weights, engine, sets } = this.#parts;
      sets.give(order.sets);
      const keeper = new DriverKeeper(driver, order.rounds, order.recipes);
      const adapters = new DriverAdapters(order.adapters, driver, weights, engine);
      const models = new ModelBook(engine, order.model, document.served);
      this.#opened = { order, document, keeper, models, adapters };
      return { value: document.title };
    } catch (thrown) {
      return { problem: Problem.from(thrown).report() };
    }
  }

  serve({ limits, keys }: ServedLeave): Answer<null> {
    try {
      const ring = new KeyRing();
      for (const { url, key } of keys) ring.set(url, key);
      this.#served = new ServedModels(ring, limits).of;
      return { value: null };
    } catch (thrown) {
      return { problem: Problem.from(thrown).report() };
    }
  }

  give(cells: Cell[]): void {
    this.#opened?.keeper.give(cells);
  }

  stop(): void {
    this.#stop.abort();
  }

  plan = (): Promise<Answer<PlanReport>> => this.#answer((opened) => this.#plan(opened));

  run = (): Promise<Answer<Outcome>> => this.#answer((opened) => this.#run(opened));

  async #answer<Value>(work: (opened: Opened) => Promise<Value>): Promise<Answer<Value>> {
    try {
      if (!this.#opened) throw new RangeError('nothing was opened');
      return { value: await work(this.#opened) };
    } catch (thrown) {
      return { problem: Problem.from(thrown).report() };
    }
  }

  async #plan({ order, document, models, adapters }: Opened): Promise<PlanReport> {
    const { shelf, engine } = this.#parts;
    const { signal } = this.#stop;
    const slot = new ModelSlot(engine, order.device);
    const wanted = await nextRound('plan', document, { document, rounds: [], rows: [] }, shelf);
    if (!wanted) throw new RangeError('a new experiment has a first round');
    const planned = await planRound(document, wanted, { models, shelf, adapters, signal });
    const { round } = planned;
    const judging = await lookAtJudges(planned, document, async ({ model }) => ({
      engine,
      loaded: await slot.take(model, () => undefined, signal),
    }));
    const ahead = await lookAhead(planned, engine, (model) =>
      slot.take(model, () => undefined, signal),
    );
    slot.close();
    return {
      ...ahead,
      judging,
      seat: seatPlan(planned, roomForModels()),
      title: document.title,
      arms: round.arms.length,
      items: round.items.length,
      seeds: document.seeds.length,
      turns: wanted.turns,
      models: [...new Set(round.arms.map(({ model }) => `${model.label} (${model.precision})`))],
      searches: document.search !== null,
    };
  }

  async #run({ order, document, keeper, models, adapters }: Opened): Promise<Outcome> {
    const { driver, shelf, engine, createEngine } = this.#parts;
    const record = await runExperiment(order.record ?? newExperiment(document), document, {
      keeper,
      shelf,
      models,
      adapters,
      engine,
      device: order.device,
      served: this.#served,
      judging: { createEngine, room: roomForModels() },
      onProgress: (progress) => void driver({ kind: 'progress', progress }),
      signal: this.#stop.signal,
      again: order.again,
    });
    const results = await assemble(document, keeper.planned, (keys) => keeper.cells(keys));
    return outcomeOf(record, results, adapters.all);
  }
}
