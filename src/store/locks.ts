/**
 * Does work that only one tab may do at a time, such as running an experiment. The name is free again when
 * the work ends, however it ends, and when its tab does.
 * @param onBusy called instead where this or another tab is at it
 */
export async function whileHolding<T, B>(
  name: string,
  work: () => Promise<T>,
  { onBusy }: { onBusy: () => B | Promise<B> },
): Promise<T | B> {
  return navigator.locks.request(name, { ifAvailable: true }, (lock): Promise<T | B> | T | B =>
    lock ? work() : onBusy(),
  );
}

/** Whether this or another tab is at work under this name. */
export async function isHeld(name: string): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some((lock) => lock.name === name);
}
