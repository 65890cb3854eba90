import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, sha256 } from './hash.ts';

describe('canonicalJson', () => {
  it('does not see the order of keys, and sees all else', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }),
        (value) => {
          const turned = Object.fromEntries(Object.entries(value).reverse());
          expect(canonicalJson(turned)).toBe(canonicalJson(value));
          expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
        },
      ),
    );
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
  });
});

describe('sha256', () => {
  it('agrees with FIPS 180-2, appendix B.1', async () => {
    const expected = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(await sha256('abc')).toBe(expected);
    expect(await sha256(new Uint8Array([97, 98, 99]))).toBe(expected);
  });
});
