import type { JudgmentCell } from '../domain/cell.ts';
import type { IfevalTask } from '../domain/ifeval.ts';
import type { StopReason } from '../domain/run.ts';
import type { Evidence } from './degeneration/finding.ts';
import type { BenchStyle, BenchTurn } from './lab-80/schema.ts';

/** One turn's answer with all that a scorer may look at. */
export interface AnsweredTurn {
  /** As the reader sees it (domain/prompt.ts, `cleanAnswer`). */
  readonly answer: string;
  /** As the model gave it, before its stop string. */
  readonly rawText: string;
  /** Every token drawn, the end token and those of a stop string included. */
  readonly tokens: readonly number[];
  /** How many those were, where they themselves are not known. */
  readonly tokenCount?: number;
  readonly stopReason: StopReason;
  readonly stopString: string | null;
  readonly maxNewTokens: number;
  /** What the user says in this turn. */
  readonly query: string;
  /** What the user has said so far, this turn last, a line each turn. */
  readonly userSaid: string;
  /** A right answer, where the question has one. */
  readonly reference: string | null;
  /** ISO 639-1: the language that the answer should be in. */
  readonly language: string;
  /** The question's category; in 'coding' code is asked for. */
  readonly category?: string;
  /** Lab-80's own: how the turn is judged, and the style that the demonstrations show, if any are shown. */
  readonly turnSpec?: BenchTurn;
  readonly style?: BenchStyle;
  /** IFEval's instructions, where the question has some. */
  readonly ifeval?: IfevalTask;
  /** Of the text that the scorer "likelihood" asks about, under this arm's prompt: ln p of each token. */
  readonly logProbabilities?: readonly number[];
  /** What the scorer's judge said of it: one judgment; or two beside another answer, first as A, then as B. */
  readonly judgments?: readonly Judgment[];
}

/** A judgment as far as a score is read from it. */
export type Judgment = Pick<JudgmentCell, 'reply' | 'choices'>;

/** A number, with the places that speak for it (in `rawText`) where a reader can look; or why there is none. */
export type Scored =
  | { readonly value: number; readonly evidence?: readonly Evidence[] }
  | {
      readonly error: string;
      /** What could not be read, where that is a text. */
      readonly text?: string;
      /** Whether another cell failed, which tells of it itself. */
      readonly elsewhere?: true;
    };

/** What a scorer says and how it is read. */
export interface ScorerFacts {
  /** Stable: the same text in every document that means the same scorer. */
  readonly id: string;
  /** Raised when the same answer could get another number. */
  readonly version: number;
  /** For the reader, without the unit. */
  readonly label: string;
  /** What one step of the number is; empty for shares and yes (1) or no (0). */
  readonly unit: string;
  /** Null where there is no end. */
  readonly range: { readonly min: number | null; readonly max: number | null };
  /** Null where neither is better. */
  readonly higherIsBetter: boolean | null;
}

/** A scorer at work. */
export interface ReadyScorer extends ScorerFacts {
  /** Pure; never throws. What could not be judged is an error, never 0. */
  score(answered: AnsweredTurn): Scored;
}
