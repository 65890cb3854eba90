import { breathing } from '../../domain/breathing.ts';
import type { Engine } from '../../engine/engine.ts';
import { spread } from '../material/spread.ts';
import { writePrompt, type Answers } from '../run/prompts.ts';
import type { PlannedRound } from './plan-round.ts';
import type { PlannedCell } from './plan.ts';

/** What writes prompts as tokens; a model's own where the chat layout is asked for. */
export type Tokens = Pick<Engine, 'tokenize' | 'renderChat'>;

/** Tokens of an arm's prompts in one turn, counted on a sample of them. */
export interface PromptTokens {
  readonly arm: number;
  readonly turn: 1 | 2;
  /** Of what stands before the live conversation, and of the whole prompt. */
  readonly recipe: number;
  readonly mean: number;
  readonly longest: number;
  /** The longest if the answer before it were empty: less it will not be. */
  readonly least: number;
  /** Characters of one token: to guess what other texts of this arm come to. */
  readonly perToken: number;
  /** The prompts that were counted, as tokens. */
  readonly sample: readonly (readonly number[])[];
}

/** What is known of a round's prompts before any is asked. */
export interface PromptSurvey {
  prompts(arm: number, turn: number): PromptTokens | undefined;
  readonly all: readonly PromptTokens[];
  /** Name of what stands before the live conversation, by the cell's key: equal ones are read once. */
  readonly recipes: ReadonlyMap<string, string>;
}

interface Sized {
  readonly cell: PlannedCell;
  readonly characters: number;
}

/** Prompts of an arm and turn that are counted: the longest ones, and some of all lengths. */
const [longestSampled, spreadSampled] = [2, 6];

/** Second turns are counted as if nothing had been answered; what may have been is added. */
const noAnswers: Answers = { of: () => '' };

function sampleOf(sized: readonly Sized[]): PlannedCell[] {
  const byLength = sized.toSorted((a, b) => b.characters - a.characters);
  const cells = [...byLength.slice(0, longestSampled), ...spread(byLength, spreadSampled)];
  return [...new Set(cells.map(({ cell }) => cell))];
}

/** How long the prompt of a cell is, in characters, near enough to find the longest. */
async function sizesOf({ round, recipes }: PlannedRound, signal: AbortSignal | undefined) {
  const breathe = breathing(signal);
  const groups = new Map<string, Sized[]>();
  const names = new Map<string, string>();
  const setting = (cell: PlannedCell) => round.arms[cell.arm]?.setting;
  for (const cell of round.cells) {
    const item = round.items[cell.item];
    const arm = setting(cell);
    if (names.has(cell.key) || cell.kind === 'judgment' || !item || !arm) continue;
    const { hash, text, recipe } = await recipes.recipeOf(cell.arm, arm, item, cell.seed);
    names.set(cell.key, hash);
    if (cell.kind !== 'answer') continue;
    const shown = text === '' ? recipe.demonstrations.flatMap((d) => [d.query, d.answer]) : [text];
    const asked = (item.turns[arm.language] ?? []).slice(0, cell.turn).map(({ query }) => query);
    const characters = [...shown, ...asked].reduce((sum, part) => sum + part.length, 0);
    const group = `${cell.arm}/${cell.turn}`;
    const sized = groups.get(group) ?? [];
    groups.set(group, sized);
    sized.push({ cell, characters });
    await breathe();
  }
  return { groups, names };
}

/**
 * Counts what prompts come to: exactly for a sample of every arm and turn, its longest ones included. A
 * second turn is counted with the longest first answer that it can have.
 * @param tokensFor what tokenises for the arm of a number
 * @throws the signal's reason where it is aborted; Problems of the worker
 */
export async function surveyPrompts(
  planned: PlannedRound,
  tokensFor: (arm: number) => Promise<Tokens>,
  signal?: AbortSignal,
): Promise<PromptSurvey> {
  const { round, recipes } = planned;
  const { groups, names } = await sizesOf(planned, signal);
  const recipeTokens = new Map<string, number>();
  const all: PromptTokens[] = [];
  for (const sized of groups.values()) {
    const counted: { recipe: number; tokens: number[]; characters: number }[] = [];
    for (const cell of sampleOf(sized)) {
      signal?.throwIfAborted();
      const engine = await tokensFor(cell.arm);
      const { recipe, live, tokens } = await writePrompt(engine, round, recipes, cell, noAnswers);
      const known = recipeTokens.get(recipe.hash);
      const ofRecipe = known ?? (recipe.text === '' ? 0 : await lengthOf(engine, recipe.text));
      recipeTokens.set(recipe.hash, ofRecipe);
      const { length: characters } = recipe.text + live;
      counted.push({ recipe: ofRecipe, tokens, characters });
    }
    const [{ cell } = { cell: undefined }] = sized;
    if (!cell) continue;
    const { arm, turn } = cell;
    const before = turn === 2 ? (round.arms[arm]?.setting.decoding.maxNewTokens ?? 0) : 0;
    const mean = (pick: (one: (typeof counted)[number]) => number) =>
      counted.reduce((sum, one) => sum + pick(one), 0) / counted.length;
    const least = Math.max(...counted.map((one) => one.tokens.length));
    all.push({
      arm,
      turn,
      recipe: Math.min(
        mean((one) => one.recipe),
        mean((one) => one.tokens.length),
      ),
      mean: mean((one) => one.tokens.length) + before,
      longest: least + before,
      least,
      sample: counted.map(({ tokens }) => tokens),
      perToken: Math.max(1, mean((one) => one.characters) / mean((one) => one.tokens.length)),
    });
  }
  const byPlace = new Map(all.map((one) => [`${one.arm}/${one.turn}`, one]));
  return { all, recipes: names, prompts: (arm, turn) => byPlace.get(`${arm}/${turn}`) };
}

async function lengthOf(engine: Tokens, text: string): Promise<number> {
  const [tokens = []] = await engine.tokenize({ texts: [text] });
  return tokens.length;
}
