import type { Trained, TrainingEvent } from '../../../../workers/protocol.ts';
import { Problem } from '../../../domain/problem.ts';
import type { Adapter } from '../../../domain/training/adapter.ts';
import { Course } from './course.svelte.ts';
import { KeptTrainings, type Kept } from './kept.ts';
import { leftTrainings, type Left } from './left.ts';
import { adapterOf, otherBase, requestOf } from './records.ts';
import { running } from './running.ts';
import { endSentence, sentenceOf } from './sentences.ts';
import type { Surroundings } from './surroundings.ts';

/** Where the training on screen is. */
export type Phase =
  | 'none'
  /** Asked for; no step yet. */
  | 'starting'
  | 'training'
  | 'pausing'
  | 'paused'
  | 'stopping'
  /** The model went away in the middle: it goes on when it is back. */
  | 'interrupted'
  | 'stopped'
  | 'failed'
  | 'done';

const working: readonly Phase[] = ['starting', 'training', 'pausing', 'paused', 'stopping'];

/** How often a training that got nowhere is taken up again by itself. */
const mostTries = 3;

type Near = Pick<Surroundings, 'adapters' | 'drafts' | 'engine' | 'model' | 'notices' | 'say'>;

/** The one training of this page: begun, held up, gone on with, and what it came to. */
export class TrainingDesk {
  phase = $state<Phase>('none');
  /** What is on screen. */
  kept = $state.raw<Kept | null>(null);
  course = $state.raw(new Course());
  problem = $state.raw<Problem | null>(null);
  result = $state.raw<Adapter | null>(null);
  /** Trainings that were left, the one on screen not among them. */
  left = $state.raw<readonly Left[]>([]);
  readonly trainings: KeptTrainings;
  readonly #near: Near;
  #control: AbortController | null = null;
  /** What this tab goes on with as soon as its base is loaded. */
  #waiting: Kept | null = null;
  #tries = 0;
  #opening: Promise<void> | null = null;

  constructor(near: Near) {
    this.#near = near;
    this.trainings = new KeptTrainings(near.drafts);
  }

  get busy(): boolean {
    return working.includes(this.phase);
  }

  /** Finds what was left; goes on by itself with what this tab was at. Does so but once. */
  open(): Promise<void> {
    return (this.#opening ??= this.#open());
  }

  async #open(): Promise<void> {
    await this.#look();
    const mine = this.left.find(({ kept }) => kept.id === running.id);
    if (!mine) return;
    await this.#show(mine.kept);
    this.phase = 'interrupted';
    this.#waiting = mine.kept;
    this.modelChanged();
  }

  /** A model is ready, or none is any more. */
  modelChanged(): void {
    const kept = this.#waiting;
    const { loaded } = this.#near.model;
    if (!kept || this.busy || loaded?.identity.fingerprint !== kept.base.fingerprint) return;
    this.#waiting = null;
    void this.#train(kept);
  }

  /** Begins a training. */
  async start(kept: Kept): Promise<void> {
    if (this.busy) return;
    try {
      await this.trainings.put(kept);
    } catch (thrown) {
      // without it a reload loses the training: better told before than after
      this.#near.notices.problem(thrown);
      return;
    }
    this.#tries = 0;
    await this.#show(kept);
    await this.#train(kept);
  }

  /** Goes on with a training that was left; its base has to be loaded. */
  async goOn(kept: Kept): Promise<void> {
    if (this.busy) return;
    const { loaded } = this.#near.model;
    if (loaded?.identity.fingerprint !== kept.base.fingerprint) {
      this.#near.notices.problem(otherBase(kept));
      return;
    }
    this.#tries = 0;
    await this.#show(kept);
    await this.#train(kept);
  }

  async pause(): Promise<void> {
    if (this.phase !== 'training' || !this.kept) return;
    this.phase = 'pausing';
    await this.#told(this.#near.engine.pauseTraining({ id: this.kept.id }));
  }

  async resume(): Promise<void> {
    if (!this.kept || (this.phase !== 'paused' && this.phase !== 'pausing')) return;
    await this.#told(this.#near.engine.resumeTraining({ id: this.kept.id }));
  }

