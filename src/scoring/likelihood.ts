/** ln p of a text: the sum of its tokens' natural log-probabilities, in nats. */
export const sumOf = (logProbabilities: readonly number[]): number =>
  logProbabilities.reduce((sum, it) => sum + it, 0);

/** ln p of a text per token, in nats; NaN for no tokens. */
export const meanOf = (logProbabilities: readonly number[]): number =>
  sumOf(logProbabilities) / logProbabilities.length;

/** exp(-mean): among how many equally probable tokens the model was choosing; NaN for no tokens. */
export const perplexityOf = (logProbabilities: readonly number[]): number =>
  Math.exp(-meanOf(logProbabilities));
