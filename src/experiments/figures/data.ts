import type { Expectation } from '../document/contrast.ts';

/** What numbers of a figure are: the scorer's unit, and how it is written. */
export interface Measure {
  /** For the axis: "Lab-80 score, 1 to 10". */
  readonly label: string;
  /** Ends of the scale, null where it has none; an axis never leaves them. */
  readonly low: number | null;
  readonly high: number | null;
  /** Values from 0 to 1 that are written as percentages. */
  readonly percent: boolean;
  /** Decimal places, of percentages too. */
  readonly digits: number;
}

/** One estimate with what is behind it. Where there is no estimate there is no point: never a 0. */
export interface FigurePoint {
  /** In words: "URIAL, 1st turn". */
  readonly label: string;
  /** Level by axis; which axes there are depends on the figure. */
  readonly at: Readonly<Record<string, string>>;
  readonly value: number;
  /** Ends of the interval, in the measure's unit. */
  readonly low: number;
  readonly high: number;
  /** How many questions (or what `counted` says) the interval is over. */
  readonly n: number;
  readonly seeds: number;
  /** Cells behind it that are still to come, and that failed; neither is in the value. */
  readonly missing: number;
  readonly errors: number;
  /** Keys of the cells behind it, so that their transcripts can be shown. */
  readonly cells: readonly string[];
}

/** A factor that places points, its levels in the order in which they are shown. */
export interface Axis {
  readonly name: string;
  readonly levels: readonly string[];
}

/** Values that a paper printed, by one of its models; papers give no intervals. */
export interface PaperSeries {
  /** "Mistral-7B-v0.2" */
  readonly label: string;
  /** "arXiv 2405.19874, Table 3: Mistral-7B-v0.2, 3 demonstrations" */
  readonly source: string;
  /** What the numbers are: never quite ours. */
  readonly measure: Pick<Measure, 'label' | 'low' | 'high'>;
  readonly values: readonly {
    readonly at: Readonly<Record<string, string>>;
    readonly value: number;
  }[];
}

/** What every figure says of itself. */
interface Head {
  readonly title: string;
  readonly measure: Measure;
  /** What the intervals are: "95 % intervals over questions and seeds (bootstrap)". */
  readonly interval: string;
  /** What `n` counts, in the singular: "question". */
  readonly counted: string;
  /** Model, device, bench: what has to stay with the figure when it leaves the page. */
  readonly source: string;
  readonly paper: readonly PaperSeries[];
}

/** Rows by columns of means with intervals (Tables 2, 3, 6 of arXiv 2405.19874). */
export interface TableFigure extends Head {
  readonly kind: 'table';
  readonly rows: Axis;
  readonly columns: Axis;
  readonly points: readonly FigurePoint[];
}

/** Means as shades with their numbers (Figs 1, 10, 11). `strips` are rows of panels. */
export interface HeatmapFigure extends Head {
  readonly kind: 'heatmap';
  readonly x: Axis;
  readonly y: Axis;
  readonly panels: Axis | null;
  readonly strips: Axis | null;
  readonly points: readonly FigurePoint[];
  /** Arms outside the factors: cells of their own, below. */
  readonly references: readonly FigurePoint[];
}

/** Lines with bands over a factor whose levels are numbers (Figs 2, 4, 6). */
export interface BandsFigure extends Head {
  readonly kind: 'bands';
  readonly x: Axis;
  readonly lines: Axis;
  readonly panels: Axis | null;
  readonly points: readonly FigurePoint[];
  /** Arms outside the factors: level lines, named by their `at.reference`. */
  readonly references: readonly FigurePoint[];
}

/** Candidates' scores by round, the chosen ones marked (Figs 5, 9). */
export interface HistogramFigure extends Head {
  readonly kind: 'histogram';
  readonly rounds: readonly {
    readonly label: string;
    readonly candidates: readonly FigurePoint[];
    /** Index of the candidate that was kept; null while the round is not over. */
    readonly chosen: number | null;
  }[];
  /** Score from which a candidate comes into the next round. */
  readonly threshold: number | null;
  /** The prompt without any candidate. */
  readonly start: FigurePoint | null;
}

/** Dots with intervals, side by side in groups. */
export interface DotsFigure extends Head {
  readonly kind: 'dots';
  readonly x: Axis;
  readonly groups: Axis;
  readonly panels: Axis | null;
  readonly points: readonly FigurePoint[];
  readonly references: readonly FigurePoint[];
}

/** Shares of unshifted, marginal and shifted tokens by arm, and of shifted ones by position (E11). */
export interface ShiftFigure extends Head {
  readonly kind: 'shift';
  readonly arms: Axis;
  /** Placed by arm and by `shift`: unshifted, marginal, shifted. */
  readonly points: readonly FigurePoint[];
  /** Share of shifted tokens, placed by arm and by `position`: "1", "2 to 4". */
  readonly positions: readonly FigurePoint[];
}

/** Contrasts with their intervals, one below the other. */
export interface ForestFigure extends Head {
  readonly kind: 'forest';
  readonly rows: readonly {
    readonly point: FigurePoint;
    readonly expect: Expectation | null;
    readonly verdict: 'supported' | 'contradicted' | 'undecided' | null;
  }[];
}

/** What is drawn, whatever it was computed from. */
export type FigureData =
  | TableFigure
  | HeatmapFigure
  | BandsFigure
  | HistogramFigure
  | DotsFigure
  | ShiftFigure
  | ForestFigure;
