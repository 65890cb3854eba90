import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { follows, variants } from './follow.ts';
import { readyInstruction } from './ready.ts';
import { oneOfEach } from './testing/instructions.ts';

const checks = oneOfEach.map((instruction) => ({
  id: instruction.id,
  check: readyInstruction(instruction).check,
}));

/** Any UTF-16 at all, halves of surrogate pairs too. */
const broken = fc
  .array(fc.nat(0xffff), { maxLength: 80 })
  .map((units) => String.fromCharCode(...units));
/** Texts of what the checks look for. */
const marked = fc
  .array(
    fc.constantFrom(
      ...[
        '*',
        '**',
        '***',
        '******',
        '\n',
        '\n\n',
        ' ',
        '-',
        '[',
        ']',
        '<<',
        '>>',
        '##',
        '¿',
        '?',
        '¡',
        '!',
      ],
      ...[
        '"',
        "'",
        '«',
        '»',
        '.',
        '...',
        ',',
        '1',
        '1. ',
        'Day',
        'TEA',
        'tea',
        'so',
        'P.P.S',
        'ñ',
        'ü',
        'é',
      ],
      ...[
        '```json',
        '```',
        '{}',
        'The end.',
        'Say it.',
        '\u2028',
        '\u0085',
        '\ufeff',
        'हिन्दी',
        '😀',
        "N'T",
      ],
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));
const text = fc.oneof(fc.string({ unit: 'grapheme' }), broken, marked);

describe('every check', () => {
  it('says yes or no to any text, and the same again', () => {
    fc.assert(
      fc.property(text, (response) => {
        for (const { id, check } of checks) {
          const first = check(response);
          expect(typeof first, id).toBe('boolean');
          expect(check(response), id).toBe(first);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('holds loosely wherever it holds strictly, and never for an empty response', () => {
    fc.assert(
      fc.property(text, (response) => {
        expect(variants(response)).toHaveLength(8);
        for (const { id, check } of checks)
          if (follows(check, response, 'strict'))
            expect(follows(check, response, 'loose'), id).toBe(true);
      }),
      { numRuns: 300 },
    );
    for (const { id, check } of checks)
      for (const empty of ['', ' \n\t', '\u0085\u2028'])
        expect(follows(check, empty, 'loose'), id).toBe(false);
  });

  // a check that goes back and forth would not come to its end within the test's time
  it.each([
    ...[
      '*',
      '**x',
      '* ',
      '\n',
      ' ',
      '\n ',
      '[',
      '[]',
      '<<',
      '<<a',
      '##',
      '##a',
      '¿',
      '¡a',
      '"',
      "'",
      '.',
      '..',
      '. ',
      '?!',
    ],
    ...[
      'a',
      'A',
      'aA ',
      'a.',
      '1.',
      '1. ',
      '1',
      '-',
      '--',
      '\n- ',
      '\n*\n',
      'Day',
      'Day 1',
      'Day1',
      'tea',
      'p. ',
      'P.P.',
    ],
    ...[
      '```',
      '[[',
      '{"a":',
      'so\n\n',
      "N'T",
      'é',
      'e\u0301',
      '\u0301',
      'क्',
      '中',
      '😀',
      '\ud800',
      'a-',
      "a'",
      '***\n',
    ],
  ])('comes to its end on 60,000 characters of %j', (unit) => {
    const long = unit.repeat(Math.ceil(60_000 / unit.length));
    for (const response of [long, `${long}x`, `x${long}`])
      for (const { id, check } of checks) expect(typeof check(response), id).toBe('boolean');
  });
});
