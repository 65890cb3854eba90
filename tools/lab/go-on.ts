import type { Driver, GivenSet, Order, Weights } from '../../src/headless/driver.ts';
import type { ChosenModel } from '../../src/experiments/plan/models.ts';
import type { RunProgress } from '../../src/experiments/run/progress.ts';
import type { DeviceChoice } from '../../src/domain/model.ts';
import type { DrivenPage } from './driven-page.ts';
import type { ResultsFolder } from './folder.ts';

/** What is asked of a page. */
export interface Wanted {
  readonly document: unknown;
  readonly model: ChosenModel;
  readonly device: DeviceChoice;
  readonly again?: boolean;
  readonly sets?: readonly GivenSet[];
}

/** An order that begins at the beginning. */
export const newOrder = ({ document, model, device, again = false, sets = [] }: Wanted): Order => ({
  document,
  model,
  device,
  again,
  record: null,
  rounds: [],
  recipes: [],
  adapters: [],
  sets: [...sets],
});

/**
 * Opens a page on what a folder holds, ready to run; what it finishes is kept there.
 * @param open opens the page
 * @throws Problem where the document is refused
 */
export async function goOn(
  folder: ResultsFolder,
  wanted: Wanted,
  open: (driver: Driver, weights: Weights) => Promise<DrivenPage>,
  tell: (progress: RunProgress) => void,
): Promise<DrivenPage> {
  const page = await open(
    async (message) => {
      if (message.kind === 'progress') tell(message.progress);
      else await folder.keep(message);
    },
    (adapter) => folder.weights(adapter),
  );
  const { record, rounds, recipes, adapters } = folder;
  await page.order({ ...newOrder(wanted), record, rounds, recipes, adapters }, folder.cells());
  return page;
}
