import type { Answer } from '../decoding/answer.ts';
import type { Selector } from '../sampler/select.ts';
import type { BatchDecoder } from './batch-decoder.ts';
import type { RowCache } from './caches/row-cache.ts';
import type { Suffix, Wave } from './plan.ts';
import { readSideBySide, type Lease, type Pause, type PrefixStore } from './prefixes.ts';
import type { Row } from './rows.ts';

/** What waves are run with. */
export interface WaveParts {
  readonly decoder: BatchDecoder;
  readonly selector: Selector;
  readonly prefixes: PrefixStore;
  /** Tokens of a prompt that are read at once. */
  readonly chunk: number;
  /** The answer of a job, by its number. */
  readonly answerOf: (job: number) => Answer;
}

/** What rows read before their own tokens. */
export interface Ground extends Lease {
  /** Whether each row has its own: then they are regrouped with the rows. */
  readonly apart: boolean;
}

/** A wave whose prompts are read but for their last tokens. */
export interface ReadWave {
  readonly ground: Ground;
  readonly cache: RowCache;
  readonly rows: readonly Row[];
}

/** Prefixes that are the wave's own. */
export const apart = (prefix: RowCache): Ground => ({
  prefix,
  release: () => prefix.dispose(),
  apart: true,
});

/** Equal prompts as one row. */
const rowOf = ({ answerOf }: WaveParts, { tokens, jobs }: Suffix): Row => ({
  answers: jobs.map(answerOf),
  next: tokens.at(-1) as number,
});

/**
 * Reads a wave's prompts but for their last tokens: each prefix once, each suffix once.
 * @param pause called between two runs; what it throws ends the reading
 */
export const readWave = (parts: WaveParts, wave: Wave, pause: Pause): Promise<ReadWave> =>
  wave.kind === 'shared' ? readShared(parts, wave, pause) : readApart(parts, wave, pause);

async function readShared(
  parts: WaveParts,
  { prefix: tokens, suffixes }: Extract<Wave, { kind: 'shared' }>,
  pause: Pause,
): Promise<ReadWave> {
  const { decoder, prefixes, chunk } = parts;
  const lease = await prefixes.lease(tokens, pause);
  const texts = suffixes.map((suffix) => suffix.tokens.slice(0, -1));
  const behind = { prefix: lease.prefix, length: tokens.length };
  const cache = await readSideBySide(decoder, texts, behind, chunk, pause).catch(
    (thrown: unknown) => {
      lease.release();
      throw thrown;
    },
  );
  const rows = suffixes.map((suffix) => rowOf(parts, suffix));
  return { ground: { ...lease, apart: false }, cache, rows };
}

async function readApart(
  parts: WaveParts,
  { prefixes, suffixes }: Extract<Wave, { kind: 'apart' }>,
  pause: Pause,
): Promise<ReadWave> {
  const { decoder, chunk } = parts;
  const behind = { prefix: decoder.caches.none(1), length: 0 };
  const read = await readSideBySide(decoder, prefixes, behind, chunk, pause).finally(() =>
    behind.prefix.dispose(),
  );
  const rows = suffixes.map((suffix) => rowOf(parts, suffix));
  return { ground: apart(read), cache: decoder.caches.none(rows.length), rows };
}
