import type { Interval } from '../../src/scoring/statistics/interval.ts';
import { wilson } from '../../src/scoring/statistics/wilson.ts';
import type { ModelWeights } from '../evaluate/model/weights.ts';
import { chatExample, type AnsweredTurn } from './chat-template.ts';
import { completionLoss } from './completion-scores.ts';
import { ownAnswers } from './own-answers.ts';

/** A share of `n`, with its 95 % interval. */
export interface Share extends Interval {
  readonly n: number;
}

/** What a chat model does with conversations whose last answer is known. */
export interface ChatMeasures {
  /** Mean negative log-probability of a token of the known answers, nats. */
  readonly loss: number;
  /** Greedy answers that are the known one, letter by letter: a lower bound of those that are right. */
  readonly same: Share;
  /** Greedy answers that end by themselves. */
  readonly ended: Share;
}

const share = (count: number, n: number): Share => ({ ...wilson(count, n), n });

/** Measures a model on conversations it has not seen. */
export async function measureChat(
  model: ModelWeights,
  conversations: readonly (readonly AnsweredTurn[])[],
): Promise<ChatMeasures> {
  const { parameters, config, tokenizer } = model;
  const examples = conversations.map((turns) => chatExample(turns, tokenizer));
  const answers = await ownAnswers(model, conversations, 'greedy');
  const n = conversations.length;
  const known = (i: number) => conversations[i]?.at(-1)?.answer.trim();
  return {
    loss: await completionLoss(parameters, config, examples),
    same: share(answers.filter(({ text }, i) => text.trim() === known(i)).length, n),
    ended: share(answers.filter(({ stopReason }) => stopReason === 'end-token').length, n),
  };
}

const percent = (value: number): string => (100 * value).toFixed(1);

/** "71.5 % [65.2, 77.1], n = 200" */
export const shareText = ({ value, low, high, n }: Share): string =>
  `${percent(value)} % [${percent(low)}, ${percent(high)}], n = ${n}`;

/** One line for a reader. */
export const measuresText = ({ loss, same, ended }: ChatMeasures): string =>
  `loss ${loss.toFixed(3)} | word for word ${shareText(same)} | ended by itself ${shareText(ended)}`;
