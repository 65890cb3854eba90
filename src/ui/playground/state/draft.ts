import * as v from 'valibot';
import { Decoding, defaultDecoding } from '../../../domain/decoding.ts';
import { demonstration } from '../../../domain/demonstration.ts';
import { layoutStops, type Turn } from '../../../domain/prompt.ts';
import { Arm, defaultArms, Recipe, recipeForArm } from '../../../domain/recipe.ts';
import type { Run } from '../../../domain/run.ts';
import type { Question } from '../../../experiments/prepare.ts';
import { signatureOf } from '../../../experiments/signature.ts';
import { starters, type Starter } from '../../../experiments/starters.ts';
import { UrialSpelling } from '../../../formats/urial-file.ts';
import { freeLabel } from '../../parts/lists.ts';

const unique = (things: readonly { id: string }[]) =>
  new Set(things.map((t) => t.id)).size === things.length;

/** All that a reader edits in the playground, and all that "Undo" brings back. */
export const Draft = v.object({
  schema: v.literal(1),
  recipe: v.pipe(
    Recipe,
    v.check((recipe) => unique(recipe.demonstrations), 'Two demonstrations have one id.'),
  ),
  arms: v.pipe(
    v.array(Arm),
    v.minLength(1),
    v.check((arms) => unique(arms), 'Two arms have one id.'),
  ),
  query: v.string(),
  /** The second turn's query; null for a single turn. */
  secondQuery: v.nullable(v.string()),
  decoding: Decoding,
  /** How the imported URIAL file was spelled, so that it can be written back as it was. */
  spelling: v.nullable(UrialSpelling),
});
export type Draft = v.InferOutput<typeof Draft>;

/** A starter set as recipe and first query. */
export function starterRecipe(
  starter: Starter,
): Pick<Draft, 'recipe' | 'query' | 'secondQuery' | 'spelling'> {
  const { rules, template, demonstrations, queries } = starter;
  return {
    recipe: {
      rules,
      template,
      demonstrations: demonstrations.map((d) => demonstration(d.query, d.answer, d.category)),
    },
    query: queries[0],
    secondQuery: null,
    spelling: null,
  };
}

/** What a first visit shows. */
export function firstDraft(): Draft {
  return {
    schema: 1,
    ...starterRecipe(starters[0]),
    arms: defaultArms.map((arm) => ({ ...arm })),
    decoding: { ...defaultDecoding },
  };
}

/** The queries that are asked in turn: a second one only where something stands in its box. */
export function queriesOf(draft: Draft): [string] | [string, string] {
  const { query, secondQuery } = draft;
  return secondQuery === null || secondQuery.trim() === '' ? [query] : [query, secondQuery];
}

/** What an arm is asked: the draft's turns, given the answers to all but the last. */
export function questionOf(draft: Draft, arm: Arm, answers: readonly string[]): Question {
  const { recipe, decoding } = draft;
  const turns: Turn[] = queriesOf(draft)
    .slice(0, answers.length + 1)
    .map((query, i) => ({ query, answer: answers[i] ?? null }));
  return { recipe, arm, turns, decoding };
}

/** What was asked somewhere: of a stored run, or of a cell of an experiment. */
export interface Asked extends Pick<Run, 'recipe' | 'arm' | 'decoding'> {
  readonly turns: readonly { readonly query: string }[];
}

/** The draft with another's recipe, arm, queries and knobs in it; other arms stay. */
export function withAsked(draft: Draft, run: Asked): Draft {
  const [first, second] = run.turns;
  const own = layoutStops(recipeForArm(run.recipe, run.arm).template);
  const labels = draft.arms.map((arm) => arm.label);
  const known = draft.arms.some((arm) => arm.id === run.arm.id);
  return {
    ...draft,
    recipe: run.recipe,
    arms: known
      ? draft.arms.map((arm) => (arm.id === run.arm.id ? run.arm : arm))
      : [...draft.arms, { ...run.arm, label: freeLabel(run.arm.label, labels) }],
    query: first?.query ?? '',
    secondQuery: second?.query ?? null,
    decoding: { ...run.decoding, stop: run.decoding.stop.filter((s) => !own.includes(s)) },
    spelling: null,
  };
}

/** What an arm's whole question, all turns of it, is known by (experiments/signature.ts). */
export function signatureIn(draft: Draft, arm: Arm): string {
  const earlier = queriesOf(draft).slice(1);
  return signatureOf(
    questionOf(
      draft,
      arm,
      earlier.map(() => ''),
    ),
  );
}
