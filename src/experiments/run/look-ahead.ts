import { breathing } from '../../domain/breathing.ts';
import { isLocal, type LocalModel } from '../../domain/cell.ts';
import { Problem } from '../../domain/problem.ts';
import { chatMessages, promptText, renderPrompt } from '../../domain/prompt.ts';
import type { Engine } from '../../engine/engine.ts';
import type { LoadedModel } from '../../../workers/protocol.ts';
import {
  bothCosts,
  noTrainings,
  trainingCosts,
  type TrainingCosts,
} from '../tuning/training-costs.ts';
import { spread } from '../material/spread.ts';
import type { ServedCosts } from '../plan/served-costs.ts';
import type { Tokens } from '../plan/survey.ts';
import { byLength } from '../plan/tokens-by-length.ts';
import type { PlannedCell, Round } from '../plan/plan.ts';
import type { PlannedRound } from '../plan/plan-round.ts';
import type { CellRecipe } from '../plan/cell-recipe.ts';

/** What a round takes, as far as it is known before anything is asked; equal cells count once. */
export interface LookAhead {
  readonly answers: number;
  readonly likelihoods: number;
  /** Tokens of all prompts, by a sample of every arm's first turns. */
  readonly promptTokens: number;
  /** The most that all answers may come to. */
  readonly answerTokens: number;
  /** Tokens of the longest prompt in the sample. */
  readonly longest: number;
  /** Those that an earlier part may have behind it count too. */
  readonly trainings: TrainingCosts;
  /** What of it goes to served models; tokens by the length of texts. */
  readonly served: ServedCosts;
}

/** Prompts of an arm that are tokenised for its mean. */
const typical = 4;
/** Recipes of an arm that are looked at for room. */
const longest = 2;

/**
 * Writes and tokenises some prompts of every arm on the weights that will read them, with the longest
 * recipes among them.
 * @param take gives a model, loaded
 * @throws Problem 'context-exceeded' that names an arm whose recipe leaves no room for the shortest question
 *   (a question too long for its recipe is a failed cell), or 'bad-input' where a layout cannot be written;
 *   for trainings those of `trainingCosts`
 */
export async function lookAhead(
  planned: PlannedRound,
  engine: Pick<Engine, 'tokenize' | 'renderChat' | 'planTraining'>,
  take: (model: LocalModel) => Promise<LoadedModel>,
): Promise<LookAhead> {
  const { round } = planned;
  let trainings = noTrainings;
  const byArm = cellsByArm(round);
  const byModel = new Map<string, number[]>();
  // the first model comes last: it is there when the round begins
  for (const arm of [...byArm.keys()].reverse()) {
    const fingerprint = round.arms[arm]?.model.fingerprint ?? '';
    byModel.set(fingerprint, [...(byModel.get(fingerprint) ?? []), arm]);
  }
  const sum = { answers: 0, likelihoods: 0, promptTokens: 0, answerTokens: 0, longest: 0 };
  const served = { requests: 0, tokens: 0 };
  for (const arms of byModel.values()) {
    const model = planned.asks[arms[0] as number]?.model;
    const loaded = model && isLocal(model) ? await take(model) : null;
    if (loaded) {
      const ofModel = [...planned.trainings.values()].filter((training) =>
        arms.includes(training.planned.arm),
      );
      const costs = await trainingCosts(round, ofModel, engine, loaded);
      trainings = bothCosts(trainings, costs);
    }
    const [tokens, room] = loaded ? [engine, loaded.contextLength] : [byLength, Infinity];
    for (const arm of arms) {
      const cells = byArm.get(arm) ?? [];
      const lengths = await sampleLengths(planned, tokens, cells, room);
      const mean = lengths.reduce((a, b) => a + b, 0) / Math.max(1, lengths.length);
      const answers = cells.filter(({ kind }) => kind === 'answer').length;
      sum.answers += answers;
      sum.likelihoods += cells.length - answers;
      sum.promptTokens += cells.length * mean;
      const most = round.arms[arm]?.setting.decoding.maxNewTokens ?? 0;
      sum.answerTokens += answers * most;
      if (!loaded) {
        served.requests += answers;
        served.tokens += Math.ceil(answers * (mean + most));
      }
      sum.longest = Math.max(sum.longest, ...lengths);
    }
  }
  return { ...sum, promptTokens: Math.round(sum.promptTokens), trainings, served };
}

/** Answers and likelihoods of each arm, arms in the order of work; of equal cells the first. */
function cellsByArm({ cells }: Round): Map<number, PlannedCell[]> {
  const byArm = new Map<number, PlannedCell[]>();
  const seen = new Set<string>();
  for (const cell of cells) {
    if (seen.has(cell.key) || cell.kind === 'judgment') continue;
    seen.add(cell.key);
    const others = byArm.get(cell.arm);
    if (others) others.push(cell);
    else byArm.set(cell.arm, [cell]);
  }
  return byArm;
}

/**
 * Lengths of some of an arm's prompts, after a look at its longest recipes.
 * @param cells the arm's
 */
async function sampleLengths(
  { round, recipes }: PlannedRound,
  engine: Tokens,
  cells: readonly PlannedCell[],
  contextLength: number,
): Promise<number[]> {
  const { arm } = cells[0] as PlannedCell;
  const { label, setting } = round.arms[arm] as Round['arms'][number];
  const asked = cells.filter(({ turn, kind }) => turn === 1 && kind === 'answer');
  const breathe = breathing();
  const written = new Map<string, CellRecipe>();
  const prompts: { recipe: CellRecipe; query: string }[] = [];
  for (const { item: number, seed } of asked) {
    const item = round.items[number] as Round['items'][number];
    const recipe = await recipes.recipeOf(arm, setting, item, seed);
    written.set(recipe.hash, recipe);
    prompts.push({ recipe, query: item.turns[setting.language]?.[0]?.query ?? '' });
    await breathe();
  }
  const [shortest = ''] = prompts.map(({ query }) => query).sort((a, b) => a.length - b.length);
  const byLength = [...written.values()].sort((a, b) => charactersOf(b) - charactersOf(a));
  for (const recipe of byLength.slice(0, longest)) {
    const length = await promptLength(engine, recipe, shortest);
    if (length < contextLength) continue;
    throw new Problem({
      code: 'context-exceeded',
      message: `“${label}”: its recipe and the shortest question have ${length} tokens; the model has room for ${contextLength}, answer included.`,
      remedy: 'Take fewer or shorter demonstrations, or a model with a longer context.',
    });
  }
  const sample = spread(prompts, typical);
  return Promise.all(sample.map(({ recipe, query }) => promptLength(engine, recipe, query)));
}

/** Tokens of a recipe with one open question. */
async function promptLength(
  engine: Tokens,
  { recipe }: CellRecipe,
  query: string,
): Promise<number> {
  const turns = [{ query, answer: null }];
  const text =
    recipe.template === 'chat'
      ? await engine.renderChat({ messages: chatMessages(recipe, turns) })
      : promptText(renderPrompt(recipe, turns));
  const [tokens = []] = await engine.tokenize({ texts: [text] });
  return tokens.length;
}

/** How long a recipe is; the chat layout's text is not known before the tokenizer writes it. */
const charactersOf = ({ text, recipe: { rules, demonstrations } }: CellRecipe): number =>
  text.length ||
  demonstrations.reduce((sum, { query, answer }) => sum + query.length + answer.length, 0) +
    rules.length;
