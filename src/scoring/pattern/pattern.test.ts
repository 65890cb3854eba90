import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../domain/problem.ts';
import { readPattern } from './pattern.ts';

const problemOf = (run: () => unknown): Problem => {
  try {
    run();
  } catch (thrown) {
    return Problem.from(thrown);
  }
  throw new Error('nothing was thrown');
};

/** Patterns over a small alphabet, so that texts often match. */
const { pattern: patterns } = fc.letrec<{ pattern: string; part: string }>((tie) => ({
  pattern: fc.oneof(
    { maxDepth: 4 },
    fc.array(tie('part'), { maxLength: 4 }).map((parts) => parts.join('')),
    fc.tuple(tie('pattern'), tie('pattern')).map((two) => two.join('|')),
  ),
  part: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('a', 'B', 'é', '😀', '.', '[ab]', '[^a]', '\\w', '\\s', '\\p{L}', '\\.', '\\n'),
    fc.constantFrom('^', '$', '\\b', '\\B', '\\u0061', '\\u{1F600}', '\\x61', '[\\]b-]'),
    fc
      .tuple(
        tie('pattern'),
        fc.constantFrom('', '*', '+', '?', '*?', '{2}', '{0,2}', '{1,}', '{0}'),
      )
      .map(([inner, times]) => `(?:${inner})${times}`),
    tie('pattern').map((inner) => `(${inner})+`),
    tie('pattern').map((inner) => `(?:(?<name>${inner})|b)`),
  ),
}));
const texts = fc
  .array(fc.constantFrom('a', 'A', 'b', 'B', 'é', 'É', '😀', '\n', ' ', '.', ']', '\ud83d'))
  .map((letters) => letters.join(''));

describe('a pattern', () => {
  it('is found where JavaScript finds it', () => {
    const sorts = fc.constantFrom('', 'i', 'm', 's', 'im', 'ims');
    fc.assert(
      fc.property(patterns, sorts, texts, (source, flags, text) => {
        // V8 also looks for \B within a surrogate pair, against ECMA-262 (AdvanceStringIndex).
        fc.pre(!(source.includes('\\B') && /[\ud800-\udfff]/.test(text)));
        let native: RegExp;
        try {
          native = new RegExp(source, `${flags}u`);
        } catch {
          fc.pre(false); // one name for two groups
          return;
        }
        expect(readPattern(source, flags).isFoundIn(text)).toBe(native.test(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('ends on patterns and texts that trap engines which go back', () => {
    const long = 'a'.repeat(100_000);
    for (const source of ['(a+)+$', '(a|a)*b', '(a|aa)+$', '(.*)*,(.*)*;', '(?:\\s*a\\s*)+x'])
      expect(readPattern(source).isFoundIn(`${long}!`)).toBe(false);
    expect(readPattern('^(a?){50}a{50}$').isFoundIn('a'.repeat(50))).toBe(true);
  });

  it('names itself and the reason where the grammar is wrong', () => {
    const problem = problemOf(() => readPattern('(yes|no'));
    expect(problem.code).toBe('bad-input');
    expect(problem.message).toBe('The pattern /(yes|no/ cannot be used: Unterminated group.');
    expect(problemOf(() => readPattern('[z-a]')).message).toContain('/[z-a]/');
  });

  it('refuses what cannot be decided in one pass', () => {
    const reasons = [
      ['(a)\\1', 'a back reference'],
      ['(?<n>a)\\k<n>', 'a back reference'],
      ['a(?=b)', 'look-around'],
      ['(?<!a)b', 'look-around'],
    ] as const;
    for (const [source, reason] of reasons)
      expect(problemOf(() => readPattern(source)).message).toContain(reason);
  });

  it('refuses repeats that are too long when written out, and takes empty ones', () => {
    for (const source of ['a{5000}', '(?:a{100}){100}', '(?:a?){3000}'])
      expect(problemOf(() => readPattern(source)).message).toContain('2000 steps');
    expect(readPattern('(?:){1000000000}x').isFoundIn('x')).toBe(true);
    expect(readPattern('(?:(?:){99999999}){99999999}').isFoundIn('')).toBe(true);
  });
});
