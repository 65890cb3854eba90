import fc from 'fast-check';
import { expect, it } from 'vitest';
import { escaped, unescaped } from './escapes.ts';

it('writes any text on one line and reads it back', () => {
  expect(escaped('\nQ:')).toBe('\\nQ:');
  expect(unescaped('\\nQ:')).toBe('\nQ:');
  expect(unescaped('C:\\dir')).toBe('C:\\dir');
  const text = fc
    .array(fc.constantFrom('\\', 'n', '\n', 't', '\t', '\r', 'é'))
    .map((a) => a.join(''));
  fc.assert(
    fc.property(text, (t) => {
      expect(unescaped(escaped(t))).toBe(t);
      expect(escaped(t)).not.toMatch(/[\n\r\t]/);
    }),
  );
});
