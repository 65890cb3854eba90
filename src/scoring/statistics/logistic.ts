/** A logistic regression's rows, each a feature vector with a share of successes. */
export interface LogisticRows {
  /** rows x features, one after another; all finite. */
  readonly features: Float64Array;
  /** The share of successes of each row, 0 to 1 ("soft labels"). */
  readonly shares: Float64Array;
  /** How often each row counts; not negative. */
  readonly weights: ArrayLike<number>;
}

/** 1 / (1 + exp(-x)), without overflow. */
export const sigmoid = (x: number): number =>
  x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));

/** What the rows say at some coefficients. */
interface Look {
  /** Σ w (ln(1 + e^x) - y x), which is least at the estimate. */
  readonly loss: number;
  /** Newton's equations (Σ w p (1 - p) f fᵀ) s = Σ w (y - p) f, one a row, the right side last. */
  readonly equations: number[][];
}

function look({ features, shares, weights }: LogisticRows, coefficients: readonly number[]): Look {
  const width = coefficients.length;
  const equations = coefficients.map(() => new Array<number>(width + 1).fill(0));
  let loss = 0;
  for (let i = 0, at = 0; i < shares.length; i++, at += width) {
    const weight = weights[i] as number;
    if (weight === 0) continue;
    let x = 0;
    for (let j = 0; j < width; j++) x += (features[at + j] as number) * (coefficients[j] as number);
    // with e = exp(-|x|) nothing overflows: ln(1 + e^x) is max(x, 0) + ln(1 + e)
    const e = Math.exp(-Math.abs(x));
    const p = (x >= 0 ? 1 : e) / (1 + e);
    const y = shares[i] as number;
    loss += weight * (Math.max(x, 0) + Math.log1p(e) - y * x);
    const [curvature, slope] = [weight * p * (1 - p), weight * (y - p)];
    for (let j = 0; j < width; j++) {
      const equation = equations[j] as number[];
      const feature = features[at + j] as number;
      const times = curvature * feature;
      for (let k = 0; k < width; k++)
        equation[k] = (equation[k] as number) + times * (features[at + k] as number);
      equation[width] = (equation[width] as number) + slope * feature;
    }
  }
  return { loss, equations };
}

/** A pivot that is so small, beside the largest entry, means columns that say the same. */
const singular = 1e-12;

/** Gauss's elimination with the largest pivot; changes its rows. null for a singular matrix. */
function solved(equations: number[][]): number[] | null {
  const width = equations.length;
  const scale = Math.max(...equations.map((row, j) => Math.abs(row[j] as number)));
  for (let j = 0; j < width; j++) {
    const size = (row: readonly number[]) => Math.abs(row[j] as number);
    const pivot = equations.slice(j).reduce((a, b) => (size(b) > size(a) ? b : a));
    if (!(size(pivot) > singular * scale)) return null;
    equations.splice(equations.indexOf(pivot), 1);
    equations.splice(j, 0, pivot);
    for (const row of equations) {
      if (row === pivot) continue;
      const times = (row[j] as number) / (pivot[j] as number);
      for (let k = j; k <= width; k++) row[k] = (row[k] as number) - times * (pivot[k] as number);
    }
  }
  return equations.map((row, j) => (row[width] as number) / (row[j] as number));
}

/** Steps of a fit; those that converge do so in about ten. */
const most = 100;
/** Where the step's size no longer matters, beside the coefficients'. */
const precise = 1e-10;
/** A coefficient beyond this means that the rows are separated: there is no greatest likelihood. */
const beyond = 500;
/** The shortest part of a step that is tried. */
const shortest = 2 ** -20;

/**
 * The coefficients of greatest likelihood, without penalty or intercept of its own, by Newton's steps, each halved
 * until the likelihood does not fall.
 * @param start where to begin; as many as there are features
 * @returns null where there is no single answer: features that say the same, or successes that a feature separates
 *   from failures wholly
 */
export function logisticFit(rows: LogisticRows, start: readonly number[]): number[] | null {
  let at = [...start];
  let here = look(rows, at);
  for (let i = 0; i < most; i++) {
    const step = solved(here.equations);
    if (!step?.every(Number.isFinite)) return null;
    const moved = Math.max(...step.map(Math.abs));
    if (moved <= precise * (1 + Math.max(...at.map(Math.abs)))) return at;
    let size = 1;
    const along = () => at.map((x, j) => x + size * (step[j] as number));
    let there = look(rows, along());
    // rounding alone can make the last step look uphill by a hair
    while (!(there.loss <= here.loss + 1e-13 * Math.abs(here.loss)) && size > shortest) {
      size /= 2;
      there = look(rows, along());
    }
    at = along();
    here = there;
    if (!at.every((x) => Math.abs(x) < beyond)) return null;
  }
  return null;
}
