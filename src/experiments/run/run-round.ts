import {
  givenTokens,
  isLocal,
  type Cell,
  type CellModel,
  type LocalModel,
} from '../../domain/cell.ts';
import { Problem } from '../../domain/problem.ts';
import type { Engine } from '../../engine/engine.ts';
import type { ServedBy } from '../../engine/served/served-models.ts';
import type { ExperimentDocument } from '../document/document.ts';
import type { PlannedCell, Round } from '../plan/plan.ts';
import type { PlannedRound } from '../plan/plan-round.ts';
import { answerBlock } from './answer-block.ts';
import { armOf, failedCell, type BlockGround } from './block.ts';
import { judgeBlock } from './judge-block.ts';
import type { Keeper } from './keeper.ts';
import type { ProgressMeter } from './progress.ts';
import { answersIn } from './prompts.ts';
import { servedBlock } from './served-block.ts';
import { clientFor, endpointOf } from './served-endpoint.ts';
import type { ModelSlot } from './slot.ts';
import type { TrainingDesk } from './training-desk.ts';

/** What a round is run with. */
export interface RoundGround {
  readonly document: ExperimentDocument;
  readonly engine: Engine;
  /** What asks served models; absent: none is asked. */
  readonly served?: ServedBy | undefined;
  readonly keeper: Keeper;
  readonly slot: ModelSlot;
  readonly desk: TrainingDesk;
  readonly meter: ProgressMeter;
  readonly signal: AbortSignal;
  /** Whether cells that failed before are asked again. */
  readonly again: boolean;
}

/** What blocks of all kinds are worked out with. */
type SharedGround = Pick<BlockGround, 'round' | 'recipes' | 'answers' | 'signal' | 'keep'>;

/** A block that broke so many workers is given up, and with it the run. */
const mostFailures = 3;

/** The blocks of a round in order, each key once. */
export function blocksOf({ cells }: Round): PlannedCell[][] {
  const blocks: PlannedCell[][] = [];
  const seen = new Set<string>();
  for (const cell of cells) {
    if (seen.has(cell.key)) continue;
    seen.add(cell.key);
    (blocks[cell.block] ??= []).push(cell);
  }
  return blocks;
}

/** The cells whose answers a block is made of: earlier turns, and answers that it judges. */
function neededBy(round: Round, block: readonly PlannedCell[]): string[] {
  const wanted = new Set(
    block.flatMap(({ arm, item, seed, turn, textOf }) => [
      ...(turn === 2 ? [`${arm}/${item}/${seed}/1`] : []),
      ...(typeof textOf === 'number' ? [`${textOf}/${item}/${seed}/${turn}`] : []),
    ]),
  );
  if (wanted.size === 0) return [];
  return round.cells
    .filter(
      ({ kind, arm, item, seed, turn }) =>
        kind === 'answer' && wanted.has(`${arm}/${item}/${seed}/${turn}`),
    )
    .map(({ key }) => key);
}

/** A round at work: block by block, what is stored already is passed over. */
export class RoundRun {
  readonly #ground: RoundGround;
  readonly #planned: PlannedRound;
  readonly #states: Map<string, 'done' | 'failed'>;

  /** @param states how the round's cells are stored at the start */
  constructor(
    ground: RoundGround,
    planned: PlannedRound,
    states: ReadonlyMap<string, 'done' | 'failed'>,
  ) {
    this.#ground = ground;
    this.#planned = planned;
    this.#states = new Map(states);
  }

