import type { BenchLanguage } from '../../../src/scoring/lab-80/schema.ts';
import type { Interval } from '../../../src/scoring/statistics/interval.ts';
import type { Arm, Condition, Part } from '../conditions/condition.ts';
import type { ScoredRow } from '../conditions/scored.ts';
import type { ProbeCase } from '../probe/probe.ts';

/** What a row counts. */
export const measures = {
  /** 1 to 10. */
  score: (row: ScoredRow) => row.score,
  /** The content is right, nothing contradicts. */
  right: (row: ScoredRow) => Number(row.content === 5),
  /** Ended by itself, in the form that was asked for. */
  obeys: (row: ScoredRow) => Number(row.stop === 1 && row.format === 2),
} as const;
export type Measure = keyof typeof measures;

/** A number for every item and draw: one turn of one arm. */
export interface Cell {
  readonly arm: Arm;
  readonly language: BenchLanguage;
  readonly parts: readonly Part[];
  readonly turn: 1 | 2;
  readonly measure: Measure;
}

/** A cell and the factor it counts with. */
export interface ContrastTerm {
  readonly factor: number;
  readonly cell: Cell;
}

interface RowOfTable {
  /** Names the row with --only and in --json. */
  readonly contrast: string;
  /** Points of the score, or a share from 0 to 1. */
  readonly unit: 'points' | 'share';
  /** What is wanted, in words; "reported" where nothing is. */
  readonly wanted: string;
}

/** A row from Lab-80: a sum of cells, item by item and draw by draw. */
export interface BenchContrast extends RowOfTable {
  readonly kind: 'bench';
  readonly terms: readonly ContrastTerm[];
  /** A second sum that `reached` looks at. */
  readonly beside?: readonly ContrastTerm[];
  /** Whether the result is as wanted; left out where nothing is wanted. */
  readonly reached?: (own: Interval, beside: Interval | undefined) => boolean;
}

/** A row from a probe: a rate of right answers. */
export interface ProbeContrast extends RowOfTable {
  readonly kind: 'probe';
  readonly probe: ProbeCase;
  readonly count: number;
  readonly reached?: (own: Interval) => boolean;
}

export type Contrast = BenchContrast | ProbeContrast;

/** The conditions that a cell is made of. */
export const conditionsOf = ({ arm, language, parts }: Cell): Condition[] =>
  parts.map((part) => ({ arm, language, part }));

/** Every cell that a row looks at. */
export const cellsOf = (contrast: Contrast): Cell[] =>
  contrast.kind === 'probe'
    ? []
    : [...contrast.terms, ...(contrast.beside ?? [])].map(({ cell }) => cell);
