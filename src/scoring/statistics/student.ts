/**
 * P(|T| < √df tan θ) of Student's t with df degrees of freedom, by the finite series that whole numbers of
 * them have (Abramowitz and Stegun 26.7.3 and 26.7.4): with c = cos θ and s = sin θ,
 *
 *   odd df:  2/π (θ + s (c + 2/3 c³ + (2·4)/(3·5) c⁵ + … to c^(df-2)))
 *   even df: s (1 + 1/2 c² + (1·3)/(2·4) c⁴ + … to c^(df-2))
 */
function central(theta: number, df: number): number {
  const [sine, cosine] = [Math.sin(theta), Math.cos(theta)];
  const odd = df % 2;
  let term = odd ? cosine : 1;
  let sum = 0;
  for (let power = odd; power <= df - 2; power += 2) {
    sum += term;
    term *= ((power + 1) / (power + 2)) * cosine ** 2;
  }
  return odd ? (2 / Math.PI) * (theta + sine * sum) : sine * sum;
}

/** Halvings of a quarter turn: beyond a double's precision even where the angle is small (many df). */
const halvings = 80;

/**
 * The quantile of Student's t distribution, by bisection of its angle; to 1e-9 of itself for p from 0.0001
 * to 0.9999.
 * @param p probability below the quantile, between 0 and 1
 * @param df degrees of freedom, a whole number, at least 1
 * @throws RangeError for other numbers
 */
export function tQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`a quantile needs 0 < p < 1, not ${p}`);
  if (!Number.isInteger(df) || df < 1)
    throw new RangeError(`degrees of freedom are a whole number from 1, not ${df}`);
  if (p < 0.5) return -tQuantile(1 - p, df);
  let [low, high] = [0, Math.PI / 2];
  for (let i = 0; i < halvings; i++) {
    const middle = (low + high) / 2;
    if (central(middle, df) < 2 * p - 1) low = middle;
    else high = middle;
  }
  return Math.sqrt(df) * Math.tan(low);
}
