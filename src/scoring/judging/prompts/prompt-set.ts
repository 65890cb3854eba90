import type { JudgePrompt } from '../../../domain/judgment.ts';

/** What a language's prompts are put together from. */
export interface JudgeWords {
  readonly language: string;
  /** What the judge of one answer is, and of two. */
  readonly rater: string;
  readonly comparer: string;
  /** What to look at; more where there is a right answer, and where a conversation has two turns. */
  readonly look: string;
  readonly reference: string;
  readonly second: string;
  /** How the reply has to look. */
  readonly rating: string;
  readonly verdict: string;
  /** Headings. */
  readonly question: string;
  readonly first: string;
  readonly next: string;
  readonly right: string;
  readonly answer: string;
  readonly sideA: string;
  readonly sideB: string;
  /** What a reply begins with, before the rating and the verdict. */
  readonly ratingOpening: string;
  readonly verdictOpening: string;
}

const block = (heading: string, place: string): string => `[${heading}]\n{${place}}\n[/${heading}]`;

interface Form {
  readonly pair: boolean;
  readonly reference: boolean;
  readonly turns: 1 | 2;
}

/** What was asked and, where it is known, what is right. */
function asked(words: JudgeWords, { reference, turns }: Form): string[] {
  const right = (place: string) => (reference ? [block(words.right, place)] : []);
  if (turns === 1) return [block(words.question, 'question'), ...right('ref_answer_1')];
  return [
    ...[block(words.first, 'question_1'), ...right('ref_answer_1')],
    ...[block(words.next, 'question_2'), ...right('ref_answer_2')],
  ];
}

/** What is judged. */
function answered(words: JudgeWords, { pair, turns }: Form): string[] {
  const { answer, sideA, sideB, first, next } = words;
  const sides = pair
    ? [
        [sideA, 'answer_a'],
        [sideB, 'answer_b'],
      ]
    : [[answer, 'answer']];
  return sides.flatMap(([heading = '', place = '']) =>
    turns === 1
      ? [block(heading, place)]
      : [block(`${heading}: ${first}`, `${place}_1`), block(`${heading}: ${next}`, `${place}_2`)],
  );
}

function prompt(words: JudgeWords, form: Form): JudgePrompt {
  const { pair, reference, turns } = form;
  const told = [
    words.look,
    ...(reference ? [words.reference] : []),
    ...(turns === 2 ? [words.second] : []),
    pair ? words.verdict : words.rating,
  ].join(' ');
  const name = [
    pair ? 'pair' : 'single',
    ...(reference ? ['reference'] : []),
    ...(turns === 2 ? ['two-turns'] : []),
    words.language,
  ].join('-');
  return {
    name,
    type: pair ? 'pairwise' : 'single',
    system_prompt: pair ? words.comparer : words.rater,
    prompt_template: [told, ...asked(words, form), ...answered(words, form)].join('\n\n'),
    opening: pair ? words.verdictOpening : words.ratingOpening,
  };
}

/** A language's prompts: of one answer and of two, with a right answer and without, of one turn and of two. */
export const promptSet = (words: JudgeWords): JudgePrompt[] =>
  [false, true].flatMap((pair) =>
    [false, true].flatMap((reference) =>
      ([1, 2] as const).map((turns) => prompt(words, { pair, reference, turns })),
    ),
  );
