import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { safeName, unlike, wordsOf } from './names.ts';

const bytes = (text: string) => new TextEncoder().encode(text).length;
const texts = fc.string({ unit: 'binary', maxLength: 300 });

it('a name of a file is one on every system, whatever it is made of', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const name = safeName(text);
      expect(name).not.toMatch(/[/\\:*?"<>|[\]\n\r]|^\s|^\.|\.$|\s$/);
      expect(name.length).toBeGreaterThan(0);
      expect(bytes(name)).toBeLessThanOrEqual(150);
    }),
  );
  expect(safeName('HuggingFaceTB/SmolLM2-135M · 3 shots')).toBe(
    'HuggingFaceTB_SmolLM2-135M · 3 shots',
  );
  expect(safeName('..')).toBe('_');
});

it('names that differ in nothing, or in capitals alone, are told apart', () => {
  expect(unlike(['a', 'A', 'b', 'a', 'a (2)'])).toEqual(['a', 'A (2)', 'b', 'a (3)', 'a (2) (2)']);
  fc.assert(
    fc.property(fc.array(texts), (all) => {
      const names = unlike(all).map((name) => name.toLowerCase());
      expect(new Set(names).size).toBe(all.length);
    }),
  );
});

it('words are letters and digits of any script', () => {
  expect(wordsOf('E4: ¿Cuántos? – 日本')).toBe('e4_cuántos_日本');
  fc.assert(
    fc.property(texts, (text) => {
      expect(wordsOf(text)).toMatch(/^[\p{L}\p{N}_]*$/u);
      expect(bytes(wordsOf(text))).toBeLessThanOrEqual(80);
    }),
  );
});
