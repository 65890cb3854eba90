import type { Demonstration } from '../../domain/demonstration.ts';
import { shuffled } from '../../domain/shuffle.ts';
import { randomAnswers, withAnswers, type AnswerContext } from './random-answers.ts';
import { at, refusal } from './refusal.ts';
import type { Transform } from './transform.ts';

type Shown = readonly Demonstration[];

/** Each demonstration with the answer of the one `by` places further on, round the list. */
function shift(shown: Shown, by: number): Demonstration[] {
  const n = shown.length;
  return withAnswers(shown, (_, i) => (shown[(((i + by) % n) + n) % n] as Demonstration).answer);
}

/** The demonstrations in a given order; `where` is the field that holds it. */
function inOrder(shown: Shown, of: readonly number[], where: string): Demonstration[] {
  if (of.length !== shown.length)
    throw refusal(
      `${where}: it has ${of.length} positions for ${shown.length} demonstrations.`,
      'An order names the position of every demonstration once, counting from 0.',
    );
  at(shown, of, where);
  return of.map((position) => shown[position] as Demonstration);
}

function apply(
  shown: Shown,
  transform: Transform,
  context: AnswerContext,
  where: string,
): Demonstration[] {
  switch (transform.kind) {
    case 'subset':
      return at(shown, transform.keep, `${where}.keep`);
    case 'leave-out':
      at(shown, [transform.index], `${where}.index`);
      return shown.filter((_, i) => i !== transform.index);
    case 'queries-only':
      return withAnswers(shown, () => '');
    case 'answers-only':
      return shown.map((demonstration) => ({ ...demonstration, query: '' }));
    case 'shift':
      return shift(shown, transform.by);
    case 'random-answers':
      return randomAnswers(shown, transform.from, context, where);
    case 'permute':
      return shuffled(shown, context.seed, `permute/${context.item ?? ''}`);
    case 'order':
      return inOrder(shown, transform.of, `${where}.of`);
    case 'reverse':
      return shown.toReversed();
  }
}

/**
 * Changes demonstrations by one transform after another. The same transform makes the same draws under
 * a seed wherever in the list it stands, so that arms with more or fewer transforms stay comparable.
 * @param demonstrations in prompt order; they are not changed
 * @throws Problem 'bad-input', naming the transform and its field
 */
export function applyTransforms(
  demonstrations: Shown,
  transforms: readonly Transform[],
  context: AnswerContext,
): Demonstration[] {
  return transforms.reduce<Demonstration[]>(
    (shown, transform, i) => apply(shown, transform, context, `transforms[${i}]`),
    [...demonstrations],
  );
}
