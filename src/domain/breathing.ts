/** Time after which long work lets the page paint and answer, in milliseconds. */
const slice = 12;

/**
 * Makes a function to be awaited often in long work: it returns at once, or every few milliseconds lets
 * the page work first.
 * @throws the signal's reason from then on, where it is aborted
 */
export function breathing(signal?: AbortSignal): () => Promise<void> | undefined {
  let last = performance.now();
  return () => {
    signal?.throwIfAborted();
    if (performance.now() - last < slice) return undefined;
    return new Promise<void>((resolve) => setTimeout(resolve)).then(() => {
      last = performance.now();
    });
  };
}
