import type { HandRating, Judgment } from '../../../../domain/experiment.ts';
import { Problem } from '../../../../domain/problem.ts';
import { ratingGround, type RatingGround } from '../../../../experiments/rating/ground.ts';
import { pairTasks, type ArmPair } from '../../../../experiments/rating/pairs.ts';
import {
  givenIn,
  newRating,
  openTasks,
  raterState,
  ratersIn,
} from '../../../../experiments/rating/raters.ts';
import { revealOf, type Reveal } from '../../../../experiments/rating/reveal.ts';
import { answersIn, singleTasks } from '../../../../experiments/rating/tasks.ts';
import type { ExperimentStore } from '../../../../store/experiments/experiment-store.ts';
import { readStored, type StoredExperiment } from '../../stored.ts';
import { firstChoices, type RatingChoices } from './choices.ts';

type RatingStore = Pick<
  ExperimentStore,
  'get' | 'rounds' | 'cells' | 'ratings' | 'addRating' | 'removeRating'
>;

/** What rating needs of the lab. */
export interface RatingParts {
  /** Rejects with a Problem where the browser keeps no data. */
  readonly store: Promise<RatingStore>;
  readonly notices: { problem(thrown: unknown): void };
  readonly remembered: RatingChoices;
  remember(choices: RatingChoices): void;
}

/** One experiment as somebody rates it: what they are asked next, what they said, and what it came to. */
export class RatingDesk {
  status = $state<'opening' | 'open' | 'missing' | 'failed'>('opening');
  stage = $state<'setup' | 'rating' | 'reveal'>('setup');
  problem = $state.raw<Problem | null>(null);
  stored = $state.raw<StoredExperiment | null>(null);
  ground = $state.raw<RatingGround>({ arms: [], slots: [] });
  ratings = $state.raw<readonly HandRating[]>([]);
  choices = $state.raw<RatingChoices>(firstChoices);
  /** The two arms that are compared; null for all. */
  chosen = $state.raw<ArmPair | null>(null);
  reveal = $state.raw<Reveal | null>(null);
  readonly id: string;
  readonly #near: RatingParts;
  /** A second key while the first is being stored is a slip. */
  #storing = false;

  readonly rater = $derived(this.choices.rater.trim());
  readonly raters = $derived(ratersIn(this.ratings));
  readonly state = $derived(raterState(this.ratings, this.rater));
  readonly #singles = $derived(singleTasks(this.ground, this.choices.order));
  readonly #pairs = $derived(
    pairTasks(this.ground, this.chosen ?? [...this.ground.arms.keys()], this.choices.order),
  );
  readonly open = $derived(
    openTasks(this.choices.kind === 'single' ? this.#singles : this.#pairs.tasks, this.state),
  );
  /** What is asked now; null where nothing is left. */
  readonly task = $derived(this.open[0] ?? null);
  /** What the rater did in this mode, and how much there is in all. */
  readonly given = $derived(givenIn(this.state, this.choices.kind));
  readonly total = $derived(this.given.length + this.open.length);
  /** Pairs that nobody is asked about, since both answers are the same text. */
  readonly same = $derived(this.choices.kind === 'pair' ? this.#pairs.same.length : 0);

  constructor(id: string, near: RatingParts) {
    this.id = id;
    this.#near = near;
    this.choices = near.remembered;
    void this.load();
  }

  /** Reads it anew; what hinders it shows in `status` and `problem`. */
  async load(): Promise<void> {
    this.status = 'opening';
    try {
      const store = await this.#near.store;
      const record = await store.get(this.id);
      if (!record) {
        this.status = 'missing';
        return;
      }
      this.stored = await readStored(store, record);
      this.ratings = this.stored.ratings;
      this.ground = ratingGround(this.stored.results);
      this.status = 'open';
    } catch (thrown) {
      this.problem = Problem.from(thrown);
      this.status = 'failed';
    }
  }

  change(change: Partial<RatingChoices>): void {
    this.choices = { ...this.choices, ...change };
    this.#near.remember(this.choices);
  }

  /** Goes on where the rater was, or shows what they have had shown before. */
  async begin(): Promise<void> {
    if (this.rater === '') return;
    this.change({ rater: this.rater });
    if (this.state.revealed) await this.#show();
    else this.stage = 'rating';
  }

  /** @returns whether it was stored */
  async judge(judgment: Exclude<Judgment, { kind: 'reveal' }>): Promise<boolean> {
    if (this.state.revealed) return false;
    return this.#store(newRating(this.id, this.rater, judgment));
  }

  /** Passes over what is asked now: it does not come back. */
  async skip(): Promise<boolean> {
    if (!this.task) return false;
    return this.judge({ kind: 'skip', cells: answersIn(this.task).map(({ key }) => key) });
  }

  /** Takes the last judgment of this mode back. @returns whether there was one */
  async undo(): Promise<boolean> {
    const last = this.given.at(-1);
    if (!last || this.state.revealed) return false;
    return this.#exclusive(async (store) => {
      await store.removeRating(last.id);
      this.ratings = this.ratings.filter(({ id }) => id !== last.id);
    });
  }

  /** Shows the arms: from then on this rater rates no more. */
  async uncover(): Promise<void> {
    const kept = await this.#store(newRating(this.id, this.rater, { kind: 'reveal' }));
    if (kept) await this.#show();
  }

  async #show(): Promise<void> {
    if (!this.stored) return;
    try {
      this.reveal = await revealOf(this.stored.results, this.ratings);
      this.stage = 'reveal';
    } catch (thrown) {
      this.#near.notices.problem(thrown);
    }
  }

  #store(rating: HandRating): Promise<boolean> {
    return this.#exclusive(async (store) => {
      await store.addRating(rating);
      this.ratings = [...this.ratings.filter(({ id }) => id !== rating.id), rating];
    });
  }

  async #exclusive(work: (store: RatingStore) => Promise<void>): Promise<boolean> {
    if (this.#storing) return false;
    this.#storing = true;
    try {
      await work(await this.#near.store);
      return true;
    } catch (thrown) {
      this.#near.notices.problem(thrown);
      return false;
    } finally {
      this.#storing = false;
    }
  }
}
