import { plain } from '../instruction.ts';
import { hasWord } from '../text.ts';

const familiar = ['tu', 'te', "t'", 'toi', 'ton', 'ta', 'tes'];

/** What only the French variant asks about a response's words (detectable_content). */
export const frenchContent = {
  /** Some word speaks to a "tu". */
  'detectable_content:informal_address': plain((response) =>
    familiar.some((word) => hasWord(response, word)),
  ),
  'detectable_content:no_digits': plain((response) => !/\p{Nd}/u.test(response)),
};
