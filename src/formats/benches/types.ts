import type { DataSet } from '../training/data-set.ts';
import type { UrialFile } from '../urial-file.ts';

/** The benchmarks whose files are known by their fields; anything else that asks questions is 'other'. */
export type BenchName = 'mt-bench' | 'alpaca-eval' | 'ifeval' | 'just-eval' | 'other';

export interface BenchTurn {
  readonly query: string;
  readonly reference: string | null;
}

/** A checkable instruction of IFEval, as its file names it: "punctuation:no_comma", "es:punctuation:no_comma". */
export interface IfevalInstruction {
  readonly id: string;
  /** Null fields, which some files are full of, are left out. */
  readonly kwargs: Readonly<Record<string, unknown>>;
}

export interface BenchItem {
  /** As the file has it, numbers in digits: "81", "81_ES"; the position from 0 where the file has none. */
  readonly id: string;
  /** As the file has it; '' where it has none. */
  readonly category: string;
  /** A two-letter code where the file tells. */
  readonly language: string | null;
  /** One or two. */
  readonly turns: readonly BenchTurn[];
  readonly ifeval?: { readonly instructions: readonly IfevalInstruction[] };
}

/** What an imported set says of itself; the reader of the page can correct it. */
export interface Provenance {
  readonly licence: string | null;
  /** Where it is from: an address, or a data set's name on the hub. */
  readonly source: string | null;
}

/** Questions: MT-Bench, AlpacaEval, IFEval, Just-Eval, or any list of prompts. */
export interface QuestionSet extends Provenance {
  readonly kind: 'questions';
  readonly bench: BenchName;
  readonly name: string;
  /** Of all items; null where they differ or do not tell. */
  readonly language: string | null;
  readonly items: readonly BenchItem[];
}

/** MT-Bench's reference answers (reference_answer/gpt-4.jsonl). */
export interface ReferenceSet {
  readonly kind: 'references';
  readonly references: readonly BenchReference[];
}

export interface BenchReference {
  /** The question's id. */
  readonly id: string;
  readonly system: string;
  readonly turns: readonly string[];
}

/** The file formats in which answers come. */
export type AnswerForm = 'fastchat' | 'alpaca-eval' | 'ifeval' | 'just-eval' | 'lm-eval';

export interface BenchAnswer {
  /**
   * FastChat: question_id; Just-Eval: id; lm-eval: doc_id; AlpacaEval and IFEval, which have none (or a `key`):
   * the position in the file from 0. Joined by `query` where a file has it.
   */
  readonly id: string;
  /** The model that answered; '' where the file does not say. */
  readonly system: string;
  /** What it said, turn by turn; an empty answer is ''. */
  readonly turns: readonly string[];
  readonly query?: string;
  /** AlpacaEval's sub-set ("helpful_base"), lm-eval's task: null where it has none. */
  readonly part?: string | null;
  /** IFEval results alone: what its own checker found, strict and loose, per instruction. */
  readonly ifeval?: {
    readonly instructions: readonly string[];
    readonly strict: readonly boolean[] | null;
    readonly loose: readonly boolean[] | null;
  };
}

export interface AnswerSet {
  readonly kind: 'answers';
  readonly form: AnswerForm;
  readonly answers: readonly BenchAnswer[];
}

/** FastChat's single judgment: one row of model_judgment/gpt-4_single.jsonl. */
export interface SingleJudgment {
  readonly form: 'single';
  readonly id: string;
  readonly system: string;
  /** Model, and the prompt's name. */
  readonly judge: readonly [model: string, prompt: string];
  readonly prompt: string;
  readonly judgment: string;
  /** -1 where none was read. */
  readonly score: number;
  /** 1 or 2. */
  readonly turn: number;
  readonly time: number | null;
}

export type Winner = 'first' | 'second' | 'tie' | 'error';

