import type { Demonstration } from '../../domain/demonstration.ts';
import type { Conversation, Placed, TrainingSet } from '../../domain/training/conversation.ts';
import { inStyle, styleOf, type Material } from '../material/material.ts';
import { gather, type Asking } from '../recipes/gather.ts';
import type { Source } from '../recipes/source.ts';

type Imitation = Extract<TrainingSet, { method: 'sft' }>;

/** The demonstrations that are switched on, each a conversation of one turn, by its place in the recipe. */
export function setOfDemonstrations(demonstrations: readonly Demonstration[]): Imitation {
  const examples = demonstrations.flatMap(({ enabled, query, answer }, i) =>
    enabled ? [placed(i, [{ query, answer }])] : [],
  );
  return { method: 'sft', examples };
}

/**
 * What a prompt of these sources would show, as a training set: the same demonstrations of the same seed, in
 * the same style, so that context and training are given the same N. Two exchanges of one conversation are
 * one example of two turns.
 * @param exclude queries that the experiment asks; one array for all, as `Asking` wants it
 * @throws Problem 'bad-input' as `gather`
 */
export function setOfSources(
  sources: readonly Source[],
  material: Material,
  { seed, exclude }: Pick<Asking, 'seed'> & { readonly exclude: readonly string[] },
): Imitation {
  const shown = gather(sources, material, { query: '', seed, item: 'training', exclude });
  const dressed = inStyle(shown, styleOf(material.styles, seed));
  const second = new Map(material.conversations);
  const examples: Placed<Conversation>[] = [];
  for (let i = 0; i < shown.length; i++) {
    const [demonstration, next] = [shown[i], shown[i + 1]];
    const goesOn = demonstration && next !== undefined && second.get(demonstration) === next;
    examples.push(placed(i, dressed.slice(i, i + (goesOn ? 2 : 1))));
    if (goesOn) i++;
  }
  return { method: 'sft', examples };
}

const placed = (
  position: number,
  turns: readonly { query: string; answer: string }[],
): Placed<Conversation> => ({
  place: `Demonstration ${position + 1}`,
  example: { turns: turns.map(({ query, answer }) => ({ query, answer })) },
});
