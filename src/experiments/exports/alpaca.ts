import { alpacaFiles, type AlpacaOutput } from '../../formats/exports/alpaca.ts';
import type { ExportFile, Rest } from '../../formats/exports/file.ts';
import type { ExportSource } from './source.ts';
import { drawsOf, systemsOf, type Draw } from './systems.ts';
import { answerIn, askedIn } from './turns.ts';

/** First turns with an answer: AlpacaEval asks once. */
function* outputsOf({ name, conversations }: Draw, title: string): Generator<AlpacaOutput> {
  for (const { item, turns } of conversations) {
    const [row] = turns;
    const output = row ? answerIn(row) : null;
    if (!row || output === null) continue;
    yield {
      dataset: item.category === '' ? title : item.category,
      instruction: askedIn(row).query,
      output,
      generator: name,
    };
  }
}

/** Every arm's first answers as AlpacaEval reads them, seed by seed: it compares one answer to a question. */
export async function exportAlpaca(
  { results, record }: ExportSource,
  rest: Rest,
): Promise<ExportFile[]> {
  const draws = drawsOf(await systemsOf(results, rest));
  return alpacaFiles(
    draws.map((draw) => ({ name: draw.name, rows: outputsOf(draw, record.title) })),
    rest,
  );
}
