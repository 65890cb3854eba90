import type { EngineLimits } from './batch-engine.ts';

const mebi = 2 ** 20;
/** More rows than this gain little: the products are then as fast as the device makes them. */
const mostRows = 64;

/**
 * Bytes that caches may take: an eighth of the machine's memory, as far as the browser tells it (GiB), and
 * no more than fits beside a model into the 4 GiB that wasm has.
 */
export const cacheBudget = (deviceMemory = 4): number => Math.min(1024, 128 * deviceMemory) * mebi;

/**
 * How much is done at once within a budget: half of it for rows at work, twice over because a step makes
 * the longer cache before it frees the shorter one; a quarter for prefixes kept, a quarter for those being made.
 * @param budget bytes
 * @param bytesPerPosition of a row's keys and values over all layers
 */
export function limitsFor(budget: number, bytesPerPosition: number): EngineLimits {
  return {
    rows: mostRows,
    positions: Math.floor(budget / 4 / bytesPerPosition),
    branch: 4,
    longer: 64,
    prefixBytes: budget / 4,
  };
}
