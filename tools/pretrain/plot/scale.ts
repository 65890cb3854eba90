/** Maps data to pixels. */
export type Scale = (value: number) => number;

/** A linear scale from the domain [d0, d1] to the pixels [p0, p1]. */
export const linearScale =
  (d0: number, d1: number, p0: number, p1: number): Scale =>
  (value) =>
    p0 + ((value - d0) / (d1 - d0)) * (p1 - p0);

/** A logarithmic scale; domain and values must be positive. */
export function logScale(d0: number, d1: number, p0: number, p1: number): Scale {
  const inner = linearScale(Math.log(d0), Math.log(d1), p0, p1);
  return (value) => inner(Math.log(value));
}

/** Round numbers inside [low, high], about `wanted` of them. */
export function linearTicks(low: number, high: number, wanted: number): number[] {
  const raw = (high - low) / wanted;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((m) => m * power >= raw) ?? 10) * power;
  const ticks: number[] = [];
  for (let i = Math.ceil(low / step); i * step <= high + step * 1e-9; i++)
    ticks.push(Number((i * step).toPrecision(12)));
  return ticks;
}

/** Numbers 1, 1.5, 2, 3, 5, 7 times a power of ten inside [low, high]. */
export function logTicks(low: number, high: number): number[] {
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); 10 ** power <= high; power++)
    for (const m of [1, 1.5, 2, 3, 5, 7]) {
      const tick = Number((m * 10 ** power).toPrecision(12));
      if (tick >= low && tick <= high) ticks.push(tick);
    }
  return ticks;
}

/**
 * Moves labels apart so that neighbours keep `gap` pixels, each as near to its wanted place as the
 * order allows, all within [low, high] if they fit. Returns the places in the order given.
 */
export function spread(
  wanted: readonly number[],
  gap: number,
  low: number,
  high: number,
): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const places = new Array<number>(wanted.length).fill(0);
  let floor = low;
  for (const i of order) {
    places[i] = Math.max(wanted[i] ?? 0, floor);
    floor = (places[i] ?? 0) + gap;
  }
  let ceiling = high;
  for (const i of order.reverse()) {
    places[i] = Math.min(places[i] ?? 0, ceiling);
    ceiling = (places[i] ?? 0) - gap;
  }
  return places;
}
