import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import { Problem } from '../../domain/problem.ts';
import type { Spent } from '../../engine/served/budget.ts';
import { KeyRing } from '../../engine/served/keys.ts';
import { defaultLimits, type ServedLimits } from '../../engine/served/limits.ts';
import { ServedModels, type ServedBy } from '../../engine/served/served-models.ts';
import type { Endpoint } from '../../engine/served/types.ts';
import type { ExperimentDocument } from '../../experiments/document/document.ts';
import { originsOf } from '../../experiments/document/served.ts';
import type { ServedCosts } from '../../experiments/plan/served-costs.ts';

/** How a trial of an endpoint went. */
export type Trial =
  | { readonly at: 'asking' }
  | { readonly at: 'answered'; readonly sentence: string }
  | { readonly at: 'failed'; readonly problem: Problem };

/** Keys that the reader typed: of this page, for as long as it is open, and nowhere else. */
const keys = new KeyRing();

/** A share on top of what is estimated, for requests that have to be tried again. */
const spare = 1.5;

/** Up to two digits: an estimate is no more exact. */
function rounded(count: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1);
  return Math.ceil(count / step) * step;
}

/** What a reader allows an experiment to ask of served models: agreed anew each time the page is opened. */
export class ServedDesk {
  readonly agreed = new SvelteSet<string>();
  readonly trials = new SvelteMap<string, Trial>();
  /** Fields that hold no value, by id. */
  readonly invalid = new SvelteMap<string, string>();
  limits = $state.raw<ServedLimits>(defaultLimits);
  spent = $state.raw<Spent | null>(null);
  /** Origins that a key is held for. */
  readonly keyed = new SvelteSet<string>();
  readonly #touched = new SvelteSet<keyof ServedLimits>();
  #models: ServedModels | null = null;

  /** Whether a document may start: the reader agreed to every address that it sends to. */
  allows(document: Pick<ExperimentDocument, 'served'>): boolean {
    const origins = originsOf(document);
    return this.invalid.size === 0 && origins.every((origin) => this.agreed.has(origin));
  }

  agree(origin: string, yes: boolean): void {
    if (yes) this.agreed.add(origin);
    else this.agreed.delete(origin);
  }

  hasKey(origin: string): boolean {
    return this.keyed.has(origin) || keys.has(origin);
  }

  /** Keeps a key; an empty one takes it away. Gives why it is none, or null. */
  setKey(origin: string, key: string): string | null {
    try {
      keys.set(origin, key);
    } catch (thrown) {
      return Problem.from(thrown).message;
    }
    if (keys.has(origin)) this.keyed.add(origin);
    else this.keyed.delete(origin);
    return null;
  }

  /** @returns null: any that the field takes is right */
  limit<Name extends keyof ServedLimits>(name: Name, value: ServedLimits[Name]): null {
    this.#touched.add(name);
    this.limits = { ...this.limits, [name]: value };
    return null;
  }

  /** Proposes a budget by an estimate, where the reader has set none. */
  propose({ requests, tokens }: ServedCosts): void {
    const proposed = {
      ...(!this.#touched.has('requests') && { requests: rounded(spare * requests) || null }),
      ...(!this.#touched.has('tokens') && { tokens: rounded(spare * tokens) || null }),
    };
    this.limits = { ...this.limits, ...proposed };
  }

  /** What asks for one run, with the limits as they are now. */
  begin(): ServedBy {
    this.#models = new ServedModels(keys, this.limits);
    this.spent = this.#models.spent;
    return this.#models.of;
  }

  /** Shows what was spent so far. */
  look(): void {
    this.spent = this.#models?.spent ?? null;
  }

  /** Sends one tiny request. */
  async try(endpoint: Endpoint): Promise<void> {
    const { name, api } = endpoint;
    this.trials.set(name, { at: 'asking' });
    const once = { attempts: 1, first: 0, most: 0 };
    const client = new ServedModels(keys, { ...this.limits, requests: 2, tokens: null }, once).of(
      endpoint,
    );
    const sampling = { maxTokens: 8, temperature: 0, topP: 1, stop: [], topLogProbabilities: 1 };
    try {
      const { text, tokens } =
        api === 'chat'
          ? await client.chat({ ...sampling, messages: [{ role: 'user', content: 'Say hello.' }] })
          : await client.complete({ ...sampling, prompt: 'Hello, my name is' });
      const likely = tokens ? 'with' : 'without';
      const sentence = `It answered “${text.trim()}”, ${likely} log-probabilities.`;
      this.trials.set(name, { at: 'answered', sentence });
    } catch (thrown) {
      this.trials.set(name, { at: 'failed', problem: Problem.from(thrown) });
    }
  }
}
