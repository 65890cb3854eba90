import { demonstration, type Demonstration } from '../../domain/demonstration.ts';
import type { PoolQuality } from '../recipes/source.ts';
import type { BenchItem, BenchStyle, PlainDemonstration } from '../../scoring/lab-80/schema.ts';
import { dress } from '../../scoring/lab-80/style.ts';

/** What the prompts of one language are made of. */
export interface Material {
  readonly language: string;
  readonly rules: string;
  /** The fixed block, URIAL's three. */
  readonly curated: readonly Demonstration[];
  readonly pool: readonly Demonstration[];
  /** The lab's pools by quality: those that some arm asks for. */
  readonly pools: Readonly<Partial<Record<PoolQuality, readonly Demonstration[]>>>;
  /** Two exchanges each, for demonstrations of several turns. */
  readonly conversations: readonly (readonly [Demonstration, Demonstration])[];
  /** How answers are dressed, seed modulo their number; none where the bench has no styles. */
  readonly styles: readonly BenchStyle[];
}

/** Pairs as demonstrations with ids of their own: `<prefix>-<number>`. */
export const asDemonstrations = (
  pairs: readonly { query: string; answer: string; category?: string }[],
  prefix: string,
): Demonstration[] =>
  pairs.map(({ query, answer, category }, i) =>
    demonstration(query, answer, category ?? '', `${prefix}-${i}`),
  );

/** The demonstrations that an item of Lab-80's context part brings: nothing else answers it. */
export const ownPool = (item: BenchItem): PlainDemonstration[] | null =>
  item.part === 'context' ? item.demonstrations : null;

/** The style of a seed; undefined where there is none. */
export const styleOf = (styles: readonly BenchStyle[], seed: number): BenchStyle | undefined =>
  styles[seed % Math.max(1, styles.length)];

/** Demonstrations whose answers are dressed in a style; an answer that was left out stays so. */
export const inStyle = (
  shown: readonly Demonstration[],
  style: BenchStyle | undefined,
): Demonstration[] =>
  shown.map((d) => (style && d.answer !== '' ? { ...d, answer: dress(style, d.answer) } : d));
