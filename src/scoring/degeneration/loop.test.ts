import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLoop, loopLimits } from './loop.ts';

const flagged = (text: string): boolean => findLoop(text).flag;
const sentence = 'The lamp in the kitchen is green. ';
const story =
  'Nora put the kettle on and opened the window. Outside it had rained all night, and the street shone. ' +
  'She thought of her brother, who would come by the early train, and of the bread that was still warm. ' +
  'Then somebody knocked, much too soon, and the cat ran under the table.';

describe('a loop', () => {
  it('is a sentence, a line or a word again and again at the end', () => {
    const loops = [
      sentence.repeat(4),
      `${story} ${'And so they went home. '.repeat(12)}`,
      '- Wash the cup.\n- Wash the cup.\n- Wash the cup.\n- Wash the cup.\n',
      '1. Agua y pan.\n2. Agua y pan.\n3. Agua y pan.\n4. Agua y pan.',
      'Je ne sais pas quoi dire. '.repeat(5),
      'No lo sé, la verdad. No lo sé, la verdad. No lo sé, la verdad. No lo sé',
      'blue '.repeat(40),
      `The answer is ${'!'.repeat(80)}`,
      `Ha${'ha'.repeat(60)}`,
      '猫が好きです。'.repeat(8),
    ];
    for (const text of loops) expect(flagged(text), text.slice(0, 60)).toBe(true);
  });

  it('need not have letter case, spacing and marks of lists alike', () => {
    expect(
      flagged('Ask the king, then. ask the KING then!  Ask the king - then. Ask the king'),
    ).toBe(true);
  });

  it('is one that the answer left again, where that is half of it', () => {
    expect(flagged(`Well: ${sentence.repeat(10)} But that is enough of lamps.`)).toBe(true);
    expect(flagged(`${sentence.repeat(3)} ${story} ${story.toUpperCase()}`)).toBe(false);
  });

  it('is a paragraph three times over', () => {
    expect(flagged(`${story}\n\n`.repeat(3))).toBe(true);
    expect(flagged(`${story}\n\n${story}`)).toBe(false);
  });

  it('breaks off anywhere, before a fence as well', () => {
    const text = sentence.repeat(9);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), (cut) => {
        expect(flagged(text.slice(0, text.length - cut))).toBe(true);
        expect(flagged(`${text.slice(0, text.length - cut)}\n\`\`\`\n\n`)).toBe(true);
      }),
    );
  });

  it('may be white space', () => {
    expect(flagged(`Madrid.${'\n'.repeat(2000)}`)).toBe(true);
    expect(flagged(`Madrid.${'\n'.repeat(20)}`)).toBe(false);
  });

  it('is none in ordinary answers', () => {
    const plain = [
      '',
      'Yes.',
      'No, no, no.',
      'Ha ha ha!',
      '1000000000000',
      story,
      '1. a fox\n2. a hen\n3. a goat\n4. a cow\n5. a duck\n6. a crow\n7. a bee',
      '- The fox is red.\n- The hen is brown.\n- The goat is white.\n- The crow is black.\n',
      '1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20',
      '3 x 1 = 3\n3 x 2 = 6\n3 x 3 = 9\n3 x 4 = 12\n3 x 5 = 15\n3 x 6 = 18',
      '| animal | legs |\n| --- | --- |\n| hen | 2 |\n| cow | 4 |\n| bee | 6 |\n| crab | 10 |',
      'Rojo, verde, azul, blanco, negro, gris, rosa y marrón.',
      'Une poule a deux pattes. Une vache a quatre pattes. Une abeille a six pattes.',
      'Row, row, row your boat, gently down the stream. Merrily, merrily, merrily, life is but a dream.',
      `Title\n${'-'.repeat(60)}\n${story} ${story.toUpperCase()}`,
      `${story} It was very, very, very late.`,
    ];
    for (const text of plain) expect(flagged(text), text.slice(0, 60)).toBe(false);
  });

  it('shows where it stands and what its unit is', () => {
    const text = `First words, all of them different. ${'Blue is a good colour. '.repeat(6)}`;
    const { share, evidence } = findLoop(text);
    const [found] = evidence;
    expect(found?.what).toMatch(/Blue is a good colour.*6 times in a row/u);
    expect(text.slice(found?.start, found?.end)).toMatch(/^Blue is.*colour\.?$/u);
    expect(share).toBeCloseTo(137 / (text.length - 1), 1);
  });

  it('is any text ten times over', () => {
    const unit = fc
      .tuple(
        fc.string({ unit: 'grapheme', minLength: 4, maxLength: 60 }).map((it) => it.trim()),
        fc.constantFrom('', ' ', '\n', '. '),
      )
      .filter(([it]) => it.length >= 4 && /\p{L}/u.test(it));
    fc.assert(
      fc.property(unit, ([it, between]) => {
        fc.pre((it + between).length <= loopLimits.characters.longestPeriod);
        expect(flagged((it + between).repeat(10))).toBe(true);
      }),
    );
  });

  it('is never a list of different words', () => {
    const words = fc.uniqueArray(fc.stringMatching(/^[a-z]{3,9}$/), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(words, fc.constantFrom('- ', '* ', '• ', ''), (those, mark) => {
        expect(flagged(those.map((it) => `${mark}${it}`).join('\n'))).toBe(false);
        expect(flagged(those.map((it, i) => `${i + 1}. ${it}`).join('\n'))).toBe(false);
      }),
    );
  });
});
