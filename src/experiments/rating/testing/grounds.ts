import fc from 'fast-check';
import type { BlindAnswer, RatingGround } from '../ground.ts';

export const blindAnswer = (key: string, answer = `text of ${key}`): BlindAnswer => ({
  key,
  earlier: [],
  query: `question of ${key}`,
  answer,
  reference: null,
});

/** Every arm with an answer of its own to every question: "arm/question". */
export const fullGround = (arms: number, questions: number, language = 'en'): RatingGround => ({
  arms: Array.from({ length: arms }, (_, arm) => ({ label: `arm ${arm}`, language })),
  slots: Array.from({ length: questions }, (_, slot) => ({
    item: `item-${slot}`,
    answers: Array.from({ length: arms }, (_, arm) => blindAnswer(`${arm}/${slot}`)),
  })),
});

/** Any ground: answers that are missing, that several arms or slots share, that say the same. */
export const anyGround: fc.Arbitrary<RatingGround> = fc
  .record({ arms: fc.integer({ min: 1, max: 6 }), slots: fc.nat(12) })
  .chain(({ arms, slots }) =>
    fc.record({
      arms: fc.array(fc.constantFrom('en', 'fr'), { minLength: arms, maxLength: arms }),
      keys: fc.array(fc.array(fc.option(fc.nat(3 * arms)), { minLength: arms, maxLength: arms }), {
        minLength: slots,
        maxLength: slots,
      }),
    }),
  )
  .map(({ arms, keys }) => ({
    arms: arms.map((language, arm) => ({ label: `arm ${arm}`, language })),
    slots: keys.map((row, slot) => ({
      item: `item-${slot}`,
      answers: row.map((key) => (key === null ? null : blindAnswer(`${key}`, `text ${key % 4}`))),
    })),
  }));

/** Keys of all answers of a ground. */
export const keysOf = ({ slots }: RatingGround): Set<string> =>
  new Set(slots.flatMap(({ answers }) => answers.flatMap((answer) => answer?.key ?? [])));
