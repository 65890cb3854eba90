import type { Cell } from '../../domain/cell.ts';
import { Problem } from '../../domain/problem.ts';
import { chatMessages, cleanAnswer, renderPrompt, type Turn } from '../../domain/prompt.ts';
import type { Engine } from '../../engine/engine.ts';
import type { PlannedCell, Round } from '../plan/plan.ts';
import { liveText, type CellRecipe } from '../plan/cell-recipe.ts';
import type { RecipeWriter } from '../plan/recipes.ts';

/** A cell's prompt, ready for the model. */
export interface CellPromptTokens {
  readonly planned: PlannedCell;
  readonly recipe: CellRecipe;
  readonly live: string;
  readonly tokens: number[];
}

/** Answers by place: what a second turn, or a likelihood of another arm's answer, is made of. */
export interface Answers {
  /** @throws Problem where that cell failed, or is not there */
  of(arm: number, item: number, seed: number, turn: number): string;
}

/** The answers of a round that are stored so far. */
export function answersIn(round: Round, cells: ReadonlyMap<string, Cell>): Answers {
  const keys = new Map(
    round.cells
      .filter(({ kind }) => kind === 'answer')
      .map(({ arm, item, seed, turn, key }) => [`${arm}/${item}/${seed}/${turn}`, key]),
  );
  return {
    of(arm, item, seed, turn) {
      const cell = cells.get(keys.get(`${arm}/${item}/${seed}/${turn}`) ?? '');
      if (cell?.kind === 'answer') return cleanAnswer(cell.generation.text);
      throw new Problem({
        code: 'bad-input',
        message: `The answer that this one builds on is not there${cell?.kind === 'failed' ? `: ${cell.problem.message}` : '.'}`,
        remedy: 'Run the failed cells again.',
      });
    },
  };
}

/** A cell's live turns: the one asked is open, the one before has the model's own answer. */
export function turnsOf(round: Round, planned: PlannedCell, answers: Answers): Turn[] {
  const { arm, item, seed, turn } = planned;
  const language = round.arms[arm]?.setting.language ?? '';
  const queries = round.items[item]?.turns[language] ?? [];
  return queries.slice(0, turn).map(({ query }, i) => ({
    query,
    answer: i + 1 < turn ? answers.of(arm, item, seed, i + 1) : null,
  }));
}

/** Writes and tokenises the prompt of one cell. */
export async function writePrompt(
  engine: Pick<Engine, 'tokenize' | 'renderChat'>,
  round: Round,
  recipes: RecipeWriter,
  planned: PlannedCell,
  answers: Answers,
): Promise<CellPromptTokens> {
  const { setting } = round.arms[planned.arm] as Round['arms'][number];
  const item = round.items[planned.item] as Round['items'][number];
  const recipe = await recipes.recipeOf(planned.arm, setting, item, planned.seed);
  const turns = turnsOf(round, planned, answers);
  const live =
    setting.template === 'chat'
      ? await engine.renderChat({ messages: chatMessages(recipe.recipe, turns) })
      : liveText(recipe, renderPrompt(recipe.recipe, turns));
  const [tokens = []] = await engine.tokenize({ texts: [recipe.text + live] });
  return { planned, recipe, live, tokens };
}

/** The prompt as one text. */
export const wholeText = ({ recipe, live }: Pick<CellPromptTokens, 'recipe' | 'live'>): string =>
  recipe.text + live;

/** @throws Problem 'context-exceeded' where prompt and answer have no room */
export function checkRoom(tokens: number, more: number, contextLength: number): void {
  if (tokens + more <= contextLength) return;
  throw new Problem({
    code: 'context-exceeded',
    message: `The prompt has ${tokens} tokens; the model has room for ${contextLength}, with at least ${more} for what follows.`,
    remedy: 'Take fewer or shorter demonstrations, or a model with a longer context.',
  });
}
