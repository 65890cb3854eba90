import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StopScanner } from './stop-strings.ts';

/** What comes out of pushing pieces until a stop string is complete. */
function scan(stops: readonly string[], pieces: readonly string[]) {
  const scanner = new StopScanner(stops);
  const given: string[] = [];
  for (const piece of pieces) {
    const { text, stop } = scanner.push(piece);
    given.push(text);
    if (stop !== null) return { text: given.join(''), stop, given };
  }
  return { text: given.join('') + scanner.flush(), stop: null, given };
}

/** By the book: character by character, does the text so far end with a stop string? */
function reference(stops: readonly string[], text: string) {
  for (let end = 0; end <= text.length; end++) {
    const done = stops.filter((stop) => text.slice(0, end).endsWith(stop));
    const [longest] = done.sort((a, b) => b.length - a.length);
    if (longest !== undefined) return { text: text.slice(0, end - longest.length), stop: longest };
  }
  return { text, stop: null };
}

const letters = fc.string({ unit: fc.constantFrom('a', 'b', '#'), maxLength: 30 });
const stopSets = fc.array(
  fc.string({ unit: fc.constantFrom('a', 'b', '#'), minLength: 1, maxLength: 5 }),
  { maxLength: 4 },
);

describe('StopScanner', () => {
  it('finds what a character-by-character search finds, whatever the pieces', () => {
    fc.assert(
      fc.property(stopSets, fc.array(letters, { maxLength: 8 }), (stops, pieces) => {
        const { text, stop } = scan(stops, pieces);
        expect({ text, stop }).toEqual(reference(stops, pieces.join('')));
      }),
      { numRuns: 2000 },
    );
  });

  it('never gives out text that turns out to be part of a stop string', () => {
    fc.assert(
      fc.property(stopSets, letters, (stops, text) => {
        const { given } = scan(stops, [...text]);
        expect(reference(stops, text).text.startsWith(given.join(''))).toBe(true);
      }),
    );
  });

  it('holds back no more than could become a stop string', () => {
    const scanner = new StopScanner(['# Query']);
    expect(scanner.push('Paris.\n# Qu')).toEqual({ text: 'Paris.\n', stop: null });
    expect(scanner.push('iet')).toEqual({ text: '# Quiet', stop: null });
    expect(scanner.push('# ')).toEqual({ text: '', stop: null });
    expect(scanner.push('Query: next')).toEqual({ text: '', stop: '# Query' });
  });

  it('lets everything through where there is nothing to stop at', () => {
    const scanner = new StopScanner([]);
    expect(scanner.push('anything')).toEqual({ text: 'anything', stop: null });
    expect(scanner.flush()).toBe('');
  });
});
