import type { ExportFile, Rest } from '../../formats/exports/file.ts';
import { ifevalFiles, type IfevalResponse } from '../../formats/exports/ifeval.ts';
import { isChecked } from './reasons.ts';
import type { ExportSource } from './source.ts';
import { drawsOf, systemsOf, type Draw } from './systems.ts';
import { answerIn, askedIn } from './turns.ts';

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
