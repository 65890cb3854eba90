import * as v from 'valibot';

/** How somebody rates: remembered on this machine, but for the arms, which are an experiment's. */
export const RatingChoices = v.object({
  rater: v.string(),
  kind: v.picklist(['single', 'pair']),
  /** The order that answers come in: raters with the same number see the same ones first. */
  order: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9999)),
});
export type RatingChoices = v.InferOutput<typeof RatingChoices>;

export const firstChoices: RatingChoices = { rater: '', kind: 'single', order: 1 };
