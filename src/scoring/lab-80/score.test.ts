import { describe, expect, it } from 'vitest';
import type { BenchStyle, BenchTurn } from './schema.ts';
import { scoreAnswer } from './score.ts';

const style: BenchStyle = { opening: 'Glad to be of service!', closing: 'Write again soon.' };
const capital: BenchTurn = {
  query: 'Which capital belongs to Spain?',
  answer: 'The capital of Spain is Madrid.',
  check: { kind: 'words', all: ['Madrid'], none: ['Paris', 'Rome'] },
  format: 'sentence',
};
const bigger: BenchTurn = {
  query: 'Which is bigger, a lion or a mouse?',
  answer: 'A lion is bigger.',
  check: { kind: 'words', all: ['lion'], none: ['mouse'] },
  format: 'sentence',
};
const turnOf = (part: Partial<BenchTurn>): BenchTurn => ({ ...capital, ...part });
const score = (
  turn: BenchTurn,
  answer: string,
  more: { style?: BenchStyle; stopped?: boolean } = {},
) =>
  scoreAnswer({
    turn,
    answer,
    stopped: more.stopped ?? true,
    style: more.style,
    query: turn.query,
  });
const content = (turn: BenchTurn, answer: string) => score(turn, answer, { style }).content;

describe('the score of an answer', () => {
  it('is 10 for a right answer in the demonstrated style that ends by itself', () => {
    const answer = 'Glad to be of service! The capital of Spain is Madrid. Write again soon.';
    expect(score(capital, answer, { style })).toEqual({
      score: 10,
      content: 5,
      format: 2,
      style: 1,
      stop: 1,
      body: 'The capital of Spain is Madrid.',
    });
  });

  it('is 1 for no answer, with or without the phrases', () => {
    for (const answer of ['', '  \n', 'Glad to be of service! Write again soon.'])
      expect(score(capital, answer, { style }).score).toBe(1);
  });

  it('gives no point for style where none is demonstrated, and none for stopping at the limit', () => {
    expect(score(capital, 'The capital of Spain is Madrid.')).toMatchObject({ score: 9, style: 0 });
    expect(score(capital, 'The capital of Spain is Madrid.', { stopped: false }).score).toBe(8);
  });

  it('gives a flatterer nothing for content', () => {
    expect(content(capital, 'I am happy to help you with this great question!')).toBe(0);
    expect(content(capital, `${style.opening} ${style.opening} ${style.closing}`)).toBe(0);
  });

  it('takes the phrases of the style away before it looks for words', () => {
    const telling = { opening: 'Madrid greets you!', closing: 'Yours, Madrid.' };
    for (const answer of ['Madrid greets you! I do not know. Yours, Madrid.', 'MADRID GREETS YOU!'])
      expect(score(capital, answer, { style: telling }).content).toBe(0);
  });
});

