import type { LoadedModel, TrainingLengths } from '../../../../workers/protocol.ts';
import { canonicalJson } from '../../../domain/hash.ts';
import { Problem } from '../../../domain/problem.ts';
import type { TrainingSet } from '../../../domain/training/conversation.ts';
import { trainingIdentity } from '../../../domain/training/identity.ts';
import type { TrainingPlan } from '../../../domain/training/plan.ts';
import type { TrainingRows } from '../../../domain/training/rows.ts';
import type { TrainingSettings } from '../../../domain/training/settings.ts';
import { rowBase } from '../../../experiments/training/base.ts';
import { prepareRows, type PreparedRows } from '../../../experiments/training/rows.ts';
import { Debounce } from '../../parts/debounce.ts';
import type { Draft } from './draft.ts';
import { gather, without, type Gathered } from './gathering.ts';
import { settingsOf } from './settings-of.ts';
import type { Surroundings } from './surroundings.ts';

/** A training that could begin now. */
export interface Ready {
  /** The training's identity. */
  readonly id: string;
  readonly model: LoadedModel;
  readonly settings: TrainingSettings;
  /** Without what the reader took out. */
  readonly set: TrainingSet;
  readonly label: string;
  readonly rows: PreparedRows;
}

/** Quiet before the rows are made anew, in milliseconds. */
const quiet = 250;

type Near = Pick<Surroundings, 'engine' | 'model' | 'shelf' | 'demonstrations'>;

/** What the draft comes to: its examples, their tokens under the model, and what the training would take. */
export class Preparing {
  /** Whether what is shown is still to follow the draft. */
  busy = $state(true);
  gathered = $state.raw<Gathered | null>(null);
  /** Why there are no examples. */
  gatherProblem = $state.raw<Problem | null>(null);
  /** The draft's settings for the examples that are there. */
  settings = $state.raw<TrainingSettings | null>(null);
  ready = $state.raw<Ready | null>(null);
  /** Why there are examples, but no rows. */
  rowsProblem = $state.raw<Problem | null>(null);
  plan = $state.raw<TrainingPlan | null>(null);
  /** Why this cannot be trained. */
  planProblem = $state.raw<Problem | null>(null);
  readonly #near: Near;
  readonly #draft: () => Draft;
  readonly #soon = new Debounce(quiet, () => void this.#work());
  #abort: AbortController | null = null;
  #gatheredFor: string | null = null;

  constructor(near: Near, draft: () => Draft) {
    this.#near = near;
    this.#draft = draft;
  }

  /** Something has changed that the rows depend on. */
  changed(): void {
    this.busy = true;
    this.#abort?.abort();
    this.#soon.call();
  }

  async #work(): Promise<void> {
    const abort = (this.#abort = new AbortController());
    const current = () => this.#abort === abort && !abort.signal.aborted;
    try {
      await this.#gather(current);
      if (current()) await this.#prepare(abort.signal, current);
    } finally {
      if (current()) this.busy = false;
    }
  }

  async #gather(current: () => boolean): Promise<void> {
    const { material, prefer } = this.#draft();
    const demonstrations = this.#near.demonstrations();
    const of = canonicalJson({
      material,
      prefer,
      ...(material.kind === 'recipe' && { demonstrations }),
    });
    if (of === this.#gatheredFor) return;
    const { shelf } = this.#near;
    const found = await gather({ material, prefer }, { demonstrations, shelf }).catch(Problem.from);
    if (!current()) return;
    this.#gatheredFor = of;
    this.gathered = found instanceof Problem ? null : found;
    this.gatherProblem = found instanceof Problem ? found : null;
  }

  async #prepare(signal: AbortSignal, current: () => boolean): Promise<void> {
    const { gathered } = this;
    const { loaded: model } = this.#near.model;
    const { engine } = this.#near;
    const draft = this.#draft();
    const set = gathered && without(gathered.set, draft.leftOut);
    if (!set || !gathered || !model) return this.#show(null);
    const { contextLength } = model;
    const work = { method: set.method, examples: set.examples.length, contextLength };
    const settings = settingsOf(draft, work);
    this.settings = settings;
    const rows = await prepareRows(set, settings, rowBase(engine, model), { signal }).catch(
      Problem.from,
    );
    if (!current()) return;
    if (rows instanceof Problem) return this.#show(null, rows);
    const { fingerprint } = model.identity;
    const id = await trainingIdentity(fingerprint, settings, rows.data.sha256);
    if (!current()) return;
    this.#show({ id, model, settings, set, label: gathered.label, rows });
    const plan = await engine
      .planTraining({ settings, lengths: lengthsOf(rows.rows) })
      .catch(Problem.from);
    if (!current()) return;
    this.plan = plan instanceof Problem ? null : plan;
    this.planProblem = plan instanceof Problem ? plan : tooLarge(plan);
  }

  #show(ready: Ready | null, problem: Problem | null = null): void {
    this.ready = ready;
    this.rowsProblem = problem;
    if (ready) return;
    this.plan = this.planProblem = null;
  }
}

/** How long a training's texts are, in tokens; a pair's one after the other. */
function lengthsOf(rows: TrainingRows): TrainingLengths {
  if (rows.method === 'sft') {
    const of = (part: 'training' | 'validation') => rows[part].map(({ tokens }) => tokens.length);
    return { training: of('training'), validation: of('validation') };
  }
  const of = (part: 'training' | 'validation') =>
    rows[part].flatMap(({ chosen, rejected }) => [chosen.tokens.length, rejected.tokens.length]);
  return { training: of('training'), validation: of('validation') };
}

function tooLarge({ bytes, allowed }: TrainingPlan): Problem | null {
  if (bytes <= allowed) return null;
  const inMegabytes = (of: number) => `${Math.round(of / 1e6).toLocaleString()} MB`;
  return new Problem({
    code: 'memory-short',
    message: `This training would take about ${inMegabytes(bytes)}; ${inMegabytes(allowed)} may be taken.`,
    remedy: 'Choose a smaller rank, fewer projections, a smaller batch or shorter rows.',
  });
}
