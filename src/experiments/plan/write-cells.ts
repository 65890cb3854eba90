import { breathing } from '../../domain/breathing.ts';
import type { ExperimentDocument } from '../document/document.ts';
import { judgedArm } from './judged-arm.ts';
import type { KeyRing, Place } from './key-ring.ts';
import type { ModelledArm } from './modelled-arm.ts';
import type { PlannedJudge } from './judges.ts';
import type { PlannedCell, PlannedItem } from './plan.ts';
import { judgmentsAt, type SortableJudgment } from './write-judgments.ts';

/** What cells are made of. */
export interface CellGround extends Pick<
  ExperimentDocument,
  'turns' | 'seeds' | 'scorers' | 'material'
> {
  readonly arms: readonly ModelledArm[];
  readonly items: readonly PlannedItem[];
  readonly keys: KeyRing;
  readonly judges: readonly PlannedJudge[];
  readonly signal: AbortSignal | undefined;
}

/** A cell, and what it is sorted by before blocks are made. */
export interface SortableCell extends Omit<PlannedCell, 'block'> {
  /** First turns are 1, second ones 2, likelihoods 3. */
  readonly phase: number;
  readonly model: string;
  readonly recipe: string;
}

/** A likelihood scorer with its number, and by arm whose answers it judges. */
interface Judging {
  readonly scorer: number;
  readonly alternatives: number;
  /** Null: the item's reference. */
  readonly judged: readonly (number | null)[];
}

const judgings = ({ scorers, arms }: CellGround): Judging[] =>
  scorers.flatMap((scorer, number) => {
    if (scorer.kind !== 'likelihood') return [];
    const { of, alternatives } = scorer;
    const field = `scorers[${number}].of`;
    const judged = arms.map((arm) =>
      of === 'reference' ? null : judgedArm(arms, arm, of.arm, field),
    );
    return [{ scorer: number, alternatives, judged }];
  });

/** The places of a round: every item under every arm and seed, turn by turn. */
function* placesOf({ turns: most, seeds, arms, items }: CellGround): Generator<Place> {
  for (const [arm, { setting }] of arms.entries())
    for (const seed of seeds)
      for (const [item, { turns }] of items.entries())
        for (const turn of [1, 2] as const)
          if (turn <= Math.min(most, turns[setting.language]?.length ?? 0))
            yield { arm, item, seed, turn };
}

async function likelihoodOf(
  ground: CellGround,
  place: Place,
  { scorer, alternatives, judged }: Judging,
): Promise<(Pick<PlannedCell, 'kind' | 'key' | 'textOf' | 'scorer'> & { phase: number }) | null> {
  const { setting } = ground.arms[place.arm] as ModelledArm;
  const other = judged[place.arm] ?? null;
  const reference = ground.items[place.item]?.turns[setting.language]?.[place.turn - 1]?.reference;
  const text = other === null ? reference : { ...place, arm: other };
  if (text === null || text === undefined || text === '') return null;
  const key = await ground.keys.likelihood(place, text, alternatives);
  return { kind: 'likelihood', key, textOf: other ?? 'reference', scorer, phase: 3 };
}

/** The cells of a round before they stand in blocks. */
export interface WrittenCells {
  readonly cells: readonly SortableCell[];
  readonly judgments: readonly SortableJudgment[];
}

/**
 * All cells of a round; the page may work meanwhile.
 * @throws Problem 'bad-input' where a recipe, a scorer or a judge's prompts do not fit
 */
export async function writeCells(ground: CellGround): Promise<WrittenCells> {
  const breathe = breathing(ground.signal);
  const scorers = judgings(ground);
  const cells: SortableCell[] = [];
  const judgments: SortableJudgment[] = [];
  for (const place of placesOf(ground)) {
    const model = ground.arms[place.arm]?.asks.model.fingerprint ?? '';
    const tuning = await ground.keys.tuning(place);
    const shared = {
      ...place,
      model,
      recipe: await ground.keys.recipe(place),
      ...(tuning !== undefined && { tuning }),
    };
    const key = await ground.keys.answer(place);
    cells.push({ ...shared, kind: 'answer', key, phase: place.turn });
    for (const judging of scorers) {
      const likelihood = await likelihoodOf(ground, place, judging);
      if (likelihood) cells.push({ ...shared, ...likelihood });
    }
    judgments.push(...(await judgmentsAt(ground, place)));
    await breathe();
  }
  return { cells, judgments };
}