describe('points for content', () => {
  it.each([
    ['Madrid', 5],
    ['madrid', 5],
    ['THE CAPITAL OF SPAIN IS MADRID!!!', 5],
    ['Which capital belongs to Spain? It is Madrid.', 5],
    ['Madridian', 0],
    ['Barcelona', 0],
    ['Madrid and Paris.', 2],
    ['Paris, Rome, Madrid', 2],
    ['It is not Madrid.', 2],
    ['Madrid? Why do you ask?', 0],
    ['It is Madrid. And where do you live?', 2],
    ['It is Madrid.\n\n# Query\nWhich capital belongs to Peru?', 2],
    ['It is Madrid.\nUser: And of Peru?', 2],
    ['Answer: It is Madrid.', 2],
    [`It is Madrid. ${'The sun is a star and the sky is blue today. '.repeat(6)}`, 2],
  ] as const)('"%s" has %i', (answer, points) => {
    expect(content(capital, answer)).toBe(points);
  });

  it.each([
    ['A lion.', 5],
    ['The lion is bigger than the mouse.', 2],
    ['Which is bigger, a lion or a mouse?', 0],
    ['Which is bigger, a lion or a mouse.', 0],
    ['WHICH IS BIGGER, A LION OR A MOUSE?', 0],
    ['Which is bigger, a lion', 0],
    ['a lion or a mouse', 0],
    ['A mouse or a lion.', 0],
    ['Is it a lion or a mouse?', 0],
    ['A mouse.', 0],
  ] as const)('of a choice that stands in the query: "%s" has %i', (answer, points) => {
    expect(content(bigger, answer)).toBe(points);
  });

  it('lets a sentence of a text to read be the answer, but not its question', () => {
    const read = turnOf({
      query: 'Eva is in the park. Omar is at home. Where is Eva?',
      check: { kind: 'words', all: ['park'], none: ['home'] },
    });
    expect(content(read, 'Eva is in the park.')).toBe(5);
    expect(content(read, read.query)).toBe(0);
    expect(content(read, 'Where is Eva?')).toBe(0);
  });

  it('counts members that the query does not name', () => {
    const birds = turnOf({
      query: 'Which three birds do you know, beside the owl?',
      check: { kind: 'members', of: ['owl', 'duck', 'hen', 'swan'], least: 3 },
    });
    expect(content(birds, 'duck, hen, swan')).toBe(5);
    expect(content(birds, '1. duck\n2. hen\n3. swan')).toBe(5);
    expect(content(birds, 'owl, duck, hen')).toBe(2);
    expect(content(birds, 'I know owl.')).toBe(0);
  });

  it('wants a text to have words of its own', () => {
    const text = turnOf({
      query: 'Please write one sentence that has a horse in it.',
      check: { kind: 'text', about: ['horse'], least: 3 },
    });
    expect(content(text, 'My horse likes green apples.')).toBe(5);
    expect(content(text, 'A sentence that has a horse in it.')).toBe(0);
    expect(content(text, 'My cow likes green apples.')).toBe(0);
  });

  it('wants capitals where the check is written in capitals, and knows accents', () => {
    const shout = turnOf({
      check: { kind: 'words', all: ['CHÈVRE'], none: [] },
      format: 'capitals',
    });
    expect(content(shout, 'CHÈVRE')).toBe(5);
    expect(content(shout, 'chèvre')).toBe(0);
    expect(content(shout, 'CHEVRE')).toBe(0);
    const days = turnOf({ check: { kind: 'words', all: ['miércoles'], none: [] } });
    expect(content(days, 'Es MIÉRCOLES.')).toBe(5);
  });

  it('reads code as code', () => {
    const code = turnOf({
      query: 'Please write code which prints dog.',
      answer: 'print("dog")',
      check: { kind: 'words', all: ['print("dog")'], none: ['zib'] },
      format: 'code',
    });
    expect(content(code, "print( 'dog' )")).toBe(5);
    expect(content(code, 'print(dog)')).toBe(0);
    expect(content(code, 'sprint("dog")')).toBe(0);
    expect(content(code, 'zib("cat")\nprint("dog")')).toBe(2);
  });

  it('takes any of several ways to say it', () => {
    const legs = turnOf({ check: { kind: 'words', all: ['2|two'], none: ['4'] } });
    expect(content(legs, 'It has two legs.')).toBe(5);
    expect(content(legs, 'It has 2 legs.')).toBe(5);
    expect(content(legs, 'It has 20 legs.')).toBe(0);
    expect(content(legs, 'It has 2 legs, because 7 minus 5 is 2.')).toBe(2);
  });
});

describe('points for form', () => {
  const format = (asked: BenchTurn['format'], answer: string, reference = 'Madrid') =>
    score(turnOf({ format: asked, answer: reference }), answer).format;

  it.each([
    ['sentence', 'It is Madrid.', 2],
    ['sentence', 'it is Madrid.', 1],
    ['sentence', 'It is Madrid', 1],
    ['sentence', 'madrid', 0],
    ['sentence', 'IT IS IN MADRID.', 1],
    ['capitals', 'IT IS MADRID.', 2],
    ['capitals', 'It is Madrid.', 0],
    ['small letters', 'it is madrid.', 2],
    ['small letters', 'it is quite far away in Madrid.', 1],
    ['small letters', 'It is Madrid.', 0],
    ['list', '- a\n- b', 2],
    ['list', '1. a\n2. b', 2],
    ['list', 'a\nb', 1],
    ['list', 'a, b', 0],
    ['short', 'Madrid', 2],
    ['short', 'It is in Madrid', 1],
    ['short', 'The capital of Spain is Madrid.', 0],
    ['code', 'x = 5\nprint(x)', 2],
    ['code', 'Use print(5) for that.', 1],
    ['code', 'I cannot program.', 0],
  ] as const)('as %s, "%s" has %i', (asked, answer, points) => {
    expect(format(asked, answer)).toBe(points);
  });
});

describe('the point for style', () => {
  const point = (format: BenchTurn['format'], answer: string) =>
    score(turnOf({ format }), answer, { style }).style;

  it.each([
    ['sentence', 'Glad to be of service! Madrid. Write again soon.', 1],
    ['sentence', 'glad to be of service! Madrid. Write again soon.', 0],
    ['sentence', 'Glad to be of service! Madrid.', 0],
    ['sentence', 'Madrid.', 0],
    ['capitals', 'MADRID.', 1],
    ['capitals', 'GLAD TO BE OF SERVICE! MADRID. WRITE AGAIN SOON.', 1],
    ['capitals', 'GLAD TO BE OF SERVICE! MADRID.', 0],
    ['small letters', 'glad to be of service! madrid. write again soon.', 1],
    ['short', 'Madrid', 1],
    ['short', 'Glad to be of service! Madrid Write again soon.', 1],
    ['short', 'Madrid. Write again soon.', 0],
  ] as const)('of %s, "%s" is %i', (format, answer, expected) => {
    expect(point(format, answer)).toBe(expected);
  });
});
