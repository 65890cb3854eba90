import type { Cell } from '../domain/cell.ts';
import type { ExperimentRecord } from '../domain/experiment.ts';
import type { DeviceChoice } from '../domain/model.ts';
import type { Adapter } from '../domain/training/adapter.ts';
import type { ProblemReport } from '../domain/problem.ts';
import type { ServedLimits } from '../engine/served/limits.ts';
import type { ChosenModel } from '../experiments/plan/models.ts';
import type { Round } from '../experiments/plan/plan.ts';
import type { SeatPlan } from '../experiments/judging/seat.ts';
import type { JudgmentCosts } from '../experiments/run/look-at-judges.ts';
import type { LookAhead } from '../experiments/run/look-ahead.ts';
import type { Summary } from '../experiments/results/summary.ts';
import type { RunProgress } from '../experiments/run/progress.ts';

/** What the page tells the program that drives it. */
export type Message =
  /** A finished cell as one line of JSON, with its recipe's text where that is told for the first time. */
  | { kind: 'cell'; line: string; recipe: { hash: string; text: string } | null }
  | { kind: 'record'; record: ExperimentRecord }
  | { kind: 'round'; round: Round }
  /** What a training came to, with its weights' file in base64. */
  | { kind: 'adapter'; adapter: Adapter; weights: string }
  | { kind: 'progress'; progress: RunProgress };

/** Resolves when what was told is kept; the page does not count a cell as stored before. */
export type Driver = (message: Message) => Promise<void>;

/** Gives the weights' file of a kept adapter, in base64; null where it is gone. */
export type Weights = (adapter: string) => Promise<string | null>;

/** What is to be run, and what an earlier part of it left. */
export interface Order {
  /** As `checkDocument` takes it. */
  document: unknown;
  model: ChosenModel;
  device: DeviceChoice;
  /** Whether cells that failed before are asked again. */
  again: boolean;
  /** Of the earlier part; null begins a new one. */
  record: ExperimentRecord | null;
  rounds: unknown[];
  /** Hashes of the recipes whose texts are kept. */
  recipes: string[];
  /** Adapters whose weights are kept. */
  adapters: Adapter[];
  /** Imported sets that the document may name, by the hash of their content. */
  sets: GivenSet[];
}

/** An imported set, its content as src/formats/benches/stored.ts takes it. */
export interface GivenSet {
  id: string;
  content: unknown;
}

/** What may be asked of served models. Keys come here alone: an order is what others may keep. */
export interface ServedLeave {
  limits: ServedLimits;
  keys: { url: string; key: string }[];
}

/** A plan, for people. */
export interface PlanReport extends LookAhead {
  readonly title: string;
  readonly arms: number;
  readonly items: number;
  readonly seeds: number;
  readonly turns: number;
  /** Labels of the models that are asked. */
  readonly models: readonly string[];
  /** Whether rounds follow that depend on what comes out of this one. */
  readonly searches: boolean;
  readonly judging: JudgmentCosts;
  /** Where judges of the lab sit; null where there are none. */
  readonly seat: SeatPlan | null;
}

/** What a finished experiment is handed over as. */
export interface Outcome {
  /** For a terminal. */
  readonly table: string;
  readonly summary: Summary;
  /** A self-contained HTML file. */
  readonly report: string;
}

/** What came of a call: a Problem crosses as data. */
export type Answer<Value> = { value: Value } | { problem: ProblemReport };

/** The page as its driver sees it. */
export interface HeadlessLab {
  /** @returns the document's title */
  open(order: Order): Answer<string>;
  /** Cells of an earlier part, in as many portions as suit the driver. */
  give(cells: Cell[]): void;
  /** Lets a run ask the served models of its document; without it none is asked. */
  serve(leave: ServedLeave): Answer<null>;
  plan(): Promise<Answer<PlanReport>>;
  run(): Promise<Answer<Outcome>>;
  /** Ends a plan or a run as 'cancelled'; what is finished is kept. */
  stop(): void;
}

declare global {
  interface Window {
    lab: HeadlessLab;
    /** The driver's side, which it lays into the page before the page's own scripts begin. */
    labDriver: Driver;
    labWeights: Weights;
  }
}
