import type { HandRating } from '../../../../domain/experiment.ts';
import { Problem } from '../../../../domain/problem.ts';
import type { ExperimentDocument } from '../../../../experiments/document/document.ts';
import type { FigureData } from '../../../../experiments/figures/data.ts';
import { figureData } from '../../../../experiments/figures/from-results/figure-data.ts';
import { forestFigures } from '../../../../experiments/figures/from-results/forest-figures.ts';
import type { Round } from '../../../../experiments/plan/plan.ts';
import { assemble } from '../../../../experiments/results/assemble.ts';
import { indexRows, type ResultIndex } from '../../../../experiments/results/index-rows.ts';
import type { Results } from '../../../../experiments/results/results.ts';
import { summaryOf, type Summary } from '../../../../experiments/results/summary.ts';
import type { KnownCells } from './known-cells.ts';
import { transcriptsOf, type Transcript } from './transcripts.ts';

/** What is shown of the results so far; its parts belong together. */
export interface Analysis {
  readonly results: Results;
  readonly index: ResultIndex;
  readonly summary: Summary;
  readonly figure: FigureData;
  /** Contrasts as figures, one for each scorer that they are of. */
  readonly forests: readonly FigureData[];
  readonly transcripts: readonly Transcript[];
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
  now = $state.raw<Analysis | null>(null);
  problem = $state.raw<Problem | null>(null);
  busy = $state(false);
  readonly #ground: () => AnalysisGround | null;
  readonly #cells: KnownCells;
  readonly #ratings: () => Promise<HandRating[]>;
  #changed = false;
  #watched = false;
  #working = false;

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

  async #follow(): Promise<void> {
    this.#working = true;
    while (this.#changed && this.#watched) {
      this.#changed = false;
      const began = performance.now();
      await this.#look();
      const pause = Math.max(leastPause, pauseFactor * (performance.now() - began));
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    this.#working = false;
  }

  async #look(): Promise<void> {
    const ground = this.#ground();
    if (!ground || ground.rounds.length === 0) return;
    this.busy = true;
    try {
      const { document, rounds } = ground;
      const ratings = await this.#ratings();
      const results = await assemble(document, rounds, (keys) => this.#cells.read(keys), ratings);
      const index = await indexRows(results);
      const summary = await summaryOf(index);
      const figure = await figureData(index);
      await nextTask();
      const forests = forestFigures(index, summary.contrasts);
      await nextTask();
      const transcripts = transcriptsOf(results.rows);
      await nextTask();
      this.now = { results, index, summary, figure, forests, transcripts };
      this.problem = null;
    } catch (thrown) {
      this.problem = Problem.from(thrown);
    } finally {
      this.busy = false;
    }
  }
}
