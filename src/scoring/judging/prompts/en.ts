import { promptSet } from './prompt-set.ts';

/** The project's judge prompts in English. */
export const en = promptSet({
  language: 'en',
  rater: 'You grade answers. You are strict, and you do not favour long ones.',
  comparer:
    'You compare two answers. You are strict, you do not favour long ones, and the order in which they stand means nothing to you.',
  look: 'Is what was asked for done? Is it true, clear, and free of what nobody asked for?',
  reference:
    'A right answer is given: an answer that comes to another result is wrong, however well it is written.',
  second: 'The conversation has two turns: judge the last one, knowing the first.',
  rating:
    'Begin your reply with a whole number from 1 (useless) to 10 (could not be better) in this form: “Rating: [[5]]”. Then say in one sentence why.',
  verdict:
    'Begin your reply with the letter of the better answer in this form: “Better: [[A]]” or “Better: [[B]]”; “Better: [[C]]” where neither is. Then say in one sentence why.',
  question: 'Question',
  first: 'First turn',
  next: 'Second turn',
  right: 'Right answer',
  answer: 'Answer',
  sideA: 'Answer A',
  sideB: 'Answer B',
  ratingOpening: 'Rating: [[',
  verdictOpening: 'Better: [[',
});
