import { cleanAnswer } from '../domain/prompt.ts';
import type { Generation, Run } from '../domain/run.ts';
import { engineVersion, type LoadedModel } from '../../workers/protocol.ts';
import type { Prepared } from './prepare.ts';

/** Version of the page, as package.json has it. */
export const appVersion = __APP_VERSION__;

/**
 * The record of a finished generation with all that replays it.
 * @param batch shared by the arms that were started together
 */
export function recordRun(
  prepared: Prepared,
  generation: Generation,
  model: LoadedModel,
  batch: string,
): Run {
  const { question, text, tokens, decoding, key } = prepared;
  const answered = question.turns.map(({ query, answer }) => ({
    query,
    answer: answer ?? cleanAnswer(generation.text),
  }));
  return structuredClone({
    schema: 1 as const,
    id: crypto.randomUUID(),
    createdAt: new Date().toISOString(),
    key,
    batch,
    arm: question.arm,
    recipe: question.recipe,
    turns: answered,
    model: model.identity,
    device: model.device,
    prompt: { text, tokens },
    opened: '',
    decoding,
    generation,
    version: { app: appVersion, engine: engineVersion },
    tags: [],
    notes: '',
    rating: null,
  });
}
