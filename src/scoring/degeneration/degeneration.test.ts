import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCode } from './code.ts';
import type { Finding } from './finding.ts';
import { knownLanguages, languageDrift } from './language-drift.ts';
import { findLoop } from './loop.ts';
import { stopFailure } from './stop.ts';

const detectors: readonly ((text: string) => Finding | { readonly error: string })[] = [
  findLoop,
  findCode,
  (text) => stopFailure(text, 'end-token'),
  (text) => languageDrift(text, 'es'),
];

function checkSound(text: string): void {
  for (const detect of detectors) {
    const finding = detect(text);
    if ('error' in finding) {
      expect(finding.error).not.toBe('');
      continue;
    }
    const { flag, share, evidence } = finding;
    expect(share).toBeGreaterThanOrEqual(0);
    expect(share).toBeLessThanOrEqual(1);
    if (flag) expect(evidence.length).toBeGreaterThan(0);
    const inOrder = evidence.every(
      ({ start, end }, i) =>
        start >= (evidence[i - 1]?.start ?? 0) && start <= end && end <= text.length,
    );
    expect(inOrder).toBe(true);
  }
}

const pieces = fc
  .array(
    fc.constantFrom(
      ...[
        'a',
        'the ',
        'el ',
        ' ',
        '\n',
        '\r\n',
        '. ',
        '```',
        '```js',
        '# Query:',
        'User:',
        '{',
        '}',
      ],
      ...['print(', '<p>', ';', '1. ', '- ', '\u0301', '\ud800', '。', '猫', 'def f(x):', '=', '"'],
    ),
  )
  .map((those) => those.join(''));

describe('every detector', () => {
  it('is sound on any string', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      pieces,
      fc.tuple(pieces, fc.nat(30)).map(([text, times]) => text.repeat(times)),
    );
    fc.assert(fc.property(any, checkSound), { numRuns: 250 });
  });

  it('ends on long texts that trap patterns', () => {
    const n = 100_000;
    const units = [
      'a',
      'ab',
      'a ',
      '\n',
      ' ',
      '. ',
      '<',
      '<p ',
      '(',
      '{\n',
      '1',
      'a-',
      '`',
      '# ',
      '= ',
    ];
    for (const unit of units) {
      const long = unit.repeat(n / unit.length);
      checkSound(long);
      checkSound(`x${long}x`);
    }
    checkSound(`${'a'.repeat(n / 2)}b${'a'.repeat(n / 2)}`);
  });

  it('knows the languages the lab asks in', () => {
    expect(knownLanguages).toEqual(expect.arrayContaining(['en', 'es', 'fr']));
  });
});
