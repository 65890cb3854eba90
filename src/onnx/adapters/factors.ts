import type { GraphBuilder } from '../graph/builder.ts';
import { flatLength, sizeOf, type ParameterSpec } from '../graph/flat.ts';
import type { Value } from '../graph/value.ts';
import type { LinearHook, LinearSite } from '../importing/hooks.ts';

/** The low-rank factors beside some layers (arXiv 2106.09685): y + scale (x A) B. */
export interface AdapterShape {
  readonly sites: readonly LinearSite[];
  /** r: A is [rows, r], B is [r, columns]. */
  readonly rank: number;
  /** alpha / r. */
  readonly scale: number;
}

/** Names of a site's factors in a flat vector's layout. */
export const factorNames = (site: string): readonly [a: string, b: string] => [
  `${site}.lora_A`,
  `${site}.lora_B`,
];

/** How one flat vector holds all factors: site by site, A [rows, r] before B [r, columns]. */
export const factorSpecs = ({
  sites,
  rank,
}: Pick<AdapterShape, 'sites' | 'rank'>): ParameterSpec[] =>
  sites.flatMap(({ name, rows, columns }) => {
    const [a, b] = factorNames(name);
    return [
      { name: a, shape: [rows, rank] },
      { name: b, shape: [rank, columns] },
    ];
  });

/**
 * Fresh factors as one flat vector, as PEFT begins: A uniform within 1 / sqrt(rows), B zero, so that
 * the model is at first the plain one.
 * @param uniform the number in [0, 1) of a draw, counted over all factors that are drawn
 */
export function initialFactors(
  shape: Pick<AdapterShape, 'sites' | 'rank'>,
  uniform: (draw: number) => number,
): Float32Array {
  const specs = factorSpecs(shape);
  const flat = new Float32Array(flatLength(specs));
  let [at, draw] = [0, 0];
  for (const spec of specs) {
    const bound = 1 / Math.sqrt(spec.shape[0] as number);
    if (spec.name.endsWith('.lora_A'))
      for (let i = 0; i < sizeOf(spec); i++) flat[at + i] = bound * (2 * uniform(draw++) - 1);
    at += sizeOf(spec);
  }
  return flat;
}

/**
 * Adds the product of the factors to each site's output. Computed in the layer's own element type.
 * @param factors by the names of `factorNames`
 */
export function factorHook(
  factors: Pick<ReadonlyMap<string, Value>, 'get'>,
  { scale }: Pick<AdapterShape, 'scale'>,
): LinearHook {
  return (g: GraphBuilder, site, x, y) => {
    const [a, b] = factorNames(site.name).map((name) => factors.get(name));
    if (!a || !b) return y;
    const low = g.scale(g.matmul(g.cast(x, 'float32'), a), scale);
    return g.add(y, g.cast(g.matmul(low, b), y.dtype));
  };
}
