/**
 * Round numbers inside an axis, 1, 2 or 5 times a power of ten apart, as dense as `fits` allows.
 * @param fits whether numbers so far apart leave each other room, given how they are written
 */
export function roundTicks(
  [from, to]: readonly [number, number],
  fits: (step: number, labels: readonly string[]) => boolean,
  written: (value: number, step: number) => string,
): { at: number; label: string }[] {
  const least = 10 ** Math.floor(Math.log10((to - from) / 50));
  for (let power = least; ; power *= 10)
    for (const times of [1, 2, 5]) {
      const step = times * power;
      const first = Math.ceil(from / step - 1e-9);
      const count = Math.floor(to / step + 1e-9) - first + 1;
      if (count < 1) return [{ at: from, label: written(from, step) }];
      const ticks = Array.from({ length: count }, (_, i) => {
        // multiples, not sums: 0.1 three times is not 0.3
        const at = Number(((first + i) * step).toPrecision(12));
        return { at, label: written(at, step) };
      });
      if (
        fits(
          step,
          ticks.map(({ label }) => label),
        )
      )
        return ticks;
    }
}

/** Decimal places that tell multiples of a step apart. */
export const places = (step: number): number => Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
