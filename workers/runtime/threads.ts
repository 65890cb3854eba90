/**
 * Threads for wasm: all of a small machine, half of a large one (its other half is often the same
 * cores again), at most 8. One where the page is not cross-origin isolated: no shared memory.
 * @param beside whether another worker's model is at work meanwhile: half of them, so that both get on
 */
export function threadCount(cores: number, isolated: boolean, beside = false): number {
  if (!isolated) return 1;
  const all = Math.min(8, Math.max(Math.min(cores, 4), Math.ceil(cores / 2)));
  return beside ? Math.max(1, Math.floor(all / 2)) : all;
}
