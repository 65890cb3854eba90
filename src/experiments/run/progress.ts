import type { Round } from '../plan/plan.ts';
import { TrainingMeter } from './training-meter.ts';

/** How far a training is. */
export interface TrainingProgress {
  /** Which of how many trainings, from 1. */
  readonly number: number;
  readonly of: number;
  /** Steps done, and in all; 0 of 0 while it is made ready. */
  readonly step: number;
  readonly steps: number;
  /** Of the last step; null before the first. */
  readonly loss: number | null;
}

/** How far a run is, for readers. */
export interface RunProgress {
  readonly stage:
    'planning' | 'loading' | 'training' | 'running' | 'judging' | 'finished' | 'stopped';
  /** Of which round of a search; 0 where there is one only. */
  readonly round: number;
  readonly purpose: Round['purpose'];
  /** Cells of the rounds planned so far; equal ones count once. */
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  /** Tokens given per second since this run began; null before the first. */
  readonly tokensPerSecond: number | null;
  /** Milliseconds that the rest of the planned rounds will take at the pace so far; null where unknown. */
  readonly left: number | null;
  /** What is at work: a model that is loaded, say. */
  readonly subject: string;
  /** The training at work; absent at all other stages. */
  readonly training?: TrainingProgress | undefined;
}

/** Time enough to know a pace by, in milliseconds. */
const firstGuess = 1500;

/** Counts what a run does and foretells the rest. */
export class ProgressMeter {
  readonly #tell: (progress: RunProgress) => void;
  #now: RunProgress = {
    stage: 'planning',
    round: 0,
    purpose: 'all',
    total: 0,
    done: 0,
    failed: 0,
    tokensPerSecond: null,
    left: null,
    subject: '',
  };
  #cells = 0;
  /** Cells still to come. */
  #rest = 0;
  #tokens = 0;
  readonly #trainings = new TrainingMeter();
  /** Milliseconds at work, and since when where it is at work now. */
  #worked = 0;
  #since: number | null = null;

  constructor(tell: (progress: RunProgress) => void) {
    this.#tell = tell;
  }

  get now(): RunProgress {
    return this.#now;
  }

  /** Planning and loading do not count for the pace. */
  stage(stage: RunProgress['stage'], more: Partial<RunProgress> = {}): void {
    const time = performance.now();
    if (this.#since !== null) this.#worked += time - this.#since;
    this.#since = stage === 'running' || stage === 'judging' ? time : null;
    this.#trainings.rest();
    this.#say({ stage, training: undefined, ...more });
  }

  /** Trainings that cells wait for: rows that each reads in all, by name. */
  willTrain(rows: ReadonlyMap<string, number>): void {
    this.#trainings.plan(rows);
  }

  /** A training is at work. */
  training(name: string, subject: string, at: Omit<TrainingProgress, 'number' | 'of'>): void {
    if (this.#now.stage !== 'training') this.stage('training', { subject });
    const training = { ...this.#trainings.at(name, at), ...at };
    this.#say({ subject, training, left: this.#left() });
  }

  /** A training is done, or was found done. */
  trained(name: string): void {
    this.#trainings.done(name);
  }

  /** One more cell is stored, worked out just now. */
  cell(ended: 'done' | 'failed', tokens: number, again: boolean): void {
    this.#cells++;
    this.#tokens += tokens;
    const worked = this.#worked + (this.#since === null ? 0 : performance.now() - this.#since);
    const { done, failed, total } = this.#now;
    const counted = {
      done: done + (ended === 'done' ? 1 : 0),
      failed: failed + (ended === 'failed' ? 1 : 0) - (again ? 1 : 0),
    };
    this.#rest = total - counted.done - counted.failed;
    this.#say({
      ...counted,
      ...(worked > firstGuess && {
        tokensPerSecond: (1000 * this.#tokens) / worked,
        left: this.#left(worked),
      }),
    });
  }

  /** Milliseconds; null while the pace of the cells, or of trainings still to come, is not known. */
  #left(worked = this.#worked): number | null {
    const trainings = this.#trainings.left();
    if (trainings === null || worked <= firstGuess || this.#cells === 0) return null;
    return trainings + (this.#rest * worked) / this.#cells;
  }

  #say(change: Partial<RunProgress>): void {
    this.#now = { ...this.#now, ...change };
    this.#tell(this.#now);
  }
}
