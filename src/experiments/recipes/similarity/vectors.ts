/** A sparse vector: the numbers of its terms and their weights. */
export interface Vector {
  readonly terms: Int32Array;
  readonly weights: Float64Array;
}

/** A vector of length 1 in the same direction; of nothing, nothing. */
export function unit(terms: readonly number[], weights: readonly number[]): Vector {
  const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0));
  return {
    terms: Int32Array.from(terms),
    weights: Float64Array.from(weights, (weight) => weight / length),
  };
}

/** Vectors of length 1 over common terms, and how any other vector compares with them. */
export class Vectors {
  readonly of: readonly Vector[];
  readonly #size: number;
  /** An inverted index: for every term, the vectors that have it, as a vector over their positions. */
  readonly #postings: readonly Vector[];

  /** @param size how many terms there are, numbered from 0 */
  constructor(of: readonly Vector[], size: number) {
    this.of = of;
    this.#size = size;
    const postings = Array.from({ length: size }, () => ({
      terms: [] as number[],
      weights: [] as number[],
    }));
    of.forEach(({ terms, weights }, position) =>
      terms.forEach((term, i) => {
        postings[term]?.terms.push(position);
        postings[term]?.weights.push(weights[i] as number);
      }),
    );
    this.#postings = postings.map(({ terms, weights }) => ({
      terms: Int32Array.from(terms),
      weights: Float64Array.from(weights),
    }));
  }

  /** Some of the vectors, by their positions; the terms are the same. */
  part(positions: readonly number[]): Vectors {
    return new Vectors(
      positions.map((position) => this.of[position] as Vector),
      this.#size,
    );
  }

  /** The cosines of a vector of length 1 with all vectors. Terms beyond the common ones add nothing. */
  cosines({ terms, weights }: Vector): Float64Array {
    const sums = new Float64Array(this.of.length);
    // Plain loops: this is asked once for every cell and every round of a clustering.
    for (let t = 0; t < terms.length; t++) {
      const postings = this.#postings[terms[t] as number];
      if (!postings) continue;
      const weight = weights[t] as number;
      for (let i = 0; i < postings.terms.length; i++)
        (sums[postings.terms[i] as number] as number) += weight * (postings.weights[i] as number);
    }
    return sums;
  }

  /** The vector of length 1 in the middle of some, by their positions. */
  centre(positions: readonly number[]): Vector {
    const sum = new Float64Array(this.#size);
    for (const position of positions) {
      const { terms, weights } = this.of[position] as Vector;
      for (let i = 0; i < terms.length; i++)
        (sum[terms[i] as number] as number) += weights[i] as number;
    }
    const terms: number[] = [];
    sum.forEach((weight, term) => {
      if (weight > 0) terms.push(term);
    });
    return unit(
      terms,
      terms.map((term) => sum[term] as number),
    );
  }
}
