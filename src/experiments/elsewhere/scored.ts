import type { BenchFile } from '../../formats/benches/types.ts';
import type { Estimate } from '../../scoring/statistics/clustered.ts';

/** A benchmark whose answers or judgments can be scored without a model. */
export type ScoredBench = 'mt-bench' | 'alpaca-eval' | 'ifeval' | 'just-eval';

export const benchNames: Readonly<Record<ScoredBench, string>> = {
  'mt-bench': 'MT-Bench',
  'alpaca-eval': 'AlpacaEval',
  ifeval: 'IFEval',
  'just-eval': 'Just-Eval',
};

/** A file that was read, and what it is called. */
export interface SourceFile {
  readonly name: string;
  readonly file: BenchFile;
}

/** A number with what it rests on, a plain number, or words. */
export type ScoreCell = Estimate | number | string;

/** A table for readers. */
export interface ScoreTable {
  readonly title: string;
  /** What the numbers are; whole sentences. */
  readonly about: string;
  readonly head: readonly string[];
  /** The first cell is the row's heading. */
  readonly rows: readonly (readonly [heading: string, ...ScoreCell[]])[];
}

/** What one kind of judgment comes to: tables for readers, the same numbers for programs, and what to know. */
export interface ScoredPart {
  readonly tables: readonly ScoreTable[];
  readonly scores: Readonly<Record<string, unknown>>;
  /** Whole sentences: what was left out, which rule was taken. */
  readonly notes: readonly string[];
}

/** All that was worked out from files that were made elsewhere; plain data. */
export interface Scored extends ScoredPart {
  readonly format: 'incontext-lab/scores';
  readonly version: 1;
  readonly bench: ScoredBench;
  readonly files: readonly {
    readonly name: string;
    readonly recognised: string;
    /** Records that could not be read and are in no number. */
    readonly leftOut: number;
  }[];
}

/** Parts one after another. */
export const joined = (parts: readonly ScoredPart[]): ScoredPart => ({
  tables: parts.flatMap(({ tables }) => tables),
  scores: Object.assign({}, ...parts.map(({ scores }) => scores)) as ScoredPart['scores'],
  notes: parts.flatMap(({ notes }) => notes),
});
