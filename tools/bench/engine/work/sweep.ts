import { defaultDecoding, type Decoding } from '../../../../src/domain/decoding.ts';
import { uniform } from '../../../../src/domain/draw.ts';
import type { GenerationJob } from '../../../../workers/protocol.ts';

/** What a sweep varies: a decoding grid as in the studies, greedy first. */
const grid: readonly Partial<Decoding>[] = [
  { temperature: 0 },
  { temperature: 0, repetitionPenalty: 1.15 },
  { temperature: 0.3 },
  { temperature: 0.7 },
  { temperature: 1 },
  { temperature: 0.7, topP: 0.9 },
  { temperature: 1, topP: 0.9 },
  { temperature: 1, topP: 0.95, repetitionPenalty: 1.15 },
];

/** How much work a sweep is. */
export interface SweepSize {
  /** Tokens that all prompts begin with. */
  readonly prefix: number;
  readonly queries?: number;
  readonly settings?: number;
  /** Runs of every query and setting that differ in nothing but their seeds. */
  readonly seeds?: number;
}

/** The lowest ids are control tokens in many vocabularies. */
const firstOrdinary = 8;

/**
 * Jobs of a sweep: queries of 12 to 47 tokens behind one prefix, each under every setting, for 24 to
 * 63 new tokens.
 * @param seed another one gives other tokens everywhere: nothing can have been kept from before
 */
export function sweepJobs(
  vocabularySize: number,
  { prefix, queries = 8, settings = grid.length, seeds = 1 }: SweepSize,
  seed: number,
): GenerationJob[] {
  const text = (name: string, length: number): number[] =>
    Array.from(
      { length },
      (_, i) =>
        firstOrdinary + Math.floor(uniform(seed, name, i) * (vocabularySize - firstOrdinary)),
    );
  const shared = text('prefix', prefix);
  return Array.from({ length: queries }, (_, q) => {
    const query = text(`query ${q}`, 12 + Math.floor(36 * uniform(seed, 'lengths', q)));
    return Array.from({ length: settings * seeds }, (_, at): GenerationJob => {
      const key = `${q}/${at}`;
      return {
        promptTokens: [...shared, ...query],
        decoding: {
          ...defaultDecoding,
          ...grid[at % settings],
          maxNewTokens: 24 + Math.floor(40 * uniform(seed, key, 0)),
          seed: 100 + at,
        },
        key,
      };
    });
  }).flat();
}

/** Every query once and every setting once: what stands for a sweep where all of it would take too long. */
export const diagonal = (jobs: readonly GenerationJob[]): GenerationJob[] =>
  jobs.filter((_, i) => i % (grid.length + 1) === 0);

/** Whether nothing is drawn by lot, so that two contestants have to draw the same. */
export const isGreedy = ({ decoding }: GenerationJob): boolean => decoding.temperature === 0;

/** Tokens that jobs will be continued by. */
export const newTokens = (jobs: readonly GenerationJob[]): number =>
  jobs.reduce((sum, { decoding }) => sum + decoding.maxNewTokens, 0);
