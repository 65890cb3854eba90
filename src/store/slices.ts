/** Records handled at one go: the page can paint and answer between two slices. */
const sliceSize = 200;

/** A long list in short pieces, in order. */
export function* slices<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let i = 0; i < items.length; i += sliceSize) yield items.slice(i, i + sliceSize);
}

/** Lets the page work before going on. Not inside a transaction: it would end there. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
