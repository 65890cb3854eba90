import { jsonLines, type ExportFile, type Named, type Rest } from './file.ts';

/** FastChat's own numbers are whole; multilingual sets have texts such as "81_ES". */
export type QuestionId = number | string;

/** A line of question.jsonl. */
export interface FastChatQuestion {
  readonly question_id: QuestionId;
  readonly category: string;
  readonly turns: readonly string[];
  /** Right answers, a text for each turn. */
  readonly reference?: readonly string[];
}

/** A line of model_answer/<model>.jsonl. */
export interface FastChatAnswer {
  readonly question_id: QuestionId;
  readonly answer_id: string;
  /** Also the name of the file: FastChat goes by that. */
  readonly model_id: string;
  readonly choices: readonly { readonly index: number; readonly turns: readonly string[] }[];
  /** Unix time in seconds. */
  readonly tstamp: number;
}

/** A line of model_judgment/<judge>_single.jsonl. */
export interface FastChatJudgment {
  readonly question_id: QuestionId;
  readonly model: string;
  readonly judge: readonly [model: string, prompt: string];
  readonly user_prompt: string;
  readonly judgment: string;
  /** 1 to 10; -1 where none could be read, which FastChat leaves out. */
  readonly score: number;
  readonly turn: 1 | 2;
  readonly tstamp: number;
}

export type FastChatWinner = 'model_1' | 'model_2' | 'tie' | 'error';

/** A line of model_judgment/<judge>_pair.jsonl: both orders, both told from model_1 and model_2. */
export interface FastChatPair {
  readonly question_id: QuestionId;
  readonly model_1: string;
  readonly model_2: string;
  readonly g1_winner: FastChatWinner;
  readonly g2_winner: FastChatWinner;
  readonly judge: readonly [model: string, prompt: string];
  readonly g1_user_prompt: string;
  readonly g1_judgment: string;
  readonly g2_user_prompt: string;
  readonly g2_judgment: string;
  readonly turn: 1 | 2;
  readonly tstamp: number;
}

/** What FastChat keeps of a bench, by files. */
export interface FastChatBench {
  /** By language; '' for the only one. */
  readonly questions: readonly Named<FastChatQuestion>[];
  /** By model. */
  readonly answers: readonly Named<FastChatAnswer>[];
  /** By judge. */
  readonly judgments: readonly Named<FastChatJudgment>[];
  readonly pairs: readonly Named<FastChatPair>[];
}

/**
 * A bench in the folders in which FastChat's `llm_judge` looks for it (lm-sys/FastChat,
 * fastchat/llm_judge/common.py): question.jsonl, model_answer/, model_judgment/. An id that is a whole number
 * is one.
 */
export async function fastChatFiles(
  { questions, answers, judgments, pairs }: FastChatBench,
  rest: Rest,
): Promise<ExportFile[]> {
  const files: ExportFile[] = [];
  for (const { name, rows } of questions)
    files.push(
      await jsonLines(name === '' ? 'question.jsonl' : `question_${name}.jsonl`, rows, rest),
    );
  for (const { name, rows } of answers)
    files.push(await jsonLines(`model_answer/${name}.jsonl`, rows, rest));
  for (const { name, rows } of judgments)
    files.push(await jsonLines(`model_judgment/${name}_single.jsonl`, rows, rest));
  for (const { name, rows } of pairs)
    files.push(await jsonLines(`model_judgment/${name}_pair.jsonl`, rows, rest));
  return files;
}

/** "81" as the number that FastChat's files have, anything else as it is. */
export const questionId = (id: string): QuestionId =>
  /^(0|[1-9]\d{0,14})$/.test(id) ? Number(id) : id;
