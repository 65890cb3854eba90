import type { InspectRun, InspectSample, InspectUsage } from './log.ts';

/** Values of a score by sample, each sample's epochs together. */
type Values = Map<string, number[]>;

export interface Totals {
  readonly results: object;
  readonly usage: Readonly<Record<string, InspectUsage>>;
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Standard error of a mean over samples: sd (n - 1) / √n; null of one. */
function stderrOf(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}

const metric = (name: string, value: number) => ({ name, value, params: {} });

function scoreOf(name: string, values: Values, samples: number) {
  const reduced = [...values.values()].map(meanOf);
  const scored = [...values.values()].reduce((sum, { length }) => sum + length, 0);
  const stderr = stderrOf(reduced);
  return {
    name,
    scorer: name,
    reducer: 'mean',
    scored_samples: scored,
    unscored_samples: samples - scored,
    params: {},
    metrics: {
      // no mean of nothing
      ...(reduced.length > 0 && { mean: metric('mean', meanOf(reduced)) }),
      ...(stderr !== null && { stderr: metric('stderr', stderr) }),
    },
  };
}

const added = (a: InspectUsage | undefined, b: InspectUsage): InspectUsage => ({
  input_tokens: (a?.input_tokens ?? 0) + b.input_tokens,
  output_tokens: (a?.output_tokens ?? 0) + b.output_tokens,
  total_tokens: (a?.total_tokens ?? 0) + b.total_tokens,
});

/** Counts samples as they go by, for what stands before them in the log. */
export class Tally {
  readonly #values = new Map<string, Values>();
  readonly #usage: Record<string, InspectUsage> = {};
  #samples = 0;
  #completed = 0;

  constructor({ scorers }: InspectRun) {
    for (const name of scorers) this.#values.set(name, new Map());
  }

  add({ id, scores, model_usage: usage, error }: InspectSample): void {
    this.#samples++;
    if (error === undefined) this.#completed++;
    for (const [name, { value }] of Object.entries(scores)) {
      const values = this.#values.get(name);
      values?.set(id, [...(values.get(id) ?? []), value]);
    }
    for (const [model, used] of Object.entries(usage))
      this.#usage[model] = added(this.#usage[model], used);
  }

  /** @param planned samples in all, those still to come among them */
  totals(planned: number): Totals {
    return {
      results: {
        total_samples: planned,
        completed_samples: this.#completed,
        scores: [...this.#values].map(([name, values]) => scoreOf(name, values, this.#samples)),
      },
      usage: this.#usage,
    };
  }
}
