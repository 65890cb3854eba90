import { Problem } from '../../domain/problem.ts';
import { fits } from '../document/arms.ts';
import type { Where } from '../document/contrast.ts';
import type { ModelledArm } from './modelled-arm.ts';

/**
 * The arm that another is set beside: of those that fit, the one that has its other levels.
 * @param field the document's field, for messages
 * @throws Problem 'bad-input' where none or several are left
 */
export function armBeside(
  arms: readonly ModelledArm[],
  judging: Pick<ModelledArm, 'levels'>,
  where: Where,
  field: string,
): number {
  const agrees = (levels: ModelledArm['levels']) =>
    Object.entries(judging.levels).every(
      ([factor, level]) => factor in where || (levels[factor] ?? level) === level,
    );
  const fitting = [...arms.entries()].filter(([, { levels }]) => fits(levels, where));
  const near = fitting.filter(([, { levels }]) => agrees(levels));
  const left = near.length > 0 ? near : fitting;
  const [found, another] = left;
  if (!found || another)
    throw new Problem({
      code: 'bad-input',
      message: `${field}: ${left.length} arms are ${JSON.stringify(where)}; it takes one.`,
      remedy: 'Name a level for every factor that the arms differ by.',
    });
  return found[0];
}

/**
 * The arm whose answers a likelihood judges.
 * @throws Problem 'bad-input' as `armBeside`, or where its tokens are another tokenizer's
 */
export function judgedArm(
  arms: readonly ModelledArm[],
  judging: ModelledArm,
  where: Where,
  field: string,
): number {
  const number = armBeside(arms, judging, where, field);
  const arm = arms[number] as ModelledArm;
  if (arm.asks.tokenizer !== judging.asks.tokenizer)
    throw new Problem({
      code: 'bad-input',
      message: `${field}: “${arm.label}” and “${judging.label}” cut texts into different tokens.`,
      remedy: 'Compare models with the same tokenizer.',
    });
  return number;
}
