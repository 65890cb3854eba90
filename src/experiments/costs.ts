import { promptText, type Segment } from '../domain/prompt.ts';
import type { Demonstration } from '../domain/demonstration.ts';
import type { Engine } from '../engine/engine.ts';
import { segmentsOf, type Question } from './prepare.ts';

/** A prompt with a demonstration in it and the same without: their difference in tokens is its cost. */
interface Pair {
  id: string;
  with: string;
  without: string;
}

/**
 * What each demonstration costs in tokens, by id: the tokens of the prompt with it minus those without;
 * for one that is switched off, what it would add. 0 where the arm's layout writes no demonstrations.
 *
 * Only the demonstration and its neighbours are tokenised, so the work grows with the number of
 * demonstrations and not with its square. The difference is that of whole prompts: both texts of a pair
 * begin and end alike, and a tokenizer's choices do not reach across a whole segment.
 */
export async function demonstrationCosts(
  engine: Engine,
  question: Question,
): Promise<Record<string, number>> {
  const { recipe, arm } = question;
  const pairOf = (arm.template ?? recipe.template) === 'chat' ? wholePair : nearPair;
  const pairs = await Promise.all(recipe.demonstrations.map((d) => pairOf(engine, question, d)));
  const tokens = await engine.tokenize({ texts: pairs.flatMap((p) => [p.with, p.without]) });
  return Object.fromEntries(
    pairs.map(({ id }, i) => [id, (tokens[2 * i]?.length ?? 0) - (tokens[2 * i + 1]?.length ?? 0)]),
  );
}

function switched(question: Question, { id }: Demonstration, enabled: boolean): Question {
  const demonstrations = question.recipe.demonstrations.map((d) =>
    d.id === id ? { ...d, enabled } : d,
  );
  return { ...question, recipe: { ...question.recipe, demonstrations } };
}

async function wholePair(engine: Engine, question: Question, d: Demonstration): Promise<Pair> {
  const [on, off] = await Promise.all(
    [true, false].map((enabled) => segmentsOf(engine, switched(question, d, enabled))),
  );
  return { id: d.id, with: promptText(on ?? []), without: promptText(off ?? []) };
}

async function nearPair(engine: Engine, question: Question, d: Demonstration): Promise<Pair> {
  const segments = await segmentsOf(engine, switched(question, d, true));
  const at = segments.findIndex((s) => s.demonstrationId === d.id);
  const near = (from: number, to: number): Segment[] => segments.slice(Math.max(0, from), to);
  if (at < 0) return { id: d.id, with: '', without: '' };
  return {
    id: d.id,
    with: promptText(near(at - 1, at + 2)),
    without: promptText([...near(at - 1, at), ...near(at + 1, at + 2)]),
  };
}
