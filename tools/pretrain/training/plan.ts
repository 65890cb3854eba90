import type { PretrainingRecipe, Stage } from '../recipes/recipe.ts';

/** A stage placed in the run. Steps count from 0. */
export interface PlannedStage {
  readonly stage: Stage;
  readonly index: number;
  readonly firstStep: number;
  readonly steps: number;
  readonly tokensPerStep: number;
  /** Tokens trained on before this stage. */
  readonly firstToken: number;
}

/** The whole run, step by step known before it starts. */
export interface Plan {
  readonly stages: readonly PlannedStage[];
  readonly steps: number;
  readonly tokens: number;
}

/** Lays the recipe's stages one after the other. */
export function planRun(recipe: Pick<PretrainingRecipe, 'stages'>): Plan {
  const stages: PlannedStage[] = [];
  let steps = 0;
  let tokens = 0;
  for (const [index, stage] of recipe.stages.entries()) {
    const tokensPerStep = stage.batch * stage.length;
    const count = Math.ceil(stage.tokens / tokensPerStep);
    stages.push({
      stage,
      index,
      firstStep: steps,
      steps: count,
      tokensPerStep,
      firstToken: tokens,
    });
    steps += count;
    tokens += count * tokensPerStep;
  }
  return { stages, steps, tokens };
}

/** The stage that step `step` belongs to. Throws beyond the end. */
export function stageAt(plan: Plan, step: number): PlannedStage {
  const found = plan.stages.find((s) => step >= s.firstStep && step < s.firstStep + s.steps);
  if (!found) throw new RangeError(`Step ${step} is outside the run's ${plan.steps} steps.`);
  return found;
}

/** Tokens trained on when `step` steps are done. */
export function tokensAt(plan: Plan, step: number): number {
  if (step >= plan.steps) return plan.tokens;
  const { firstStep, firstToken, tokensPerStep } = stageAt(plan, step);
  return firstToken + (step - firstStep) * tokensPerStep;
}
