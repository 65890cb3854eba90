import { tokensByLength } from '../../engine/served/budget.ts';
import type { Endpoint, ServedClient, ServedReply } from '../../engine/served/types.ts';
import { choicesInReply } from '../../scoring/judging/choices-in-reply.ts';
import type { PlannedCell } from '../plan/plan.ts';
import {
  judgeOf,
  judgmentRecord,
  keysShownIn,
  type Given,
  type JudgmentGround,
} from './judgment-ground.ts';
import { judgeMessages, judgePlain, judgmentText, type JudgmentText } from './judgment-text.ts';
import { askAll } from './served-asking.ts';

/** As many alternatives as most servers give: all ratings where the judge is at all sure. */
const mostAlternatives = 20;

/** What a block of judgments by a served model is worked out with. */
export interface ServedJudging extends JudgmentGround {
  readonly client: ServedClient;
  /** Whether a cell is stored: what is there is not paid for again. */
  readonly isSettled: (key: string) => boolean;
}

interface Told {
  readonly prompt: string;
  readonly reply: ServedReply;
  /** What the reply goes on from. */
  readonly begun: string;
}

async function ask(
  client: ServedClient,
  { api }: Endpoint,
  text: JudgmentText,
  { maxTokens, logProbabilities }: { maxTokens: number; logProbabilities: boolean },
  signal: AbortSignal,
): Promise<Told> {
  const request = {
    ...{ maxTokens, temperature: 0, topP: 1, stop: [] },
    topLogProbabilities: logProbabilities ? mostAlternatives : 0,
  };
  if (api === 'chat') {
    const messages = judgeMessages(text);
    const reply = await client.chat({ ...request, messages }, { signal });
    return { prompt: messages.map(({ content }) => content).join('\n\n'), reply, begun: '' };
  }
  // what only goes on with texts has its reply begun
  const prompt = judgePlain(text) + text.opening;
  return {
    prompt,
    reply: await client.complete({ ...request, prompt }, { signal }),
    begun: text.opening,
  };
}

function givenIn({ reply, begun }: Told, choices: readonly string[], wanted: boolean): Given {
  const shares = wanted && reply.tokens ? choicesInReply(reply.tokens, begun) : null;
  return {
    reply: begun + reply.text,
    length: reply.usage?.completionTokens ?? reply.tokens?.length ?? 0,
    stopReason: reply.finish === 'length' ? 'length' : 'end-token',
    choices:
      shares &&
      choices.map((choice) => ({
        choice,
        logProbability: shares.get(choice) ?? null,
        contentFree: null,
      })),
  };
}

/** Has a served model judge what of a block is not there yet. Errors as in `askAll`. */
export async function servedJudgments(
  ground: ServedJudging,
  cells: readonly PlannedCell[],
): Promise<void> {
  const { client, round, keep, isSettled } = ground;
  const keysShown = keysShownIn(round);
  const judged = async (planned: PlannedCell, signal: AbortSignal): Promise<void> => {
    const judge = judgeOf(ground, planned);
    const { endpoint, logProbabilities, named } = judge;
    const text = judgmentText(ground, judge, planned);
    const limits = { maxTokens: named.maxNewTokens, logProbabilities };
    const told = await ask(client, endpoint as Endpoint, text, limits, signal);
    const { prompt, reply } = told;
    const length = reply.usage?.promptTokens ?? tokensByLength(prompt);
    const made = { planned, judge, text, prompt, length, of: keysShown(planned) };
    const given = givenIn(told, text.choices, logProbabilities);
    const { cell, recipe } = await judgmentRecord({ ...made, device: 'served' }, given);
    keep(cell, recipe);
  };
  const open = cells.filter(({ key }) => !isSettled(key));
  await askAll(open, judged, ground);
}
