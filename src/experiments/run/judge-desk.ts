import { isLocal } from '../../domain/cell.ts';
import type { DeviceChoice } from '../../domain/model.ts';
import type { Engine } from '../../engine/engine.ts';
import type { ServedBy } from '../../engine/served/served-models.ts';
import type { JudgeSeat } from '../judging/seat.ts';
import type { PlannedJudge } from '../plan/judges.ts';
import type { PlannedCell } from '../plan/plan.ts';
import { judgmentBlock } from './judgment-block.ts';
import type { JudgmentGround } from './judgment-ground.ts';
import type { ProgressMeter } from './progress.ts';
import { clientFor, endpointBehind } from './served-endpoint.ts';
import { servedJudgments } from './served-judgments.ts';
import { ModelSlot } from './slot.ts';

/** What judges take from the world; what is absent is not asked. */
export interface JudgingParts {
  /** A worker for judges beside the arms' own. */
  readonly createEngine?: ((seat: 'second') => Engine) | undefined;
  /** Bytes that models may take together (engine/room.ts). */
  readonly room?: number | undefined;
  /** Gives what asks a served model. */
  readonly served?: ServedBy | undefined;
}

/** The arms' own worker, where judges sit when there is no room beside it. */
export interface ArmsWorker {
  readonly engine: Engine;
  readonly slot: ModelSlot;
}

/** Has blocks judged, by whoever their judge is. */
export class JudgeDesk {
  readonly #parts: JudgingParts;
  readonly #arms: ArmsWorker;
  readonly #device: DeviceChoice;
  #own: ArmsWorker | null = null;
  #seat: JudgeSeat = 'after';

  constructor(parts: JudgingParts, arms: ArmsWorker, device: DeviceChoice) {
    this.#parts = parts;
    this.#arms = arms;
    this.#device = device;
  }

  /** Seats the judges of a round; without a worker of their own they come after the arms. */
  sit(seat: JudgeSeat): void {
    this.#seat = this.#parts.createEngine ? seat : 'after';
    if (this.#seat === 'after') this.close();
  }

  /** Whether a judge may be at work while arms are. */
  isBeside({ endpoint }: Pick<PlannedJudge, 'endpoint'>): boolean {
    return endpoint !== null || this.#seat === 'beside';
  }

  /** Whose worker judges of the lab sit in. */
  worker(): ArmsWorker {
    if (this.#seat === 'after') return this.#arms;
    if (this.#own) return this.#own;
    const engine = this.#parts.createEngine?.('second') as Engine;
    return (this.#own = { engine, slot: new ModelSlot(engine, this.#device) });
  }

  /** After a failure: the next block begins with a fresh worker. */
  give(): void {
    this.worker().slot.give();
  }

  /**
   * Works a block of judgments out, the judge loaded now if it is not.
   * @param meter told what is loaded; null where something else is at work that the reader hears of
   */
  async judge(
    judge: PlannedJudge,
    block: readonly PlannedCell[],
    ground: JudgmentGround & { readonly isSettled: (key: string) => boolean },
    meter: ProgressMeter | null,
  ): Promise<void> {
    const { model } = judge.asks;
    if (!isLocal(model)) {
      meter?.stage('judging', { subject: model.label });
      const client = clientFor(this.#parts.served, endpointBehind(ground.document, model));
      return servedJudgments({ ...ground, client }, block);
    }
    const { engine, slot } = this.worker();
    const loaded = await slot.take(
      model,
      ({ subject }) => meter?.stage('loading', { subject }),
      ground.signal,
    );
    meter?.stage('judging', { subject: model.label });
    await judgmentBlock({ ...ground, engine, loaded }, block);
  }

  close(): void {
    this.#own?.slot.close();
    this.#own?.engine.dispose();
    this.#own = null;
  }
}
