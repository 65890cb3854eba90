import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import fixture from './fixtures/scipy.json' with { type: 'json' };
import { signFlipInSteps, signFlipTest } from './permutation.ts';
import { resting } from './steps.ts';

describe('signFlipTest, all patterns', () => {
  it('agrees with scipy', () => {
    for (const { differences, p } of fixture.permutation) {
      const ours = signFlipTest(differences);
      expect(ours.p).toBeCloseTo(p, 12);
      expect(ours).toMatchObject({ exact: true, n: differences.length });
    }
  });

  it('counts ties that rounding would part', () => {
    // 0.1 + 0.2 is not 0.3 in binary: as whole numbers nothing is rounded
    const tenths = [1, 2, -3, 3, 1, -1, 7, -2];
    const scaled = tenths.map((tenth) => tenth / 10);
    expect(signFlipTest(scaled).p).toBe(signFlipTest(tenths).p);
  });

  it('leaves out what has no sign, and says how many units there were', () => {
    const differences = [...Array.from({ length: 30 }, () => 0), 1, 2, -1];
    expect(signFlipTest(differences)).toEqual({ ...signFlipTest([1, 2, -1]), n: 33 });
    expect(signFlipTest([0, 0])).toEqual({ p: 1, exact: true, n: 2 });
  });
});

describe('signFlipTest, drawn patterns', () => {
  it('comes as near to the exact p as 10,000 draws do', () => {
    for (const { differences, p } of fixture.many) {
      const ours = signFlipTest(differences);
      expect(ours).toMatchObject({ exact: false, n: differences.length });
      expect(Math.abs(ours.p - p)).toBeLessThan(4.5 * Math.sqrt((p * (1 - p)) / 10_000));
    }
  });

  it('is never 0', () => {
    const differences = Array.from({ length: 60 }, (_, i) => 1 + i / 60);
    expect(signFlipTest(differences).p).toBe(1 / 10_001);
    expect(signFlipTest(differences, { seed: 1, draws: 99 }).p).toBe(1 / 100);
  });

  it('repeats itself and changes with the seed', () => {
    const { differences = [] } = fixture.many[0] ?? {};
    expect(signFlipTest(differences)).toEqual(signFlipTest(differences));
    expect(signFlipTest(differences, { seed: 2, draws: 10_000 })).not.toEqual(
      signFlipTest(differences),
    );
  });
});

describe('signFlipTest, always', () => {
  const units = (minLength: number, maxLength: number) =>
    fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength, maxLength });
  const any = fc.oneof(units(1, 10), units(15, 40));
  const settings = { seed: 7, draws: 200 };

  it('does not depend on the order of units, nor on which side is subtracted', () => {
    const shuffled = any.chain((differences) =>
      fc.tuple(
        fc.constant(differences),
        fc.shuffledSubarray(differences, { minLength: differences.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([differences, other]) => {
        const ours = signFlipTest(differences, settings);
        expect(signFlipTest(other, settings)).toEqual(ours);
        const flipped = differences.map((difference) => -difference);
        expect(signFlipTest(flipped, settings)).toEqual(ours);
      }),
    );
  });

  it('lies in (0, 1]', () => {
    fc.assert(
      fc.property(any, (differences) => {
        const { p } = signFlipTest(differences, settings);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('refuses no differences and what is no number', () => {
    expect(() => signFlipTest([])).toThrow(RangeError);
    for (const odd of [NaN, Infinity]) expect(() => signFlipTest([1, odd])).toThrow('finite');
  });
});

describe('signFlipInSteps', () => {
  it('finds the same, with rests on the way', async () => {
    let rests = 0;
    const rest = () => void rests++;
    for (const differences of [[1, 2, -1], ...fixture.many.map((one) => one.differences)])
      expect(await resting(signFlipInSteps(differences), rest)).toEqual(signFlipTest(differences));
    expect(rests).toBeGreaterThan(2);
    await expect(resting(signFlipInSteps([]), rest)).rejects.toThrow(RangeError);
  });
});
