import type { ModelIdentity } from '../../domain/model.ts';
import { Problem } from '../../domain/problem.ts';
import type { Adapter } from '../../domain/training/adapter.ts';
import type { Engine } from '../../engine/engine.ts';
import type { LoadedModel, Trained } from '../../../workers/protocol.ts';
import type { Round } from '../plan/plan.ts';
import type { ReadyTraining } from '../plan/tunings.ts';
import { rowBase } from '../training/base.ts';
import { prepareRows, type PreparedRows } from '../training/rows.ts';

/** A training's rows, all of them. */
export type ReadyRows = PreparedRows;

/** Which training it is, for readers: the first arm and seed that ask for it. */
export const placeOf = ({ arms }: Pick<Round, 'arms'>, { planned }: ReadyTraining): string =>
  `${arms[planned.arm]?.label ?? ''}, seed ${planned.seed}`;

/**
 * A training's rows, tokenised for its base. None may be left out: what is compared has the same
 * demonstrations on both sides.
 * @throws Problem 'bad-input' that names the demonstration which cannot be learnt
 */
export async function rowsOf(
  { planned: { settings }, set }: ReadyTraining,
  engine: Pick<Engine, 'tokenize' | 'renderChat'>,
  loaded: Pick<LoadedModel, 'endTokens' | 'contextLength'>,
): Promise<ReadyRows> {
  const rows = await prepareRows(set, settings, rowBase(engine, loaded)).catch(
    (thrown: unknown) => {
      const problem = Problem.from(thrown);
      throw problem.code === 'bad-input' ? notLearnt(problem.message) : problem;
    },
  );
  const [first] = rows.problems;
  if (first) throw notLearnt(first.message);
  return rows;
}

const notLearnt = (message: string): Problem =>
  new Problem({
    code: 'bad-input',
    message,
    remedy:
      'Take other or shorter demonstrations, or raise "maxLength" under the "changes" of "tuning".',
  });

/** The record of what a training came to. */
export function adapterOf(
  name: string,
  { planned: { settings, examples } }: ReadyTraining,
  { data }: ReadyRows,
  { file, curve, device, seconds }: Trained,
  { id, label, fingerprint }: ModelIdentity,
): Adapter {
  const many = `${examples} ${examples === 1 ? 'demonstration' : 'demonstrations'}`;
  return {
    schema: 1,
    id: file.id,
    name,
    createdAt: new Date().toISOString(),
    base: { id, label, fingerprint },
    weights: file.weights,
    bytes: file.bytes,
    origin: {
      kind: 'trained',
      settings,
      data: { ...data, label: `${many} of an experiment` },
      curve,
      device,
      seconds,
    },
  };
}
