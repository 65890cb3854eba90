import fc from 'fast-check';
import type { Penalties } from '../adjustments.ts';
import type { Knobs } from '../sampler.ts';

const small = fc.integer({ min: -8, max: 8 }).map((n) => n / 2);
/** Logits: many ties, many -0, wide ranges, masked entries: what selection by bits could get wrong. */
export const rows = fc
  .array(
    fc.oneof(
      small,
      fc.float({ min: -30, max: 30, noNaN: true }),
      fc.constantFrom(-0, 0, -Infinity),
    ),
    { minLength: 1, maxLength: 80 },
  )
  .filter((row) => row.some(Number.isFinite))
  .map((row) => Float32Array.from(row));
/** Knobs that leave some tokens out, some none. */
export const knobSets: fc.Arbitrary<Knobs> = fc.record({
  temperature: fc.constantFrom(0.3, 0.7, 1, 1.5, 5),
  topP: fc.oneof(fc.constant(1), fc.double({ min: 0.01, max: 1, noNaN: true })),
  topK: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 90 })),
  minP: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true })),
});
/** Ids of tokens, a few of them in no row. */
export const tokens = fc.integer({ min: 0, max: 79 });
export const texts = fc.array(tokens, { maxLength: 20 });
export const penaltySets: fc.Arbitrary<Penalties> = fc.record({
  repetitionPenalty: fc.constantFrom(1, 1.15, 0.8),
  presencePenalty: fc.constantFrom(0, 0.5, -0.25),
  frequencyPenalty: fc.constantFrom(0, 0.25, -0.5),
  penaltyScope: fc.constantFrom('prompt+output', 'output'),
  logitBias: fc.array(fc.record({ token: tokens, bias: fc.constantFrom(-4, 0.5, 2) }), {
    maxLength: 3,
  }),
});
/** Random numbers in [0, 1). */
export const uniforms = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
