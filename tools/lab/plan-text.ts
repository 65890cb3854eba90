import { bothServed } from '../../src/experiments/plan/served-costs.ts';
import type { PlanReport } from '../../src/headless/driver.ts';

const number = (n: number): string => n.toLocaleString('en');
const counted = (n: number, one: string): string => `${number(n)} ${one}${n === 1 ? '' : 's'}`;

const mebibytes = (bytes: number): string => `${number(Math.ceil(bytes / 2 ** 20))} MiB`;

/** Where judges sit, and why. */
function seatLines(seat: PlanReport['seat']): string[] {
  if (!seat) return [];
  const taken = `some ${mebibytes(seat.judges)} and ${mebibytes(seat.arms)} of ${mebibytes(seat.room)}`;
  return [
    seat.seat === 'beside'
      ? `judges sit in a worker beside the arms': ${taken}`
      : `judges come after the arms, in their worker: both at once would take ${taken}`,
  ];
}

/** A plan as `--dry` prints it. */
export function planText(plan: PlanReport): string {
  const { title, arms, items, seeds, turns, models, searches } = plan;
  const { answers, likelihoods, promptTokens, answerTokens, longest, trainings, served } = plan;
  const { judgments, served: judged, ...tokens } = plan.judging;
  const sent = bothServed(served, judged);
  return [
    title,
    '',
    `${counted(answers + likelihoods + judgments, 'cell')}: ${[
      counted(answers, 'answer'),
      counted(likelihoods, 'likelihood'),
      ...(judgments > 0 ? [counted(judgments, 'judgment')] : []),
    ].join(', ')}`,
    `${counted(arms, 'arm')} x ${counted(items, 'question')} x ${counted(turns, 'turn')} x ${counted(seeds, 'seed')}; equal cells count once`,
    `about ${number(promptTokens)} tokens of prompts, the longest of some ${number(longest)}; at most ${number(answerTokens)} of answers`,
    ...(judgments > 0
      ? [
          `judges read about ${number(tokens.promptTokens)} tokens and write at most ${number(tokens.replyTokens)}`,
        ]
      : []),
    ...seatLines(plan.seat),
    ...(trainings.count > 0
      ? [
          `${counted(trainings.count, 'training')}: ${counted(trainings.steps, 'step')}, about ${number(trainings.tokens)} tokens read; at most some ${number(Math.ceil(trainings.bytes / 2 ** 20))} MiB each`,
        ]
      : []),
    ...(sent.requests > 0
      ? [
          `to served models: ${counted(sent.requests, 'request')}, about ${number(sent.tokens)} tokens by the length of texts, answers at most`,
        ]
      : []),
    `models: ${models.join(', ')}`,
    ...(searches
      ? ['This is the first round of a search: those after it depend on its scores.']
      : []),
  ].join('\n');
}
