import type { JudgmentCell } from '../../domain/cell.ts';
import { sha256 } from '../../domain/hash.ts';
import { engineVersion } from '../../../workers/protocol.ts';
import type { PlannedJudge } from '../plan/judges.ts';
import type { PlannedCell, Round } from '../plan/plan.ts';
import { appVersion } from '../record.ts';
import type { BlockGround } from './block.ts';
import { armsShown, splitAtHead, type JudgmentText } from './judgment-text.ts';

/** What a block of judgments is worked out with. */
export interface JudgmentGround extends Pick<
  BlockGround,
  'document' | 'round' | 'answers' | 'signal' | 'keep'
> {
  readonly judges: readonly PlannedJudge[];
}

/** The judge of a cell. */
export const judgeOf = (
  { judges }: Pick<JudgmentGround, 'judges'>,
  { scorer }: PlannedCell,
): PlannedJudge => judges.find((judge) => judge.scorer === scorer) as PlannedJudge;

const placeOf = (arm: number, { item, seed, turn }: PlannedCell): string =>
  `${arm}/${item}/${seed}/${turn}`;

/** Finds the keys of the answers that a judgment shows, in the order shown. */
export function keysShownIn({ cells }: Pick<Round, 'cells'>): (cell: PlannedCell) => string[] {
  const keys = new Map(
    cells
      .filter(({ kind }) => kind === 'answer')
      .map((cell) => [placeOf(cell.arm, cell), cell.key]),
  );
  return (cell) => armsShown(cell).map((arm) => keys.get(placeOf(arm, cell)) ?? '');
}

/** What of a judgment is known before it is given. */
export interface JudgmentMade {
  readonly planned: PlannedCell;
  readonly judge: PlannedJudge;
  readonly text: JudgmentText;
  /** The whole prompt, and its length in tokens. */
  readonly prompt: string;
  readonly length: number;
  readonly of: string[];
  readonly device: JudgmentCell['device'];
}

/** What a judge gave. */
export type Given = Pick<JudgmentCell, 'reply' | 'length' | 'stopReason' | 'choices'>;

/** The record of a judgment, and the text that its prompt begins with where it has one. */
export async function judgmentRecord(
  { planned, judge, text, prompt, length, of, device }: JudgmentMade,
  given: Given,
): Promise<{ cell: JudgmentCell; recipe: { hash: string; text: string } | undefined }> {
  const [head, live] = splitAtHead(prompt, text);
  const hash = await sha256(head);
  const cell: JudgmentCell = {
    schema: 1,
    kind: 'judgment',
    key: planned.key,
    createdAt: new Date().toISOString(),
    model: judge.asks.model,
    device,
    prompt: { recipe: hash, live, length },
    of,
    ...given,
    version: { app: appVersion, engine: engineVersion },
  };
  return { cell, recipe: head === '' ? undefined : { hash, text: head } };
}
