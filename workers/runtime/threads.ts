/**
 * Threads for wasm: all of a small machine, half of a large one (its other half is often the same
 * cores again), at most 8. One where the page is not cross-origin isolated: no shared memory.
 */
export function threadCount(cores: number, isolated: boolean): number {
  return isolated ? Math.min(8, Math.max(Math.min(cores, 4), Math.ceil(cores / 2))) : 1;
}
