import type { HandRating } from '../../../../domain/experiment.ts';
import { Problem } from '../../../../domain/problem.ts';
import type { ExperimentDocument } from '../../../../experiments/document/document.ts';
import type { FigureData } from '../../../../experiments/figures/data.ts';
import { figureData } from '../../../../experiments/figures/from-results/figure-data.ts';
import { forestFigures } from '../../../../experiments/figures/from-results/forest-figures.ts';
import type { Round } from '../../../../experiments/plan/plan.ts';
import { assemble } from '../../../../experiments/results/assemble.ts';
import { progressOf, type Progress } from '../../../../experiments/results/environment.ts';
import { indexRows, type ResultIndex } from '../../../../experiments/results/index-rows.ts';
import type { Results } from '../../../../experiments/results/results.ts';
import { summaryOf, type Summary } from '../../../../experiments/results/summary.ts';
import type { KnownCells } from './known-cells.ts';
import { transcriptsOf, type Transcript } from './transcripts.ts';

/** All cells so far with their scores: there before any mean is. */
export interface Reading {
  readonly results: Results;
  readonly index: ResultIndex;
  readonly transcripts: readonly Transcript[];
  /** Cells by how they ended. */
  readonly cells: Progress;
}

/** What is shown of the results so far; its parts belong together. */
export interface Analysis extends Reading {
  readonly summary: Summary;
  readonly figure: FigureData;
  /** Contrasts as figures, one for each scorer that they are of. */
  readonly forests: readonly FigureData[];
}

/** What is analysed. */
export interface AnalysisGround {
  readonly document: ExperimentDocument;
  readonly rounds: readonly Round[];
}

/** Milliseconds between two looks at results that come in, and how much longer than a look takes. */
const [leastPause, pauseFactor] = [1000, 4];

/** Lets the page work between two steps that cannot be cut. */
const nextTask = () => new Promise((resolve) => setTimeout(resolve));

/** Works results out anew as cells come in, at a pace that leaves the machine to the run. */
export class Analysing {
  read = $state.raw<Reading | null>(null);
  now = $state.raw<Analysis | null>(null);
  problem = $state.raw<Problem | null>(null);
  readonly #ground: () => AnalysisGround | null;
  readonly #cells: KnownCells;
  readonly #ratings: () => Promise<HandRating[]>;
  #changed = false;
  #watched = false;
  #working = false;
  #hurry: (() => void) | null = null;

  constructor(
    ground: () => AnalysisGround | null,
    cells: KnownCells,
    ratings: () => Promise<HandRating[]>,
  ) {
    this.#ground = ground;
    this.#cells = cells;
    this.#ratings = ratings;
  }

  get watched(): boolean {
    return this.#watched;
  }

  /** Whether anybody looks: results are worked out for readers only. */
  set watched(watched: boolean) {
    this.#watched = watched;
    if (watched && this.#changed) this.touch();
  }

  /** Something has changed: results follow when it is time. */
  touch(): void {
    this.#changed = true;
    if (this.#watched && !this.#working) void this.#follow();
  }

  /** The last cell is there: nobody should wait for a pause to end. */
  finish(): void {
    this.touch();
    this.#hurry?.();
  }

  async #follow(): Promise<void> {
    this.#working = true;
    while (this.#changed && this.#watched) {
      this.#changed = false;
      const began = performance.now();
      await this.#look();
      await this.#pause(Math.max(leastPause, pauseFactor * (performance.now() - began)));
    }
    this.#working = false;
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async #look(): Promise<void> {
    const ground = this.#ground();
    if (!ground || ground.rounds.length === 0) return;
    try {
      const read = await this.#read(ground);
      this.read = read;
      await nextTask();
      const summary = await summaryOf(read.index);
      const figure = await figureData(read.index);
      await nextTask();
      const forests = forestFigures(read.index, summary.contrasts);
      await nextTask();
      this.now = { ...read, summary, figure, forests };
      this.problem = null;
    } catch (thrown) {
      this.problem = Problem.from(thrown);
    }
  }

  async #read({ document, rounds }: AnalysisGround): Promise<Reading> {
    const ratings = await this.#ratings();
    const results = await assemble(document, rounds, (keys) => this.#cells.read(keys), ratings);
    const index = await indexRows(results);
    await nextTask();
    const cells = progressOf(index);
    await nextTask();
    const transcripts = transcriptsOf(results.rows);
    await nextTask();
    return { results, index, transcripts, cells };
  }
}
