import { isLocal, type LocalModel } from '../../domain/cell.ts';
import { Problem } from '../../domain/problem.ts';
import type { Engine } from '../../engine/engine.ts';
import type { LoadedModel } from '../../../workers/protocol.ts';
import type { ExperimentDocument } from '../document/document.ts';
import { spread } from '../material/spread.ts';
import type { PlannedJudge } from '../plan/judges.ts';
import type { PlannedModel } from '../plan/models.ts';
import { bothServed, nothingServed, type ServedCosts } from '../plan/served-costs.ts';
import type { PlannedCell } from '../plan/plan.ts';
import type { PlannedRound } from '../plan/plan-round.ts';
import type { ModelWork } from '../plan/work.ts';
import { armsShown, judgeMessages, judgePlain, judgmentText } from './judgment-text.ts';

/** What a judge that is loaded here reads and writes at most, and prompts to measure its pace on. */
export interface JudgeWork extends ModelWork {
  readonly asks: PlannedModel;
  readonly prompts: readonly (readonly number[])[];
}

/** What judgments of a round take, as far as it is known before anything is answered; equal ones count once. */
export interface JudgmentCosts {
  readonly judgments: number;
  /** What of it is done here. */
  readonly here: readonly JudgeWork[];
  /** What of it goes to served models; tokens by the length of texts. */
  readonly served: ServedCosts;
  /** Tokens of all their prompts, with answers as long as they may be; of served models by estimate. */
  readonly promptTokens: number;
  /** The most that all replies may come to. */
  readonly replyTokens: number;
}

export const noJudgments: JudgmentCosts = {
  judgments: 0,
  here: [],
  served: nothingServed,
  promptTokens: 0,
  replyTokens: 0,
};

/** A judge's weights, ready to cut texts. */
export interface JudgeWorker {
  readonly engine: Pick<Engine, 'tokenize' | 'renderChat'>;
  readonly loaded: Pick<LoadedModel, 'contextLength' | 'hasChatTemplate'>;
}

/** Prompts of a judge that are counted for its mean, and the longest that are looked at for room. */
const [typical, longest] = [6, 2];
/** Characters of one token of a served model, whose tokenizer is not here. */
const charactersPerToken = 3;

/** Tokens that the answers in a judgment may come to. */
function answerTokens({ round }: PlannedRound, planned: PlannedCell): number {
  const most = (arm: number) => round.arms[arm]?.setting.decoding.maxNewTokens ?? 0;
  return armsShown(planned).reduce((sum, arm) => sum + planned.turn * most(arm), 0);
}

function cellsOf({ round }: PlannedRound, { scorer }: PlannedJudge): PlannedCell[] {
  const byKey = new Map<string, PlannedCell>();
  for (const cell of round.cells)
    if (cell.kind === 'judgment' && cell.scorer === scorer && !byKey.has(cell.key))
      byKey.set(cell.key, cell);
  return [...byKey.values()];
}

function tooLong({ asks }: PlannedJudge, tokens: number, context: number): Problem {
  return new Problem({
    code: 'context-exceeded',
    message: `The judge ${asks.model.label} has room for ${context} tokens, and a question with empty answers already comes to ${tokens} in its prompt.`,
    remedy: 'Take a judge with a longer context, shorter prompts of your own, or leave it out.',
  });
}

/** The longest of a judge's prompts with empty answers, and some of all lengths. */
function sampleOf(
  planned: PlannedRound,
  document: Pick<ExperimentDocument, 'material'>,
  judge: PlannedJudge,
  cells: readonly PlannedCell[],
) {
  const { round } = planned;
  const charactersOf = ({ arm, item, turn }: PlannedCell): number => {
    const language = round.arms[arm]?.setting.language ?? '';
    const turns = (round.items[item]?.turns[language] ?? []).slice(0, turn);
    return turns.reduce(
      (sum, { query, reference }) => sum + query.length + (reference?.length ?? 0),
      0,
    );
  };
  const byLength = cells
    .map((cell) => ({ cell, characters: charactersOf(cell) }))
    .sort((a, b) => b.characters - a.characters)
    .map(({ cell }) => cell);
  const chosen = new Set([...byLength.slice(0, longest), ...spread(byLength, typical)]);
  return [...chosen].map((cell) => ({
    cell,
    text: judgmentText({ document, round, answers: null }, judge, cell),
  }));
}

async function costsOf(
  planned: PlannedRound,
  document: Pick<ExperimentDocument, 'material'>,
  judge: PlannedJudge,
  cells: readonly PlannedCell[],
  worker: JudgeWorker | null,
): Promise<JudgmentCosts> {
  let sum = 0;
  const prompts: (readonly number[])[] = [];
  const sample = sampleOf(planned, document, judge, cells);
  for (const { cell, text } of sample) {
    let tokens = Math.ceil((text.system.length + text.user.length) / charactersPerToken);
    if (worker) {
      const { engine, loaded } = worker;
      const prompt = loaded.hasChatTemplate
        ? await engine.renderChat({ messages: judgeMessages(text) })
        : judgePlain(text);
      const [read = []] = await engine.tokenize({ texts: [prompt] });
      prompts.push(read);
      tokens = read.length;
      if (tokens >= loaded.contextLength) throw tooLong(judge, tokens, loaded.contextLength);
    }
    sum += tokens + answerTokens(planned, cell);
  }
  const judgments = cells.length;
  const promptTokens = Math.round((judgments * sum) / Math.max(1, sample.length));
  const replyTokens = judgments * judge.named.maxNewTokens;
  const { asks } = judge;
  return {
    ...{ judgments, promptTokens, replyTokens },
    ...(worker
      ? {
          here: [{ asks, prompts, reading: promptTokens, writing: replyTokens }],
          served: nothingServed,
        }
      : { here: [], served: { requests: judgments, tokens: promptTokens + replyTokens } }),
  };
}

/** A model of the lab, to be loaded. */
type LocalPlanned = PlannedModel & { readonly model: LocalModel };

/**
 * Looks at what judges of a round will read, before anything is answered.
 * @param take gives a judge's weights, loaded
 * @param wanted whether a judgment is still to be given, by its key
 * @throws Problem 'context-exceeded' where a judge has no room for a question with empty answers
 */
export async function lookAtJudges(
  planned: PlannedRound,
  document: Pick<ExperimentDocument, 'material'>,
  take: (asks: LocalPlanned) => Promise<JudgeWorker>,
  wanted: (key: string) => boolean = () => true,
): Promise<JudgmentCosts> {
  let costs = noJudgments;
  const counted = new Set<string>();
  for (const judge of planned.judges) {
    // judgments that are read in several ways are given once
    const cells = cellsOf(planned, judge).filter(({ key }) => wanted(key) && !counted.has(key));
    for (const { key } of cells) counted.add(key);
    if (cells.length === 0) continue;
    const { model } = judge.asks;
    const worker = isLocal(model) ? await take({ ...judge.asks, model }) : null;
    const more = await costsOf(planned, document, judge, cells, worker);
    costs = {
      judgments: costs.judgments + more.judgments,
      here: [...costs.here, ...more.here],
      served: bothServed(costs.served, more.served),
      promptTokens: costs.promptTokens + more.promptTokens,
      replyTokens: costs.replyTokens + more.replyTokens,
    };
  }
  return costs;
}
