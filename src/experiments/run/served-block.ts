import type { AnswerCell, Cell } from '../../domain/cell.ts';
import { chatMessages, renderPrompt, type ChatMessage } from '../../domain/prompt.ts';
import type { Generation } from '../../domain/run.ts';
import { tokensByLength } from '../../engine/served/budget.ts';
import type { ServedClient, ServedReply, ServedRequest } from '../../engine/served/types.ts';
import { engineVersion } from '../../../workers/protocol.ts';
import { liveText, type CellRecipe } from '../plan/cell-recipe.ts';
import { decodingOf } from '../plan/keys.ts';
import type { PlannedCell, Round } from '../plan/plan.ts';
import type { RecipeWriter } from '../plan/recipes.ts';
import { appVersion } from '../record.ts';
import { armOf, recipeText } from './block.ts';
import { turnsOf, type Answers } from './prompts.ts';
import { askAll } from './served-asking.ts';

/** What a block of a served model is asked with. */
export interface ServedGround {
  readonly client: ServedClient;
  /** Where that asks, for the record. */
  readonly url: string;
  readonly round: Round;
  readonly recipes: RecipeWriter;
  readonly answers: Answers;
  readonly signal: AbortSignal;
  /** Takes every cell as soon as it is there; the recipe's text goes with it. */
  readonly keep: (cell: Cell, recipe?: { hash: string; text: string }) => void;
}

/** A prompt as a served model gets it; it cuts texts into tokens itself. */
interface ServedPrompt {
  readonly recipe: CellRecipe;
  /** What is live of the text; in the chat layout all messages, since the server writes them as a text. */
  readonly live: string;
  readonly messages: readonly ChatMessage[] | null;
}

async function promptOf(
  { round, recipes, answers }: ServedGround,
  planned: PlannedCell,
): Promise<ServedPrompt> {
  const { setting } = armOf(round, planned);
  const item = round.items[planned.item] as Round['items'][number];
  const recipe = await recipes.recipeOf(planned.arm, setting, item, planned.seed);
  const turns = turnsOf(round, planned, answers);
  if (setting.template !== 'chat')
    return { recipe, live: liveText(recipe, renderPrompt(recipe.recipe, turns)), messages: null };
  const messages = chatMessages(recipe.recipe, turns);
  return { recipe, live: JSON.stringify(messages, null, 2), messages };
}

/** What the protocol has words for; the rest was refused with the document. */
const requestOf = (decoding: AnswerCell['decoding']): ServedRequest => ({
  maxTokens: decoding.maxNewTokens,
  temperature: decoding.temperature,
  topP: decoding.topP,
  stop: decoding.stop,
  seed: decoding.seed,
  presencePenalty: decoding.presencePenalty,
  frequencyPenalty: decoding.frequencyPenalty,
  // the alternatives are not kept, but without any there are no log-probabilities at all
  topLogProbabilities: 1,
});

function generationOf(
  { text, finish, stopString, tokens }: ServedReply,
  total: number,
): Generation {
  return {
    text,
    tokens: [],
    logProbabilities: (tokens ?? []).map(({ logProbability }) => logProbability),
    // a server that stops by itself does not say whether at its end token or at a stop string
    stopReason:
      finish === 'length' ? 'length' : stopString === undefined ? 'end-token' : 'stop-string',
    stopString: stopString ?? null,
    timings: { queued: 0, prefill: 0, firstToken: total, total },
  };
}

/** Asks one cell. @throws Problem */
async function ask(ground: ServedGround, planned: PlannedCell, signal: AbortSignal): Promise<void> {
  const { client, url, round, keep } = ground;
  const { setting, model } = armOf(round, planned);
  const prompt = await promptOf(ground, planned);
  const { recipe, live, messages } = prompt;
  const decoding = decodingOf(setting, planned.seed);
  const request = requestOf(decoding);
  const began = performance.now();
  const reply = messages
    ? await client.chat({ ...request, messages }, { signal })
    : await client.complete({ ...request, prompt: recipe.text + live }, { signal });
  const length = reply.usage?.promptTokens ?? tokensByLength(recipe.text + live);
  const cell: AnswerCell = {
    schema: 1,
    kind: 'answer',
    key: planned.key,
    createdAt: new Date().toISOString(),
    model,
    device: 'served',
    prompt: { recipe: recipe.hash, live, length },
    version: { app: appVersion, engine: engineVersion },
    decoding,
    generation: generationOf(reply, performance.now() - began),
    served: { url, usage: reply.usage, pieces: (reply.tokens ?? []).map(({ text }) => text) },
  };
  keep(cell, recipeText(prompt));
}

/** Asks all cells of a block of a served model. Errors as in `askAll`. */
export const servedBlock = (ground: ServedGround, cells: readonly PlannedCell[]): Promise<void> =>
  askAll(cells, (planned, signal) => ask(ground, planned, signal), ground);
