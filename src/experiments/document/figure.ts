import * as v from 'valibot';

const factor = v.pipe(v.string(), v.minLength(1));

/**
 * The form in which results are shown. An axis names a factor, or "turn", "language" and the like where the
 * document has a factor of that name; "turn" is always there.
 */
export const Figure = v.variant('kind', [
  /** Rows by columns of means with intervals (Tables 2, 3, 6). */
  v.strictObject({ kind: v.literal('table'), rows: factor, columns: factor }),
  /** Means as shades with their numbers, one panel for each level of `panels` (Figs 1, 10, 11). */
  v.strictObject({
    kind: v.literal('heatmap'),
    x: factor,
    y: factor,
    panels: v.optional(factor),
    rows: v.optional(factor),
  }),
  /** Lines with bands over a factor whose levels are numbers (Figs 2, 4, 6). */
  v.strictObject({
    kind: v.literal('bands'),
    x: factor,
    lines: factor,
    panels: v.optional(factor),
  }),
  /** Candidates' scores by round, the chosen ones marked (Figs 5, 9). */
  v.strictObject({ kind: v.literal('histogram') }),
  /** Dots with intervals, side by side in groups. */
  v.strictObject({
    kind: v.literal('dots'),
    x: factor,
    groups: factor,
    panels: v.optional(factor),
  }),
  /** Shares of unshifted, marginal and shifted tokens by arm, and by position (E11). */
  v.strictObject({ kind: v.literal('shift'), arms: factor }),
]);
export type Figure = v.InferOutput<typeof Figure>;
