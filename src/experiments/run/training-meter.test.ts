import { expect, it, vi } from 'vitest';
import { TrainingMeter } from './training-meter.ts';

it('foretells what is left by the rows read so far, however large the trainings', () => {
  const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
  try {
    const meter = new TrainingMeter();
    expect(meter.left()).toBe(0);
    meter.plan(
      new Map([
        ['a', 100],
        ['b', 300],
      ]),
    );
    expect(meter.at('a', { step: 0, steps: 10 })).toEqual({ number: 1, of: 2 });
    expect(meter.left()).toBeNull();
    clock.mockReturnValue(500);
    meter.at('a', { step: 5, steps: 10 });
    // 50 rows took half a second: 350 are left
    expect(meter.left()).toBe(3500);
    meter.done('a');
    meter.rest();
    clock.mockReturnValue(9000); // cells are asked: no time of a training
    expect(meter.left()).toBe(3000);
    expect(meter.at('b', { step: 0, steps: 30 })).toEqual({ number: 2, of: 2 });
    clock.mockReturnValue(10_000);
    meter.at('b', { step: 10, steps: 30 });
    // 150 rows in a second and a half
    expect(meter.left()).toBe(2000);
    meter.done('b');
    expect(meter.left()).toBe(0);
  } finally {
    clock.mockRestore();
  }
});

it('takes steps that are told again after a break for what they are', () => {
  const meter = new TrainingMeter();
  meter.plan(new Map([['a', 100]]));
  for (const step of [0, 4, 2, 6]) meter.at('a', { step, steps: 10 });
  expect(meter.left()).toBeGreaterThanOrEqual(0);
  meter.at('a', { step: 10, steps: 10 });
  expect(meter.left()).toBe(0);
});
