import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonPlaces, lineAt, lineOf } from './json-places.ts';

const text = `{
  "title": "A \\"small\\" one",
  "factors": [
    { "name": "arm", "levels": [] },
    { "name": "left out" }
  ]
}`;

it('knows where keys and entries begin', () => {
  const { places, broken } = jsonPlaces(text);
  expect(broken).toBeNull();
  const lines = [...places].map(([path, at]) => [path, lineAt(text, at)]);
  expect(Object.fromEntries(lines)).toEqual({
    title: 2,
    factors: 3,
    'factors[0]': 4,
    'factors[0].name': 4,
    'factors[0].levels': 4,
    'factors[1]': 5,
    'factors[1].name': 5,
  });
});

it('finds the line that an error names, or that of what it would stand in', () => {
  expect(lineOf(text, 'factors[1].name: “left out” has a meaning of its own.')).toBe(5);
  expect(lineOf(text, 'factors[1].levels: Expected Array but received undefined')).toBe(5);
  expect(lineOf(text, 'factors[0] “arm”, terms[0]: odd')).toBe(4);
  expect(lineOf(text, 'seeds: Expected "seeds" but received undefined')).toBe(1);
  // a key that only begins like the path
  expect(lineOf(text, 'titles: odd')).toBe(1);
});

it('finds the character that is not JSON', () => {
  const cut = text.replace('"arm",', '"arm"');
  expect(lineOf(cut, 'This is not JSON: whatever the browser says')).toBe(4);
  expect(lineOf(`${text},`, 'This is not JSON')).toBe(7);
  expect(jsonPlaces('').broken).toBe(0);
  expect(jsonPlaces('[01]').broken).toBe(2);
});

it('takes what JSON.parse takes, however it is written', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(undefined, 2, '\t'), (json, space) => {
      const written = JSON.stringify(JSON.parse(json), null, space);
      expect(jsonPlaces(written).broken).toBeNull();
    }),
  );
});

it('refuses what JSON.parse refuses', () => {
  const parses = (candidate: string) => {
    try {
      JSON.parse(candidate);
      return true;
    } catch {
      return false;
    }
  };
  const damaged = fc.tuple(fc.json(), fc.nat(), fc.constantFrom('', '"', ',', '}', '0', '\\', 'n'));
  fc.assert(
    fc.property(damaged, ([json, n, character]) => {
      const at = n % (json.length + 1);
      const changed = json.slice(0, at) + character + json.slice(at + 1);
      expect(jsonPlaces(changed).broken === null).toBe(parses(changed));
    }),
    { numRuns: 500 },
  );
});

it('gives up on a text that is nested too deep without harm', () => {
  expect(() => jsonPlaces('['.repeat(200_000))).not.toThrow();
});
