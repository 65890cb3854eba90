import { breathing } from '../../domain/breathing.ts';
import type { ExperimentRecord, HandRating } from '../../domain/experiment.ts';
import type { Adapter } from '../../domain/training/adapter.ts';
import type { Rest } from '../../scoring/statistics/steps.ts';
import { figureData } from '../figures/from-results/figure-data.ts';
import { forestFigures } from '../figures/from-results/forest-figures.ts';
import { differences } from '../gallery/differences.ts';
import { templateOf } from '../gallery/gallery.ts';
import { revealOf } from '../rating/reveal.ts';
import { indexRows } from '../results/index-rows.ts';
import type { Results } from '../results/results.ts';
import { summaryOf } from '../results/summary.ts';
import { markup, Markup } from './markup.ts';
import { contrastsPart, failuresPart, searchPart, shiftPart } from './parts/findings.ts';
import { figurePart } from './parts/figures.ts';
import { asked, differing } from './parts/question.ts';
import { ratingsPart } from './parts/ratings.ts';
import { environmentPart, settingsPart, type ReportEnvironment } from './parts/settings.ts';
import { judgePart, meansTable } from './parts/tables.ts';
import { trainingsPart } from './parts/trainings.ts';
import { transcriptsPart } from './parts/transcripts.ts';
import { style } from './style.ts';

/** What a report is written of. */
export interface ReportParts {
  readonly record: ExperimentRecord;
  readonly results: Results;
  readonly ratings?: readonly HandRating[];
  /** Records of adapters: those that answered are told of. */
  readonly adapters?: readonly Adapter[];
  readonly environment: ReportEnvironment;
  /** Where figures are drawn; the page's own where none is given. */
  readonly document?: Document;
}

/**
 * An experiment as one HTML file that needs nothing else: no scripts, nothing from elsewhere, all texts of
 * models and documents escaped. The page may work meanwhile.
 * @throws Problem 'bad-input' for an axis that the document does not have
 */
export async function reportHtml(
  { record, results, ratings = [], adapters = [], environment, document: drawnIn }: ReportParts,
  rest: Rest = breathing(),
): Promise<string> {
  const { document } = results;
  const index = await indexRows(results);
  const summary = await summaryOf(index, rest);
  const study = templateOf(document.template);
  const figures = [await figureData(index, { rest }), ...forestFigures(index, summary.contrasts)];
  const drawn = [];
  for (const data of figures) {
    drawn.push(figurePart(data, drawnIn));
    await rest();
  }
  const reveal = ratings.length > 0 ? await revealOf(results, ratings, rest) : null;
  const shown = record.models[0]?.label ?? '';
  const degenerations = new Set(summary.degeneration.map(({ scorer }) => scorer.id));
  const parts = [
    markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Incontext Lab">
<title>${record.title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<main>
`,
    asked(record, summary, document.about),
    markup`${differing(document.template, study ? differences(document, study, shown) : [])}
      <h2>Figures</h2>
      ${drawn} ${judgePart(summary.scorers[0]?.id, summary.judges)} ${searchPart(summary.search)} ${shiftPart(summary.shift)}
      <h2>Tables</h2>
      ${summary.tables
        .filter(({ scorer }) => !degenerations.has(scorer.id))
        .map((table) => meansTable(table, summary.judges))}
      ${
        summary.categories.columns.levels.length > 1
          ? markup`<h3>By category of the questions</h3>
              ${meansTable(summary.categories, summary.judges)}`
          : null
      }
      ${
        summary.judged.length > 0
          ? markup`<h3>By category and turn, as judges rate</h3>
              ${summary.judged.map((table) => meansTable(table, summary.judges))}`
          : null
      }
      ${contrastsPart(summary.contrasts)}
      ${
        summary.degeneration.length > 0
          ? markup`<h2>Degenerate answers</h2>
              <p>Shares of answers, from 0 to 1.</p>
              ${summary.degeneration.map((table) => meansTable(table))}`
          : null
      }
      ${ratingsPart(reveal)} ${failuresPart(summary.failures)} ${trainingsPart(results, adapters)}
      ${settingsPart(document, record)}
      ${environmentPart(summary.environment, environment, record)}`,
    ...(await transcriptsPart(results.rows, index.scorers, rest)),
    markup`
</main>
</body>
</html>
`,
  ];
  return parts.map(({ text }) => text).join('');
}
