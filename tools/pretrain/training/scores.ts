import type { ValidationRow } from './validation-set.ts';

/** Which examples of a document the in-context score looks at, counted from 1. */
export const scoredExamples = [1, 3, 10] as const;

/** How well a model predicts held-out documents; all losses in nats per token. */
export interface ValidationScores {
  readonly loss: number;
  readonly families: Readonly<Record<string, number>>;
  /**
   * Loss on the 1st, 3rd and 10th example, over the documents that hold at least ten, so that the
   * three numbers are about the same documents. Null when there are none.
   */
  readonly examples: Readonly<Record<string, number | null>>;
}

class Mean {
  private sum = 0;
  private count = 0;
  add(value: number): void {
    this.sum += value;
    this.count++;
  }
  get value(): number {
    return this.sum / this.count;
  }
  get valueOrNull(): number | null {
    return this.count === 0 ? null : this.value;
  }
}

/**
 * Gathers token log-probabilities into scores.
 * @param logProbabilities for each row, at least `row.length - 1` natural logarithms
 */
export function validationScores(
  rows: readonly ValidationRow[],
  logProbabilities: readonly ArrayLike<number>[],
): ValidationScores {
  const all = new Mean();
  const families = new Map<string, Mean>();
  const examples = new Map(scoredExamples.map((n) => [n, new Mean()]));
  const most = Math.max(...scoredExamples);
  for (const [r, row] of rows.entries()) {
    const found = logProbabilities[r] as ArrayLike<number>;
    const family = families.get(row.family) ?? new Mean();
    families.set(row.family, family);
    for (let t = 0; t + 1 < row.row.length; t++) {
      all.add(-(found[t] as number));
      family.add(-(found[t] as number));
    }
    if (row.examples.length < most) continue;
    for (const [n, mean] of examples) {
      const span = row.examples[n - 1];
      for (let t = span?.start ?? 0; t < (span?.end ?? 0); t++) mean.add(-(found[t] as number));
    }
  }
  return {
    loss: all.value,
    families: Object.fromEntries(
      [...families].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, mean]) => [name, mean.value]),
    ),
    examples: Object.fromEntries([...examples].map(([n, mean]) => [n, mean.valueOrNull])),
  };
}
