import { endedItself } from '../../../src/scoring/ended.ts';
import type { BenchItem, BenchLanguage, BenchTurn } from '../../../src/scoring/lab-80/schema.ts';
import { scoreAnswer } from '../../../src/scoring/lab-80/score.ts';
import type { Answer } from '../generate/job.ts';
import { conditionName, type Part } from './condition.ts';
import { styleOf } from './demonstrations.ts';
import type { Material } from './material.ts';
import type { Asking } from './prompt.ts';

/** An answer as it was given, before any scoring. */
export interface GivenAnswer extends Answer {
  /** SHA-256 of the whole prompt, the first 16 hex digits. */
  readonly promptHash: string;
}

/** One turn of one item under one draw, scored: a line of --rows. */
export interface ScoredRow {
  readonly condition: string;
  readonly item: string;
  readonly part: Part;
  /** What the demonstrations must tell; null in the world part. */
  readonly evidence: string | null;
  readonly category: BenchItem['category'];
  readonly language: BenchLanguage;
  readonly draw: number;
  readonly turn: 1 | 2;
  readonly promptHash: string;
  readonly answer: string;
  readonly stopped: boolean;
  readonly score: number;
  readonly content: number;
  readonly format: number;
  readonly style: number;
  readonly stop: number;
}

/** Scores one turn's answer. */
export function scoredRow(
  material: Material,
  { condition, item, draw }: Asking,
  turn: 1 | 2,
  given: GivenAnswer,
): ScoredRow {
  const answer = given.text.trim();
  const stopped = endedItself(given);
  const { score, content, format, style, stop } = scoreAnswer({
    turn: item.turns[turn - 1] as BenchTurn,
    answer,
    stopped,
    style: condition.arm.shown > 0 ? styleOf(material, draw) : undefined,
    query: item.turns
      .slice(0, turn)
      .map(({ query }) => query)
      .join('\n'),
  });
  return {
    condition: conditionName(condition),
    item: item.id,
    part: item.part,
    evidence: item.part === 'context' ? item.evidence : null,
    category: item.category,
    language: material.language,
    draw,
    turn,
    promptHash: given.promptHash,
    answer,
    stopped,
    score,
    content,
    format,
    style,
    stop,
  };
}
