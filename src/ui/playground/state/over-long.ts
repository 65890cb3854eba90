import { demonstrationsToDrop, type Budget } from '../../../domain/budget.ts';
import type { Demonstration } from '../../../domain/demonstration.ts';
import { Problem, type ProblemReport } from '../../../domain/problem.ts';
import type { Engine } from '../../../engine/engine.ts';
import { demonstrationCosts } from '../../../experiments/costs.ts';
import type { Prepared, Question } from '../../../experiments/prepare.ts';

/** Demonstrations that an arm's prompt would have to lose to fit; none where it fits, or cannot. */
export async function toDrop(
  engine: Engine,
  question: Question,
  { overBy }: Budget,
): Promise<Demonstration[]> {
  if (overBy === 0 || !question.arm.useDemonstrations) return [];
  const costs = await demonstrationCosts(engine, question);
  const { demonstrations } = question.recipe;
  return demonstrationsToDrop(demonstrations, new Map(Object.entries(costs)), overBy);
}

/** "demonstrations 1, 4 and 7", by their places in the recipe. */
export function naming(drop: readonly Demonstration[], all: readonly Demonstration[]): string {
  const numbers = drop.map((d) => all.findIndex((other) => other.id === d.id) + 1);
  const last = numbers.pop();
  return numbers.length === 0
    ? `demonstration ${last}`
    : `demonstrations ${numbers.join(', ')} and ${last}`;
}

/** Why a question cannot be asked, and which demonstrations to switch off so that it can. */
export class CannotAsk extends Problem {
  readonly drop: readonly Demonstration[];

  constructor(report: ProblemReport, drop: readonly Demonstration[]) {
    super(report);
    this.drop = drop;
  }
}

/** Why a question cannot be asked, or null where it can. */
export function hindrance(
  { question, budget, tokens }: Prepared,
  drop: readonly Demonstration[],
): CannotAsk | null {
  const { label } = question.arm;
  if (tokens.length === 0) {
    const report: ProblemReport = {
      code: 'bad-input',
      message: `The prompt of “${label}” is empty.`,
      remedy: 'Write a query, or choose a layout with headings for this arm. Nothing was run.',
    };
    return new CannotAsk(report, []);
  }
  if (budget.overBy === 0) return null;
  const { demonstrations } = question.recipe;
  const advice =
    drop.length > 0
      ? `Switch off ${naming(drop, demonstrations)}, or shorten the texts.`
      : 'Shorten the rules or the query.';
  const report: ProblemReport = {
    code: 'context-exceeded',
    message: `The prompt of “${label}” has ${budget.prompt} tokens, but the model’s context holds ${budget.context}, and one must be left for the answer.`,
    remedy: `${advice} Nothing was run.`,
  };
  return new CannotAsk(report, drop);
}
