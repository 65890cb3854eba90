import type { Random } from '../pretrain/corpus/random.ts';

/** Members of one step, by their number, and the row length that holds the longest of them. */
export interface Batch {
  readonly members: readonly number[];
  readonly length: number;
}

/** Row lengths, in tokens, that training graphs are built for: few graphs, little padding. */
export const rowLengths: readonly number[] = [32, 64, 96, 128, 192, 256, 384, 512, 768, 1024, 2048];

/**
 * The shortest row length that holds `size` tokens.
 * @throws RangeError when none does
 */
export function rowLengthFor(size: number, what = 'An example'): number {
  const found = rowLengths.find((length) => length >= size);
  if (found !== undefined) return found;
  throw new RangeError(`${what} of ${size} tokens is longer than ${rowLengths.at(-1)}.`);
}

/**
 * One pass over things of the given sizes, in seeded order, every one once. Things of like length
 * share a batch, so that little is padded: what does not fill a batch moves up to longer ones, and only
 * the last batch may be smaller.
 * @throws RangeError that numbers the thing, from 1, when it is longer than the longest row
 */
export function epochBatches(sizes: readonly number[], batch: number, random: Random): Batch[] {
  const lengths = sizes.map((size, i) => rowLengthFor(size, `Example ${i + 1}`));
  const lengthOf = (member: number): number => lengths[member] as number;
  const order = random
    .shuffle(sizes.map((_, member) => member))
    .sort((a, b) => lengthOf(a) - lengthOf(b)); // stable: within a length the order stays drawn
  const batches: Batch[] = [];
  for (let at = 0; at < order.length; at += batch) {
    const members = order.slice(at, at + batch);
    batches.push({ members, length: lengthOf(members.at(-1) as number) });
  }
  return random.shuffle(batches);
}
