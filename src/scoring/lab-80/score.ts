import { bodyOf, withoutPhrases } from './body.ts';
import { beforeHeaders, contentPoints, type ContentPoints } from './content.ts';
import { formatPoints, type FormatPoints } from './format.ts';
import type { BenchStyle, BenchTurn } from './schema.ts';
import { stylePoint } from './style.ts';

/** What is scored: one turn's answer as the model gave it, up to its stop. */
export interface Answered {
  turn: BenchTurn;
  answer: string;
  /** Whether the model ended by itself, not at the limit of tokens. */
  stopped: boolean;
  /** The phrases that the demonstrations of this draw show; undefined without demonstrations. */
  style: BenchStyle | undefined;
  /** What the user has said so far, a line each turn: repeating it earns nothing. */
  query: string;
}

/** A score from 1 to 10 and its parts; the README of this folder explains them. */
export interface AnswerScore {
  /** 1 + content + format + style + stop. */
  score: number;
  content: ContentPoints;
  format: FormatPoints;
  style: 0 | 1;
  stop: 0 | 1;
  /** The answer without the style's phrases, which content and format are judged on. */
  body: string;
}

/** Scores one answer by the fixed rubric of Lab-80. Never throws: an empty answer scores 1. */
export function scoreAnswer({ turn, answer, stopped, style, query }: Answered): AnswerScore {
  const body = bodyOf(answer, style);
  const content = contentPoints(turn, withoutPhrases(body, style), query);
  const format = formatPoints(turn, body);
  const styled = body === '' ? 0 : stylePoint(turn, answer, style);
  const stop = stopped && body !== '' && !beforeHeaders(body).goesOn ? 1 : 0;
  return {
    score: 1 + content + format + styled + stop,
    content,
    format,
    style: styled,
    stop,
    body,
  };
}
