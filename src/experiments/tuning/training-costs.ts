import { breathing } from '../../domain/breathing.ts';
import { Problem } from '../../domain/problem.ts';
import type { TrainingRows } from '../../domain/training/rows.ts';
import type { Engine } from '../../engine/engine.ts';
import type { LoadedModel, TrainingLengths } from '../../../workers/protocol.ts';
import type { PlannedModel } from '../plan/models.ts';
import type { PlannedRound } from '../plan/plan-round.ts';
import type { Round } from '../plan/plan.ts';
import type { ReadyTraining } from '../plan/tunings.ts';
import { placeOf, rowsOf } from './ready-rows.ts';

/** What trainings take, as far as it is known before the first begins. */
export interface TrainingCosts {
  readonly count: number;
  /** Of the optimizer, in all. */
  readonly steps: number;
  /** Read in all passes over the rows. */
  readonly tokens: number;
  /** The most that one of them takes at its height, by estimate. */
  readonly bytes: number;
}

export const noTrainings: TrainingCosts = { count: 0, steps: 0, tokens: 0, bytes: 0 };

/** Costs of trainings of two models, one after the other. */
export const bothCosts = (a: TrainingCosts, b: TrainingCosts): TrainingCosts => ({
  count: a.count + b.count,
  steps: a.steps + b.steps,
  tokens: a.tokens + b.tokens,
  bytes: Math.max(a.bytes, b.bytes),
});

type TrainingEngine = Pick<Engine, 'tokenize' | 'renderChat' | 'planTraining'>;

/** How long rows are, as a plan wants them. */
export function lengthsOf(rows: TrainingRows): TrainingLengths {
  if (rows.method === 'sft') {
    const each = (list: typeof rows.training) => list.map(({ tokens }) => tokens.length);
    return { training: each(rows.training), validation: each(rows.validation) };
  }
  const each = (list: typeof rows.training) =>
    list.flatMap(({ chosen, rejected }) => [chosen.tokens.length, rejected.tokens.length]);
  return { training: each(rows.training), validation: each(rows.validation) };
}

/**
 * Looks at what one model is trained on, row by row; the page may work meanwhile.
 * @param engine with the model loaded
 * @throws Problem that names the training and what of it cannot be: a row that is too long, modules that
 *   the model does not have, more memory than there is
 */
export async function trainingCosts(
  round: Pick<Round, 'arms'>,
  trainings: readonly ReadyTraining[],
  engine: TrainingEngine,
  loaded: Pick<LoadedModel, 'endTokens' | 'contextLength'>,
): Promise<TrainingCosts> {
  const breathe = breathing();
  let costs = noTrainings;
  for (const training of trainings) {
    const { settings } = training.planned;
    try {
      const { rows } = await rowsOf(training, engine, loaded);
      const lengths = lengthsOf(rows);
      const { steps, bytes, allowed } = await engine.planTraining({ settings, lengths });
      if (bytes > allowed) throw noRoom(bytes, allowed);
      const tokens = lengths.training.reduce((sum, length) => sum + length, 0);
      const read = Math.round(tokens * settings.epochs);
      costs = bothCosts(costs, { count: 1, steps, tokens: read, bytes });
    } catch (thrown) {
      const { code, message, remedy } = Problem.from(thrown);
      const where = `“${placeOf(round, training)}”`;
      throw new Problem({ code, message: `${where}: ${message}`, remedy }, { cause: thrown });
    }
    await breathe();
  }
  return costs;
}

/**
 * What is still to be trained in a round, by its model's fingerprint.
 * @param wanted whether a cell is to be asked, by its key
 * @param take gives a model, loaded
 * @throws Problem as `trainingCosts`
 */
export async function costsOfTrainings(
  { round, asks, trainings }: Pick<PlannedRound, 'round' | 'asks' | 'trainings'>,
  wanted: (key: string) => boolean,
  take: (model: PlannedModel) => Promise<{ engine: TrainingEngine; loaded: LoadedModel }>,
): Promise<Map<string, TrainingCosts>> {
  const names = new Set(round.cells.flatMap(({ key, tuning }) => (wanted(key) ? tuning : [])));
  const byModel = new Map<PlannedModel, ReadyTraining[]>();
  for (const [name, training] of trainings) {
    const model = asks[training.planned.arm];
    if (model && names.has(name)) byModel.set(model, [...(byModel.get(model) ?? []), training]);
  }
  const costs = new Map<string, TrainingCosts>();
  for (const [model, ofModel] of byModel) {
    const { engine, loaded } = await take(model);
    const { fingerprint } = model.model;
    const more = await trainingCosts(round, ofModel, engine, loaded);
    costs.set(fingerprint, bothCosts(costs.get(fingerprint) ?? noTrainings, more));
  }
  return costs;
}

const mebibytes = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20)} MiB`;

const noRoom = (bytes: number, allowed: number): Problem =>
  new Problem({
    code: 'memory-short',
    message: `its training would take about ${mebibytes(bytes)}; there are ${mebibytes(allowed)} for it.`,
    remedy: 'Choose a smaller rank, a smaller batch, shorter demonstrations, or a smaller model.',
  });
