import { has, type Fields, type Form } from './form.ts';
import * as answers from './answers.ts';
import { lmEvalAnswers } from './lm-eval.ts';
import * as judging from './judging.ts';
import * as judgments from './judgments.ts';
import * as questions from './questions.ts';

/** All forms of records, those with fields of their own before those that many files have. */
export const forms: readonly Form[] = [
  judging.judgePrompts,
  judging.difficulties,
  judgments.pairJudgments,
  judgments.singleJudgments,
  judgments.preferences,
  judgments.aspectJudgments,
  answers.fastChatAnswers,
  lmEvalAnswers,
  answers.ifevalAnswers,
  questions.ifevalQuestions,
  answers.justEvalAnswers,
  answers.alpacaAnswers,
  questions.mtBenchQuestions,
  questions.justEvalQuestions,
  questions.alpacaQuestions,
];

/** The last: lists of prompts without answers, under whatever name. */
export const { plainQuestions } = questions;
export const { fastChatAnswers, fastChatReferences, isReferences } = answers;

/** Whether a record may be an example of a pool: it answers, or has messages or two answers. */
export const isExample = (fields: Fields): boolean =>
  questions.answers(fields) ||
  has(fields, 'messages') ||
  has(fields, 'conversations') ||
  has(fields, 'chosen');
