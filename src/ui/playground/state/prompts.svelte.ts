import type { Demonstration } from '../../../domain/demonstration.ts';
import { Problem } from '../../../domain/problem.ts';
import { layouts } from '../../../domain/template.ts';
import type { Arm, Recipe } from '../../../domain/recipe.ts';
import type { Engine } from '../../../engine/engine.ts';
import { demonstrationCosts } from '../../../experiments/costs.ts';
import { prepare, type Prepared } from '../../../experiments/prepare.ts';
import type { LoadedModel } from '../../../../workers/protocol.ts';
import type { FirstTurn } from './answer.svelte.ts';
import { Debounce } from '../../parts/debounce.ts';
import { queriesOf, questionOf, type Draft } from './draft.ts';
import { toDrop } from './over-long.ts';

/** An arm's exact prompt as it would be sent now. */
export interface PromptView {
  prepared: Prepared;
  /** What to switch off so that it fits. */
  drop: Demonstration[];
  /** Whether this is the first turn's, because its answer, which the second needs, is still to come. */
  firstOnly: boolean;
}

type Now = () => { draft: Draft; model: LoadedModel | null };
type FirstFor = (armId: string, key: string) => FirstTurn | null;

/** Writes and counts prompts after this much quiet, in milliseconds. */
const quiet = 150;

/** The prompts of all arms and the cost of each demonstration, kept up with the draft. */
export class Prompts {
  byArm = $state.raw<Readonly<Record<string, PromptView | Problem>>>({});
  /** Tokens of each demonstration, by id; null where no arm writes demonstrations. */
  costs = $state.raw<Readonly<Record<string, number>> | null>(null);
  readonly #engine: Engine;
  readonly #now: Now;
  readonly #firstFor: FirstFor;
  readonly #refresh = new Debounce(quiet, () => void this.#write());
  #version = 0;

  /**
   * @param now what the prompts are written from, asked for when they are
   * @param firstFor an arm's first answer, where it is at hand
   */
  constructor(engine: Engine, now: Now, firstFor: FirstFor) {
    this.#engine = engine;
    this.#now = now;
    this.#firstFor = firstFor;
  }

  /** Something has changed that prompts depend on. */
  changed(): void {
    this.#version++;
    this.#refresh.call();
  }

  async #write(): Promise<void> {
    const version = this.#version;
    const { draft, model } = this.#now();
    if (!model) return;
    const views = await Promise.all(
      draft.arms.map(async (arm) => {
        const view = await this.#view(draft, arm, model).catch(Problem.from);
        return [arm.id, view] as const;
      }),
    );
    const shows = draft.arms.find((arm) => showsDemonstrations(draft.recipe, arm));
    // Where it cannot be counted, the arm's prompt says why.
    const costs =
      shows &&
      (await demonstrationCosts(this.#engine, questionOf(draft, shows, [])).catch(() => null));
    if (version !== this.#version) return;
    this.byArm = Object.fromEntries(views);
    this.costs = costs ?? null;
  }

  async #view(draft: Draft, arm: Arm, model: LoadedModel): Promise<PromptView> {
    const opening = await prepare(this.#engine, model, questionOf(draft, arm, []));
    const first = queriesOf(draft).length > 1 ? this.#firstFor(arm.id, opening.key) : null;
    const prepared = first
      ? await prepare(this.#engine, model, questionOf(draft, arm, [first.answer]))
      : opening;
    const drop = await toDrop(this.#engine, prepared.question, prepared.budget);
    return { prepared, drop, firstOnly: queriesOf(draft).length > 1 && !first };
  }
}

/** Whether demonstrations stand in an arm's prompt. */
export function showsDemonstrations(recipe: Recipe, arm: Arm): boolean {
  const template = arm.template ?? recipe.template;
  return arm.useDemonstrations && (template === 'chat' || layouts[template].demonstration !== null);
}
