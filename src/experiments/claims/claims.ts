import type { ClaimId } from '../document/contrast.ts';

/** Something the papers found that a reader can test on a model of their own. */
export interface Claim {
  readonly id: ClaimId;
  readonly sentence: string;
  /** Studies of the gallery that test it. */
  readonly templates: readonly string[];
  /** What a verdict here does not show. */
  readonly caveat: string;
}

const claim = (
  id: ClaimId,
  templates: readonly string[],
  sentence: string,
  caveat: string,
): Claim => ({ id, sentence, templates, caveat });

/**
 * The thirteen claims of the board, in the lab's words; findings of arXiv 2405.19874, and C12 and C13 of
 * arXiv 2503.01611.
 */
export const claims: readonly Claim[] = [
  claim(
    'C1',
    ['E1', 'E3'],
    'Rules and three demonstrations (URIAL) make a base model answer better than it does without.',
    'A score counts form and stopping too: part of the gain may be the layout, not the answers.',
  ),
  claim(
    'C2',
    ['E1'],
    'Tuned on instructions, the same base answers better on average than with URIAL.',
    'It depends on how the twin was tuned; one twin does not speak for tuning as such.',
  ),
  claim(
    'C3',
    ['E1'],
    'The tuned twin is further ahead of URIAL in the second turn than in the first.',
    'A second turn builds on the model’s own first answer, so it asks each arm something else.',
  ),
  claim(
    'C4',
    ['E2'],
    'Temperature hurts the bare base model most, URIAL little and the tuned twin least.',
    'The grid is coarse, and a greedy answer is one draw: only the warmer arms have several.',
  ),
  claim(
    'C5',
    ['E5'],
    'First-turn scores rise with the number of demonstrations, and stop rising by 10 to 30.',
    '“Stops rising” means that the difference stays inside a band that the contrast names, not that there is none.',
  ),
  claim(
    'C6',
    ['E5'],
    'Second-turn scores fall as demonstrations are added.',
    'Long prompts leave a small model less room, which alone lowers scores.',
  ),
  claim(
    'C7',
    ['E6', 'E5'],
    'One demonstration found by greedy search does as well as many random ones.',
    'The search chose by these scores: only its check on other questions counts.',
  ),
  claim(
    'C8',
    ['E4'],
    'Wrong answers in demonstrations hurt, answers alone help nearly as much as pairs, questions alone hurt.',
    'Wrong answers are made by moving right ones about: they are well-formed, only out of place.',
  ),
  claim(
    'C9',
    ['E7'],
    'With few examples, showing and training on them give close first-turn scores; training wins the second turn.',
    'It depends on how training is done; the lab’s presets are not the paper’s.',
  ),
  claim(
    'C10',
    ['E7'],
    'Better examples are better for showing and for training alike.',
    'The worse pool is the better one with faults put in, not what people would collect.',
  ),
  claim(
    'C11',
    ['E8'],
    'A prompt found for one model helps another unevenly.',
    'Two related small models are no sample of models.',
  ),
  claim(
    'C12',
    ['E9'],
    'Smaller models, and languages other than English, gain less from demonstrations.',
    'Items and texts of each language were written apart: the languages may differ in difficulty.',
  ),
  claim(
    'C13',
    ['E10'],
    'Preference tuning of a base model helps it part of the way to its tuned twin.',
    'One recipe of preference tuning, on one base.',
  ),
];
