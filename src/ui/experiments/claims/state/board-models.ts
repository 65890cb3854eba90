import type { CellModel } from '../../../../domain/cell.ts';
import type { ExperimentRecord } from '../../../../domain/experiment.ts';
import { precisionNames } from '../../../model/precision-names.ts';
import type { Board } from '../../../../experiments/claims/board.ts';

export type BoardModel = Board['model'];

/** The model that the reader has chosen: by its weights where it is loaded, else by its name. */
export type ChosenModel = Pick<CellModel, 'id' | 'precision'> & Partial<CellModel>;

/** A name for weights that tells precisions apart. */
export const modelName = ({ fingerprint, precision }: BoardModel): string =>
  `${fingerprint}/${precision}`;

/**
 * The models that experiments were run on, the chosen one first: it is there even where nothing was run on
 * it, since its board says just that.
 */
export function boardModels(
  records: readonly Pick<ExperimentRecord, 'models'>[],
  chosen: ChosenModel,
): BoardModel[] {
  const ran = records.flatMap(({ models: [first] }) => first ?? []);
  const all = [...new Map(ran.map((model) => [modelName(model), model])).values()];
  const { id, precision, label = id, fingerprint } = chosen;
  const own = all.find(
    (model) =>
      model.precision === precision &&
      (fingerprint === undefined ? model.id === id : model.fingerprint === fingerprint),
  );
  const first = own ?? { id, precision, label, fingerprint: fingerprint ?? '' };
  return [first, ...all.filter((model) => model !== own)];
}

/** A model's name for readers; where others have the same one, with the beginning of its fingerprint. */
export function modelTitle(model: BoardModel, all: readonly BoardModel[]): string {
  const plain = ({ label, precision }: BoardModel): string =>
    `${label}, ${precisionNames[precision]}`;
  const alike = all.filter((other) => plain(other) === plain(model)).length > 1;
  const mark = model.fingerprint.slice(0, 8);
  return alike && mark !== '' ? `${plain(model)} (weights ${mark})` : plain(model);
}