/** FastChat's pair judgment: both orders in one row (gpt-4_pair.jsonl). */
export interface PairJudgment {
  readonly form: 'pair';
  readonly id: string;
  readonly systems: readonly [first: string, second: string];
  readonly judge: readonly [model: string, prompt: string];
  /** Of the order as the row names it, and of the other; both as seen from `systems`. */
  readonly winners: readonly [Winner, Winner];
  readonly judgments: readonly [string, string];
  readonly turn: number;
  readonly time: number | null;
}

/** AlpacaEval's annotation: output_1 is the baseline's. */
export interface PreferenceJudgment {
  readonly form: 'preference';
  /** The position in the file, from 0. */
  readonly id: string;
  readonly instruction: string;
  readonly outputs: readonly [baseline: string, system: string];
  readonly systems: readonly [baseline: string, system: string];
  readonly judge: string;
  /** 1 the baseline .. 2 the system; null where the judge gave none (or 0, AlpacaEval's old draw, as 1.5). */
  readonly preference: number | null;
  readonly part: string | null;
}

/** Just-Eval's row: a score for each aspect, with the judge's reason. */
export interface AspectJudgment {
  readonly form: 'aspects';
  readonly id: string;
  readonly query: string;
  readonly answer: string;
  readonly system: string;
  readonly judge: string;
  /** As the file has them: a number, or 'N/A' (which Just-Eval counts as 5). Empty where the judge's JSON was not read. */
  readonly aspects: Readonly<
    Record<string, { readonly score: number | 'N/A'; readonly reason: string }>
  >;
}

export type BenchJudgment = SingleJudgment | PairJudgment | PreferenceJudgment | AspectJudgment;

/** Rows of one form, in the file's order: duplicates are kept, since aggregation rules differ over them. */
export type JudgmentSet =
  | JudgmentsOf<'single', SingleJudgment>
  | JudgmentsOf<'pair', PairJudgment>
  | JudgmentsOf<'preference', PreferenceJudgment>
  | JudgmentsOf<'aspects', AspectJudgment>;

interface JudgmentsOf<Form extends string, Row> {
  readonly kind: 'judgments';
  readonly form: Form;
  readonly judgments: readonly Row[];
}

/** One of FastChat's judge_prompts.jsonl. */
export interface JudgePrompt {
  readonly name: string;
  readonly type: 'single' | 'pairwise';
  readonly system: string;
  /** Holes are {question}, {answer}, {ref_answer_1} …, as in Python's format. */
  readonly template: string;
  readonly description: string;
  readonly category: string;
  /** "[[rating]]", "[[A]]". */
  readonly output: string;
}

export interface JudgePromptSet {
  readonly kind: 'judge-prompts';
  readonly prompts: readonly JudgePrompt[];
}

/** AlpacaEval's difficulty d_x of each instruction, for the length-controlled win rate. */
export interface DifficultySet {
  readonly kind: 'difficulties';
  readonly difficulties: readonly {
    readonly index: number;
    readonly instruction: string;
    readonly difficulty: number;
  }[];
}

/** Examples to draw demonstrations from, or to train on. */
export interface PoolSet {
  readonly kind: 'pool';
  readonly data: DataSet;
}

/** A URIAL prompt file: rules and demonstrations in their layout. */
export interface PromptSet {
  readonly kind: 'prompt';
  readonly file: UrialFile;
}

export type BenchContent =
  | QuestionSet
  | ReferenceSet
  | AnswerSet
  | JudgmentSet
  | JudgePromptSet
  | DifficultySet
  | PoolSet
  | PromptSet;

/** A record that was left out. */
export interface LineProblem {
  /** From 1. */
  readonly line: number;
  /** Whole sentences; it begins with "Line 12". */
  readonly message: string;
}

/** What a file turned out to be, and what of it was not read. */
export type BenchFile = BenchContent & {
  /** For people: "MT-Bench questions". */
  readonly recognised: string;
  /** In the order of lines. */
  readonly problems: readonly LineProblem[];
  /** What the reader should check though nothing was left out for it. */
  readonly notes: readonly string[];
};
