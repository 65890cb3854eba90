import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compactJson } from './compact-json.ts';

it('puts on a line what fits on one', () => {
  const levels = [
    { label: 'none', set: { demonstrations: [], shown: 0 } },
    { label: 'a'.repeat(60), set: { transforms: [{ kind: 'shift', by: 1 }], note: undefined } },
  ];
  expect(compactJson({ name: 'answers', levels, empty: {} })).toBe(`{
  "name": "answers",
  "levels": [
    { "label": "none", "set": { "demonstrations": [], "shown": 0 } },
    {
      "label": "${'a'.repeat(60)}",
      "set": { "transforms": [{ "kind": "shift", "by": 1 }] }
    }
  ],
  "empty": {}
}`);
});

it('is read as what was written', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value));
      expect(JSON.parse(compactJson(plain))).toEqual(plain);
    }),
  );
});

it('has no line that is longer than it must be', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.integer(), { maxLength: 30 }), { minLength: 9 }), (lists) => {
      for (const line of compactJson({ lists }).split('\n')) expect(line.length).toBeLessThan(97);
    }),
  );
});