  /** Stops; what was learnt stays on the disk. */
  stop(): void {
    if (this.phase === 'interrupted') {
      this.#waiting = null;
      running.id = null;
      this.phase = 'stopped';
      return;
    }
    if (!this.busy) return;
    this.phase = 'stopping';
    this.#control?.abort();
  }

  /** Throws away what a training learnt so far. */
  async discard(kept: Kept): Promise<void> {
    if (this.busy && this.kept?.id === kept.id) return;
    try {
      await this.#near.engine.discardTraining({ id: kept.id });
      await this.trainings.remove(kept.id);
      if (this.kept?.id === kept.id) this.clear();
      this.#near.notices.news(`The training “${kept.name}” is discarded.`);
    } catch (thrown) {
      this.#near.notices.problem(thrown);
    }
    await this.#look();
  }

  /** Takes an ended training off the screen. */
  clear(): void {
    if (this.busy) return;
    this.phase = 'none';
    this.kept = this.problem = this.result = null;
    this.course = new Course();
    void this.#look();
  }

  async #show(kept: Kept): Promise<void> {
    this.kept = kept;
    this.problem = this.result = null;
    this.course = new Course(await this.trainings.samples(kept.id).catch(() => []));
    this.left = this.left.filter((other) => other.kept.id !== kept.id);
  }

  async #train(kept: Kept): Promise<void> {
    const { course } = this;
    const control = (this.#control = new AbortController());
    const before = course.done;
    this.phase = 'starting';
    this.problem = null;
    running.id = kept.id;
    try {
      const trained = await this.#near.engine.train(requestOf(kept), {
        signal: control.signal,
        onEvent: (event) => {
          course.hear(event);
          this.#follow(event.kind);
          if (event.kind === 'sample') void this.#keepSamples(kept, course);
        },
      });
      await this.#finish(kept, trained);
      running.id = null;
    } catch (thrown) {
      this.#ended(kept, Problem.from(thrown), before);
    }
  }

  #follow(kind: TrainingEvent['kind']): void {
    if (kind === 'paused') this.phase = 'paused';
    else if (kind === 'resumed') this.phase = 'training';
    else if (kind === 'step' && this.phase === 'starting') this.phase = 'training';
    const sentence = sentenceOf(kind, this.course);
    if (sentence !== null) this.#near.say(sentence);
  }

  async #finish(kept: Kept, trained: Trained): Promise<void> {
    const adapter = adapterOf(kept, trained);
    await this.trainings.putResult(adapter.id, kept, this.course.samples);
    await this.#near.adapters.add(adapter);
    this.result = adapter;
    this.phase = 'done';
    this.#near.say(`The training is done. The adapter “${adapter.name}” is in the list.`);
    await this.trainings.remove(kept.id);
    await this.#near.engine.discardTraining({ id: kept.id }).catch(() => undefined);
  }

  #ended(kept: Kept, problem: Problem, before: number): void {
    const lost = problem.code === 'worker-crashed' || problem.code === 'device-failed';
    this.#tries = this.course.done > before ? 0 : this.#tries + 1;
    if (lost && this.#tries < mostTries) {
      this.phase = 'interrupted';
      this.#waiting = kept;
      this.#near.say('The model was lost. The training goes on when it is back.');
      // it may be back already
      this.modelChanged();
      return;
    }
    running.id = null;
    this.problem = problem.code === 'cancelled' ? null : problem;
    this.phase = problem.code === 'cancelled' ? 'stopped' : 'failed';
    this.#near.say(endSentence(problem, this.course));
  }

  async #keepSamples(kept: Kept, course: Course): Promise<void> {
    // only for a reload's sake: what is on screen stays
    await this.trainings.putSamples(kept.id, course.samples).catch(() => undefined);
  }

  async #look(): Promise<void> {
    try {
      const all = await leftTrainings(this.trainings, this.#near.engine);
      this.left = all.filter(({ kept }) => kept.id !== this.kept?.id);
    } catch (thrown) {
      this.#near.notices.problem(thrown);
    }
  }

  async #told(asked: Promise<unknown>): Promise<void> {
    await asked.catch((thrown: unknown) => this.#near.notices.problem(thrown));
  }
}
