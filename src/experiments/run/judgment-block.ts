import { defaultDecoding, type Decoding } from '../../domain/decoding.ts';
import { Problem } from '../../domain/problem.ts';
import type { Engine } from '../../engine/engine.ts';
import type { LoadedModel } from '../../../workers/protocol.ts';
import type { PlannedCell } from '../plan/plan.ts';
import { failedCell, ofTheCell } from './block.ts';
import {
  judgeOf,
  judgmentRecord,
  keysShownIn,
  type Given,
  type JudgmentGround,
  type JudgmentMade,
} from './judgment-ground.ts';
import { judgeMessages, judgePlain, judgmentText, type JudgmentText } from './judgment-text.ts';
import { checkRoom } from './prompts.ts';
import { choiceShares, choiceTokens } from './rating-shares.ts';

/** What a block of judgments by a model of the lab is worked out with. */
export interface LocalJudging extends JudgmentGround {
  readonly engine: Engine;
  readonly loaded: LoadedModel;
}

type ChoiceTokens = Awaited<ReturnType<typeof choiceTokens>>;

/** A judgment that is ready to be asked. */
interface Ready extends JudgmentMade {
  readonly tokens: number[];
  readonly shares: ChoiceTokens;
  /** The prompt with empty answers and its opening: many judgments have one in common. */
  readonly empty: string;
}

const written = ({ engine, loaded }: LocalJudging, text: JudgmentText): Promise<string> =>
  loaded.hasChatTemplate
    ? engine.renderChat({ messages: judgeMessages(text) })
    : Promise.resolve(judgePlain(text));

/** Greedy, and nothing is held against it: a judge's decoding is no part of an experiment. */
const decodingOf = (maxNewTokens: number): Decoding => ({
  ...defaultDecoding,
  maxNewTokens,
  seed: 0,
});

/** Judgments of a block with what they are asked; those that cannot be are kept as failed. */
async function readyOnes(
  ground: LocalJudging,
  cells: readonly PlannedCell[],
): Promise<{ ready: Ready[]; empty: Map<string, ChoiceTokens> }> {
  const { engine, loaded, round, keep } = ground;
  const keysShown = keysShownIn(round);
  const empty = new Map<string, ChoiceTokens>();
  const ready: Ready[] = [];
  for (const planned of cells) {
    try {
      const judge = judgeOf(ground, planned);
      const text = judgmentText(ground, judge, planned);
      const { opening, choices } = text;
      const prompt = await written(ground, text);
      const [tokens = []] = await engine.tokenize({ texts: [prompt] });
      checkRoom(tokens.length, 1, loaded.contextLength);
      const room = loaded.contextLength;
      const shares = await choiceTokens(engine, { text: prompt + opening, choices }, room);
      const nothing = judgmentText({ ...ground, answers: null }, judge, planned);
      const without = (await written(ground, nothing)) + opening;
      if (!empty.has(without))
        empty.set(without, await choiceTokens(engine, { text: without, choices }, room));
      const of = keysShown(planned);
      const made = { planned, judge, text, prompt, length: tokens.length, of };
      ready.push({ ...made, device: loaded.device.kind, tokens, shares, empty: without });
    } catch (thrown) {
      const problem = Problem.from(thrown);
      if (!ofTheCell(problem)) throw problem;
      keep(failedCell(planned.key, problem.report()));
    }
  }
  return { ready, empty };
}

/**
 * Has a model of the lab judge a block: first how probable it makes every rating, of the answers and of empty
 * ones, then what it writes. All of it whatever is read later, so that one judgment serves every reading.
 */
export async function judgmentBlock(
  ground: LocalJudging,
  cells: readonly PlannedCell[],
): Promise<void> {
  const { engine, signal, keep } = ground;
  const { ready, empty } = await readyOnes(ground, cells);
  const names = [...empty.keys()];
  const all = [...ready.map(({ shares }) => shares), ...names.map((name) => empty.get(name))];
  const shares = await choiceShares(engine, all as ChoiceTokens[], signal);
  const leanings = new Map(names.map((name, i) => [name, shares[ready.length + i] ?? []]));
  const choicesOf = (job: number): Given['choices'] => {
    const { text, empty: name } = ready[job] as Ready;
    return text.choices.map((choice, i) => ({
      choice,
      logProbability: shares[job]?.[i] ?? null,
      contentFree: leanings.get(name)?.[i] ?? null,
    }));
  };
  const broken: Problem[] = [];
  const keeping: Promise<void>[] = [];
  const hold = async (job: number, given: Given) => {
    const { cell, recipe } = await judgmentRecord(ready[job] as Ready, given);
    keep(cell, recipe);
  };
  await engine.generateAll(
    {
      jobs: ready.map(({ planned, judge, tokens }) => ({
        promptTokens: tokens,
        decoding: decodingOf(judge.named.maxNewTokens),
        key: planned.key,
      })),
    },
    {
      signal,
      onEvent: (event) => {
        const { planned } = ready[event.job] as Ready;
        if ('problem' in event) {
          const problem = new Problem(event.problem);
          if (ofTheCell(problem)) keep(failedCell(planned.key, event.problem));
          else broken.push(problem);
          return;
        }
        const { text, tokens, stopReason } = event.generation;
        const given = { reply: text, length: tokens.length, stopReason };
        keeping.push(hold(event.job, { ...given, choices: choicesOf(event.job) }));
      },
    },
  );
  await Promise.all(keeping);
  // the engine's trouble, not the cells': they are worth another try
  if (broken[0]) throw broken[0];
}
