import { isLocal, type CellModel, type LocalModel } from '../../domain/cell.ts';
import { Problem } from '../../domain/problem.ts';
import type { Engine } from '../../engine/engine.ts';
import type { ServedBy } from '../../engine/served/served-models.ts';
import type { ExperimentDocument } from '../document/document.ts';
import type { PlannedJudge } from '../plan/judges.ts';
import type { PlannedCell } from '../plan/plan.ts';
import type { PlannedRound } from '../plan/plan-round.ts';
import { answerBlock } from './answer-block.ts';
import { armOf } from './block.ts';
import { CellBook } from './cell-book.ts';
import { judgeBlock } from './judge-block.ts';
import type { JudgeDesk } from './judge-desk.ts';
import { judgeOf } from './judgment-ground.ts';
import type { Keeper } from './keeper.ts';
import { Milestones } from './milestones.ts';
import { persist } from './persist.ts';
import type { ProgressMeter } from './progress.ts';
import { blocksOf, neededBy } from './round-blocks.ts';
import { servedBlock } from './served-block.ts';
import { clientFor, endpointBehind } from './served-endpoint.ts';
import type { ModelSlot } from './slot.ts';
import type { TrainingDesk } from './training-desk.ts';

/** What a round is run with. */
export interface RoundGround {
  readonly document: ExperimentDocument;
  readonly engine: Engine;
  /** What asks served models; undefined: none is asked. */
  readonly served: ServedBy | undefined;
  readonly keeper: Keeper;
  readonly slot: ModelSlot;
  readonly desk: TrainingDesk;
  readonly judging: JudgeDesk;
  readonly meter: ProgressMeter;
  readonly signal: AbortSignal;
  /** Whether cells that failed before are asked again. */
  readonly again: boolean;
}

type Block = readonly PlannedCell[];

/** A round at work: block by block, what is stored already is passed over. */
export class RoundRun {
  readonly #ground: RoundGround;
  readonly #planned: PlannedRound;
  readonly #book: CellBook;
  /** Ends judging when answering has failed. */
  readonly #failed = new AbortController();
  /** Whether arms are at work: then readers hear of them. */
  #answering = true;

  /** @param states how the round's cells are stored at the start */
  constructor(
    ground: RoundGround,
    planned: PlannedRound,
    states: ReadonlyMap<string, 'done' | 'failed'>,
  ) {
    this.#ground = ground;
    this.#planned = planned;
    this.#book = new CellBook(planned.round, states, ground);
  }

  /**
   * Answers, and judges beside it what is answered, where there is room for both.
   * @throws Problem where the device keeps failing or the store takes nothing; 'cancelled' after an abort
   */
  async run(): Promise<void> {
    const { judging, signal } = this.#ground;
    const open = blocksOf(this.#planned.round).filter(
      (block) => !block.every(({ key }) => this.#book.isSettled(key)),
    );
    const judged = open.filter((block) => block[0]?.kind === 'judgment');
    const answered = open.filter((block) => !judged.includes(block));
    const beside = judged.filter((block) => judging.isBeside(this.#judgeOf(block)));
    const milestones = new Milestones();
    // what hinders judging is told when all that can be answered is
    const outcome = this.#judgeBeside(beside, answered, milestones).then(
      () => null,
      (thrown: unknown) => ({ thrown }),
    );
    try {
      await this.#answerAll(answered, milestones);
    } catch (thrown) {
      milestones.fail(thrown);
      this.#failed.abort();
      await outcome;
      throw thrown;
    }
    this.#answering = false;
    const hindered = await outcome;
    if (hindered) throw hindered.thrown;
    for (const block of judged) if (!beside.includes(block)) await this.#judge(block, signal);
  }

  async #answerAll(blocks: readonly Block[], milestones: Milestones): Promise<void> {
    const { signal, slot } = this.#ground;
    for (const [at, block] of blocks.entries()) {
      await persist(() => this.#answer(block), slot, signal);
      milestones.pass(at);
    }
  }

  /** Blocks of judgments, each as soon as its answers are there. */
  async #judgeBeside(
    blocks: readonly Block[],
    answered: readonly Block[],
    milestones: Milestones,
  ): Promise<void> {
    const signal = AbortSignal.any([this.#ground.signal, this.#failed.signal]);
    for (const block of blocks) {
      const needed = new Set(neededBy(this.#planned.round, block));
      const last = answered.findLastIndex((cells) => cells.some(({ key }) => needed.has(key)));
      await milestones.reached(last);
      await this.#judge(block, signal);
    }
  }

  #judgeOf([first]: Block): PlannedJudge {
    return judgeOf(this.#planned, first as PlannedCell);
  }

  #judge(block: Block, signal: AbortSignal): Promise<void> {
    const { judging, document } = this.#ground;
    const { judges } = this.#planned;
    const { isSettled } = this.#book;
    const work = () =>
      this.#book.keeping(block, signal, (ground) =>
        judging.judge(
          this.#judgeOf(block),
          block,
          { ...ground, document, judges, isSettled },
          this.#answering ? null : this.#ground.meter,
        ),
      );
    return persist(work, judging, signal);
  }

  #answer(block: Block): Promise<void> {
    const { model } = armOf(this.#planned.round, block[0] as PlannedCell);
    return isLocal(model) ? this.#answerHere(block, model) : this.#answerServed(block, model);
  }

  async #answerHere(block: Block, model: LocalModel): Promise<void> {
    const { document, engine, slot, desk, meter, signal } = this.#ground;
    const { round, recipes } = this.#planned;
    const first = block[0] as PlannedCell;
    const loaded = await slot.take(
      model,
      ({ subject }) => meter.stage('loading', { subject }),
      signal,
    );
    const tuning = first.tuning === undefined ? null : await desk.take(first.tuning, loaded);
    if (tuning instanceof Problem) return this.#book.fail(block, tuning);
    meter.stage('running', { subject: armOf(round, first).label });
    const work = first.kind === 'likelihood' ? judgeBlock : answerBlock;
    await this.#book.keeping(block, signal, (ground) =>
      work({ ...ground, document, engine, loaded, tuning, recipes }, block),
    );
  }

  /** What is stored already is not asked again: no answer of a server depends on its neighbours. */
  async #answerServed(block: Block, model: CellModel): Promise<void> {
    const { document, served, meter, signal } = this.#ground;
    const { round, recipes } = this.#planned;
    const endpoint = endpointBehind(document, model);
    const client = clientFor(served, endpoint);
    const left = block.filter(({ key }) => !this.#book.isSettled(key));
    meter.stage('running', { subject: armOf(round, block[0] as PlannedCell).label });
    await this.#book.keeping(left, signal, (ground) =>
      servedBlock({ ...ground, recipes, client, url: endpoint.url }, left),
    );
  }
}