  /** @throws Problem where the device keeps failing or the store takes nothing; 'cancelled' after an abort */
  async run(): Promise<void> {
    for (const block of blocksOf(this.#planned.round)) {
      if (block.every(({ key }) => this.#isSettled(key))) continue;
      await this.#persist(block);
    }
  }

  #isSettled(key: string): boolean {
    const state = this.#states.get(key);
    return state === 'done' || (state === 'failed' && !this.#ground.again);
  }

  /** Works a block out, with a fresh worker after a failure. */
  async #persist(block: readonly PlannedCell[]): Promise<void> {
    const { signal, slot } = this.#ground;
    for (let failures = 0; ;) {
      if (signal.aborted) throw stopped();
      try {
        return await this.#work(block);
      } catch (thrown) {
        if (signal.aborted) throw stopped();
        const { code } = Problem.from(thrown);
        const mayHeal = code === 'worker-crashed' || code === 'device-failed';
        if (!mayHeal || ++failures === mostFailures) throw thrown;
        slot.give();
      }
    }
  }

  async #work(block: readonly PlannedCell[]): Promise<void> {
    const { model } = armOf(this.#planned.round, block[0] as PlannedCell);
    await (isLocal(model) ? this.#workHere(block, model) : this.#workServed(block, model));
    if (this.#ground.signal.aborted) throw stopped();
  }

  async #workHere(block: readonly PlannedCell[], model: LocalModel): Promise<void> {
    const { document, engine, slot, desk, meter, signal } = this.#ground;
    const first = block[0] as PlannedCell;
    const loaded = await slot.take(
      model,
      ({ subject }) => meter.stage('loading', { subject }),
      signal,
    );
    const tuning = first.tuning === undefined ? null : await desk.take(first.tuning, loaded);
    if (tuning instanceof Problem) return this.#fail(block, tuning);
    await this.#kept(block, (shared) => {
      const ground: BlockGround = { ...shared, engine, loaded, tuning, document };
      return (first.kind === 'likelihood' ? judgeBlock : answerBlock)(ground, block);
    });
  }

  /** What is stored already is not asked again: no answer of a server depends on its neighbours. */
  async #workServed(block: readonly PlannedCell[], model: CellModel): Promise<void> {
    const { document, served } = this.#ground;
    const endpoint = endpointOf(document, model);
    const client = clientFor(served, endpoint);
    const left = block.filter(({ key }) => !this.#isSettled(key));
    await this.#kept(left, (shared) => servedBlock({ ...shared, client, url: endpoint.url }, left));
  }

  /** Works on a block, and waits until all that it gives is stored. */
  async #kept(
    block: readonly PlannedCell[],
    work: (shared: SharedGround) => Promise<void>,
  ): Promise<void> {
    const { keeper, meter, signal } = this.#ground;
    const { round, recipes } = this.#planned;
    meter.stage('running', { subject: armOf(round, block[0] as PlannedCell).label });
    const writes: Promise<unknown>[] = [];
    const answers = answersIn(round, await keeper.cells(neededBy(round, block)));
    const keep: BlockGround['keep'] = (cell, recipe) => {
      if (this.#isSettled(cell.key)) return;
      const write = this.#keep(cell, recipe);
      write.catch(() => undefined); // told below, when the block is done
      writes.push(write);
    };
    try {
      await work({ round, recipes, answers, signal, keep });
    } finally {
      // what is there is kept, whatever became of the rest
      await Promise.all(writes);
    }
  }

  /** Cells whose weights could not be had; what is there already stays. */
  async #fail(block: readonly PlannedCell[], problem: Problem): Promise<void> {
    for (const { key } of block)
      if (!this.#isSettled(key)) await this.#keep(failedCell(key, problem.report()));
  }

  async #keep(cell: Cell, recipe?: { hash: string; text: string }): Promise<void> {
    await this.#ground.keeper.addCell(cell, recipe);
    const before = this.#states.get(cell.key);
    const ended = cell.kind === 'failed' ? 'failed' : 'done';
    this.#states.set(cell.key, ended);
    this.#ground.meter.cell(ended, tokensIn(cell), before === 'failed');
  }
}

function tokensIn(cell: Cell): number {
  if (cell.kind === 'failed') return 0;
  return cell.kind === 'answer' ? givenTokens(cell) : cell.tokens.length;
}

export function stopped(): Problem {
  return new Problem({
    code: 'cancelled',
    message: 'The experiment was stopped.',
    remedy: 'Its results are kept; it goes on from there when you resume it.',
  });
}
