import { breathing } from '../../domain/breathing.ts';
import type { CellModel } from '../../domain/cell.ts';
import { Problem } from '../../domain/problem.ts';
import type { Engine } from '../../engine/engine.ts';
import type { LoadedModel } from '../../../workers/protocol.ts';
import { spread } from '../material/items.ts';
import type { PlannedCell, Round } from '../plan/plan.ts';
import type { PlannedRound } from '../plan/plan-round.ts';
import type { CellRecipe } from '../plan/recipes.ts';
import { checkRoom, writePrompt, type Answers } from './prompts.ts';

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
}

/** Prompts of an arm that are tokenised for its mean, and those that are for its longest. */
const typical = 4;
const longest = 2;

const noAnswers: Answers = {
  of: () => {
    throw new RangeError('a first turn builds on no answer');
  },
};

/**
 * Writes and tokenises some prompts of every arm, the longest among them, on the weights that will read them.
 * @param take gives a model, loaded
 * @throws Problem 'context-exceeded' that names the arm whose prompts have no room, or 'bad-input' where its
 *   layout cannot be written
 */
export async function lookAhead(
  planned: PlannedRound,
  engine: Pick<Engine, 'tokenize' | 'renderChat'>,
  take: (model: CellModel) => Promise<LoadedModel>,
): Promise<LookAhead> {
  const { round } = planned;
  const byArm = cellsByArm(round);
  const byModel = new Map<string, number[]>();
  // the first model comes last: it is there when the round begins
  for (const arm of [...byArm.keys()].reverse()) {
    const fingerprint = round.arms[arm]?.model.fingerprint ?? '';
    byModel.set(fingerprint, [...(byModel.get(fingerprint) ?? []), arm]);
  }
  const sum = { answers: 0, likelihoods: 0, promptTokens: 0, answerTokens: 0, longest: 0 };
  for (const arms of byModel.values()) {
    const { contextLength } = await take(round.arms[arms[0] as number]?.model as CellModel);
    for (const arm of arms) {
      const cells = byArm.get(arm) ?? [];
      const lengths = await sampleLengths(planned, engine, arm, contextLength);
      const mean = lengths.reduce((a, b) => a + b, 0) / Math.max(1, lengths.length);
      const answers = cells.filter(({ kind }) => kind === 'answer').length;
      sum.answers += answers;
      sum.likelihoods += cells.length - answers;
      sum.promptTokens += cells.length * mean;
      sum.answerTokens += answers * (round.arms[arm]?.setting.decoding.maxNewTokens ?? 0);
      sum.longest = Math.max(sum.longest, ...lengths);
    }
  }
  return { ...sum, promptTokens: Math.round(sum.promptTokens) };
}

/** Cells of each arm, arms in the order of work; of equal cells the first. */
function cellsByArm({ cells }: Round): Map<number, PlannedCell[]> {
  const byArm = new Map<number, PlannedCell[]>();
  const seen = new Set<string>();
  for (const cell of cells) {
    if (seen.has(cell.key)) continue;
    seen.add(cell.key);
    const others = byArm.get(cell.arm);
    if (others) others.push(cell);
    else byArm.set(cell.arm, [cell]);
  }
  return byArm;
}

/** Lengths of an arm's prompts: the longest checked for room, the typical ones given back. */
async function sampleLengths(
  planned: PlannedRound,
  engine: Pick<Engine, 'tokenize' | 'renderChat'>,
  arm: number,
  contextLength: number,
): Promise<number[]> {
  const { round, recipes } = planned;
  const firstTurns = round.cells.filter(
    (cell) => cell.arm === arm && cell.turn === 1 && cell.kind === 'answer',
  );
  const { label, setting } = round.arms[arm] as (typeof round.arms)[number];
  const breathe = breathing();
  const sized: { cell: PlannedCell; characters: number }[] = [];
  for (const cell of firstTurns) {
    const item = round.items[cell.item] as (typeof round.items)[number];
    const recipe = await recipes.recipeOf(arm, setting, item, cell.seed);
    const query = item.turns[setting.language]?.[0]?.query ?? '';
    sized.push({ cell, characters: charactersOf(recipe) + query.length });
    await breathe();
  }
  const measure = async ({ cell }: (typeof sized)[number]): Promise<number> => {
    const { tokens } = await writePrompt(engine, round, recipes, cell, noAnswers);
    try {
      checkRoom(tokens.length, 1, contextLength);
    } catch (thrown) {
      const problem = Problem.from(thrown).report();
      throw new Problem({ ...problem, message: `“${label}”: ${problem.message}` });
    }
    return tokens.length;
  };
  for (const each of sized.toSorted((a, b) => b.characters - a.characters).slice(0, longest))
    await measure(each);
  return Promise.all(spread(sized, typical).map(measure));
}

/** How long a recipe is; the chat layout's text is not known before the tokenizer writes it. */
const charactersOf = ({ text, recipe: { rules, demonstrations } }: CellRecipe): number =>
  text.length ||
  demonstrations.reduce((sum, { query, answer }) => sum + query.length + answer.length, 0) +
    rules.length;
