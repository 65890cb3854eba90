import { armsOf, type DocumentArm } from '../document/arms.ts';
import type { ExperimentDocument } from '../document/document.ts';
import type { Questions } from '../document/questions.ts';
import { checkSize } from '../document/read.ts';
import { noAdapters, type AdapterShelf } from '../tuning/adapters.ts';
import type { Shelf } from '../material/shelf.ts';
import { inBlocks } from './blocks.ts';
import { gatherGround } from './ground.ts';
import { findJudges, type PlannedJudge } from './judges.ts';
import { KeyRing } from './key-ring.ts';
import type { ModelledArm } from './modelled-arm.ts';
import type { ModelBook, PlannedModel } from './models.ts';
import type { Round } from './plan.ts';
import { RecipeWriter } from './recipes.ts';
import { checkAdapters, TuningBook, type ReadyTraining } from './tunings.ts';
import { writeCells } from './write-cells.ts';

/** What planning takes from the world. */
export interface PlanningParts {
  readonly models: ModelBook;
  readonly shelf: Shelf;
  /** Where arms find the adapters that they name; absent for none. */
  readonly adapters?: AdapterShelf | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Which round is planned. */
export interface RoundWanted {
  readonly experiment: string;
  readonly number: number;
  readonly purpose: Round['purpose'];
  readonly questions: Questions;
  readonly arms: readonly DocumentArm[];
  readonly turns: 1 | 2;
}

/** A round with what is needed to run it. */
export interface PlannedRound {
  readonly round: Round;
  /** By number of the arm. */
  readonly asks: readonly PlannedModel[];
  readonly recipes: RecipeWriter;
  /** By name, in the order of work. */
  readonly trainings: ReadonlyMap<string, ReadyTraining>;
  readonly judges: readonly PlannedJudge[];
}

/** The first round of an experiment without a search: all of it. */
export const wholeRound = (experiment: string, document: ExperimentDocument): RoundWanted => ({
  experiment,
  number: 0,
  purpose: 'all',
  questions: document.questions,
  arms: armsOf(document),
  turns: document.turns,
});

/**
 * Plans a round: looks up its models, writes its recipes, and names its cells by their keys.
 * @throws Problem 'bad-input' that names what does not fit
 */
export async function planRound(
  document: ExperimentDocument,
  wanted: RoundWanted,
  { models, shelf, adapters = noAdapters, signal }: PlanningParts,
): Promise<PlannedRound> {
  const { questions, arms } = wanted;
  const { asked, materials } = await gatherGround(document, questions, arms, shelf);
  checkSize(document, asked.items.length);
  const modelled: ModelledArm[] = [];
  for (const arm of arms) {
    const { model, precision } = arm.setting;
    modelled.push({ ...arm, asks: await models.find(model, precision) });
  }
  const recipes = new RecipeWriter(materials, asked);
  await checkAdapters(modelled, adapters);
  const tunings = new TuningBook(modelled, recipes);
  const keys = new KeyRing(modelled, asked.items, recipes, tunings);
  const { seeds, scorers, material } = document;
  const judges = await findJudges(document, modelled, models);
  const cells = await writeCells({
    seeds,
    scorers,
    material,
    judges,
    turns: wanted.turns,
    arms: modelled,
    items: asked.items,
    keys,
    signal,
  });
  const planned = inBlocks(cells);
  const trainings = inOrderOfWork(planned, tunings.trainings);
  const round: Round = {
    schema: 1,
    id: `${wanted.experiment}/${wanted.number}`,
    experiment: wanted.experiment,
    number: wanted.number,
    purpose: wanted.purpose,
    arms: modelled.map(({ asks, ...arm }) => ({ ...arm, model: asks.model })),
    items: [...asked.items],
    styles: Object.fromEntries(
      [...materials].map(([language, { styles }]) => [language, [...styles]]),
    ),
    cells: planned,
    ...(trainings.length > 0 && { trainings: trainings.map(({ planned }) => planned) }),
    ...judgesOf(judges),
  };
  return {
    round,
    asks: modelled.map(({ asks }) => asks),
    recipes,
    trainings: new Map(trainings.map((training) => [training.planned.name, training])),
    judges,
  };
}

/** The judges, as a round tells of them. */
function judgesOf(judges: readonly PlannedJudge[]): Pick<Round, 'judges'> {
  const found = judges.map(({ scorer, asks }) => ({ scorer, model: asks.model }));
  return found.length > 0 ? { judges: found } : {};
}

/** The trainings as their cells come. */
function inOrderOfWork(
  cells: Round['cells'],
  trainings: ReadonlyMap<string, ReadyTraining>,
): ReadyTraining[] {
  const names = new Set(cells.map(({ tuning = '' }) => tuning));
  return [...names].flatMap((name) => trainings.get(name) ?? []);
}
