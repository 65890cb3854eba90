import { answerStart, promptText } from '../../../domain/prompt.ts';
import type { Recipe } from '../../../domain/recipe.ts';
import type { Adapter } from '../../../domain/training/adapter.ts';
import type { Engine } from '../../../engine/engine.ts';
import { segmentsOf } from '../../../experiments/prepare.ts';
import { whatChanged, type WayChanged } from '../../../experiments/what-changed.ts';
import type { LoadedModel } from '../../../../workers/protocol.ts';
import { bareArm, bareQuestion, probeDecoding } from './kept-of.ts';

/** What of an adapter is looked at: its answer to a query, or one that the reader gives. */
export interface Changing {
  readonly adapter: Pick<Adapter, 'id' | 'name'>;
  readonly query: string;
  /** Empty: whatever the adapter answers. */
  readonly answer: string;
  /** The Playground's, with which the base alone is asked as well; its layout is the adapter's, too. */
  readonly recipe: Recipe;
}

/** An answer, and how the base would have gone on at each of its tokens, alone and with demonstrations. */
export interface Changed {
  readonly answer: string;
  readonly ways: readonly WayChanged[];
}

/**
 * Where the base parts from its adapter on one answer: the base alone under the same prompt, and under the
 * Playground's rules and demonstrations.
 * @throws Problem as `whatChanged`
 */
export async function changing(
  engine: Engine,
  model: LoadedModel,
  { adapter, query, answer, recipe }: Changing,
): Promise<Changed> {
  const turns = [{ query, answer: null }];
  const { template } = recipe;
  const promptOf = async (shown: boolean) => {
    const arm = shown
      ? { ...bareArm(template), useRules: true, useDemonstrations: true }
      : bareArm(template);
    return promptText(await segmentsOf(engine, { recipe, arm, turns, decoding: probeDecoding }));
  };
  const bare = await promptOf(false);
  const text =
    answer.trim() === ''
      ? await answerOf(engine, model, { query, template, adapter: adapter.id })
      : answerStart(template) + answer.trim();
  const ways = await whatChanged(
    engine,
    model,
    { label: adapter.name, prompt: bare, adapter: adapter.id },
    text,
    [
      { label: 'The base alone', prompt: bare },
      { label: 'The base with the Playground’s demonstrations', prompt: await promptOf(true) },
    ],
  );
  return { answer: text, ways };
}

async function answerOf(
  engine: Engine,
  model: LoadedModel,
  question: Parameters<typeof bareQuestion>[2],
): Promise<string> {
  const { text } = await engine.generate(await bareQuestion(engine, model, question));
  return text;
}
