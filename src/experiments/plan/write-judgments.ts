import type { ExperimentDocument } from '../document/document.ts';
import { judgmentGround, type PlannedJudge } from './judges.ts';
import type { KeyRing, Place } from './key-ring.ts';
import { judgmentKey } from './keys.ts';
import type { ModelledArm } from './modelled-arm.ts';
import type { PlannedCell, PlannedItem } from './plan.ts';

/** A judgment, and what it is sorted by before blocks are made. */
export interface SortableJudgment extends Omit<PlannedCell, 'block'> {
  /** Name of who judges. */
  readonly judge: string;
  /** Keys of the answers that it waits for. */
  readonly needs: readonly string[];
}

/** What judgments are made of. */
export interface JudgmentsGround extends Pick<ExperimentDocument, 'material'> {
  readonly arms: readonly ModelledArm[];
  readonly items: readonly PlannedItem[];
  readonly keys: KeyRing;
  readonly judges: readonly PlannedJudge[];
}

/** The judgments of one answer: one by each judge that looks at it alone, two beside another answer. */
export async function judgmentsAt(
  ground: JudgmentsGround,
  place: Place,
): Promise<SortableJudgment[]> {
  const { arms, items, keys, judges } = ground;
  const { setting } = arms[place.arm] as ModelledArm;
  const item = items[place.item] as PlannedItem;
  const found: SortableJudgment[] = [];
  for (const judge of judges) {
    const { scorer, beside } = judge;
    const other = beside === null ? null : (beside[place.arm] ?? null);
    if (beside !== null && other === null) continue;
    const asked = judgmentGround(ground, judge, {
      item,
      language: setting.language,
      turn: place.turn,
    });
    const own = await keys.answer(place);
    const shared = {
      ...place,
      kind: 'judgment',
      scorer,
      judge: judge.asks.model.fingerprint,
    } as const;
    if (other === null) {
      const key = await judgmentKey({ ...asked, answers: [own] });
      found.push({ ...shared, key, needs: [own] });
      continue;
    }
    const its = await keys.answer({ ...place, arm: other });
    for (const first of ['own', 'other'] as const) {
      const answers = first === 'own' ? [own, its] : [its, own];
      const key = await judgmentKey({ ...asked, answers });
      found.push({ ...shared, key, needs: answers, against: { arm: other, first } });
    }
  }
  return found;
}
