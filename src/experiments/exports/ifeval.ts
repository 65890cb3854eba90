import type { ExportFile, Rest } from '../../formats/exports/file.ts';
import { ifevalFiles, type IfevalResponse } from '../../formats/exports/ifeval.ts';
import type { PlannedItem } from '../plan/plan.ts';
import type { Results } from '../results/results.ts';
import type { ExportSource } from './source.ts';
import { drawsOf, systemsOf, type Draw } from './systems.ts';
import { answerIn, askedIn } from './turns.ts';

/** Whether a question has instructions that IFEval's program can check. */
const isChecked = ({ turns }: PlannedItem, language: string): boolean => {
  const [first] = turns[language] ?? [];
  return first !== undefined && 'ifeval' in first && first.ifeval !== undefined;
};

/** Why there is nothing for IFEval in an experiment; null where there is. */
export function ifevalReason({ rounds }: Results): string | null {
  const some = rounds.some(({ items }) =>
    items.some((item) => Object.keys(item.turns).some((language) => isChecked(item, language))),
  );
  return some ? null : 'no question has instructions that IFEval checks';
}

function* responsesOf({ arm, conversations }: Draw): Generator<IfevalResponse> {
  for (const { item, turns } of conversations) {
    const [row] = turns;
    const response = row ? answerIn(row) : null;
    if (row && response !== null && isChecked(item, arm.setting.language))
      yield { prompt: askedIn(row).query, response };
  }
}

/** Every arm's responses to IFEval's prompts, seed by seed: its program goes by the prompt alone. */
export async function exportIfeval({ results }: ExportSource, rest: Rest): Promise<ExportFile[]> {
  const draws = drawsOf(await systemsOf(results, rest));
  return ifevalFiles(
    draws.map((draw) => ({ name: draw.name, rows: responsesOf(draw) })),
    rest,
  );
}
