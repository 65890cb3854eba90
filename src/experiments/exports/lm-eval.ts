import type { ExportFile, Rest } from '../../formats/exports/file.ts';
import { lmEvalFiles } from '../../formats/exports/lm-eval/files.ts';
import { metricName, type LmEvalTask } from '../../formats/exports/lm-eval/task.ts';
import { decodingOf } from '../plan/keys.ts';
import { wordsOf } from '../../formats/exports/names.ts';
import { madeWith } from './facts.ts';
import { argumentsOf, sampleOf } from './lm-eval-samples.ts';
import { shotsOf } from './prompts.ts';
import type { ResultRow } from '../results/results.ts';
import { scorersOf, type DocumentScorer } from '../results/scorers.ts';
import type { ExportSource } from './source.ts';
import { drawsOf, systemsOf, type Draw } from './systems.ts';

interface Part {
  readonly name: string;
  readonly alias: string;
  readonly rows: readonly ResultRow[];
  readonly scorers: readonly DocumentScorer[];
}

/** A seed's rows by tasks: the harness asks once, so each turn is one, and each likelihood. */
function partsOf({ conversations, likelihoods }: Draw, { record, results }: ExportSource): Part[] {
  const scorers = scorersOf(results.document.scorers);
  const answers = conversations.flatMap(({ turns }) => turns);
  const groups = [
    { rows: answers, name: '', scorers: scorers.filter(({ kind }) => kind !== 'likelihood') },
    ...scorers
      .filter(({ kind }) => kind === 'likelihood')
      .map((scorer) => ({
        rows: likelihoods.filter(({ planned }) => planned.scorer === scorer.number),
        name: scorer.id,
        scorers: [scorer],
      })),
  ];
  const title = wordsOf(record.title) || 'experiment';
  return groups.flatMap(({ rows, name, scorers: own }) =>
    [1, 2].flatMap((turn) => {
      const part = rows.filter(({ planned }) => planned.turn === turn);
      if (part.length === 0) return [];
      const words = [title, wordsOf(name), results.document.turns > 1 ? `turn_${turn}` : ''];
      const told = [record.title, name, results.document.turns > 1 ? `turn ${turn}` : ''];
      return {
        name: words.filter((word) => word !== '').join('_'),
        alias: told.filter((word) => word !== '').join(', '),
        rows: part,
        scorers: own,
      };
    }),
  );
}

function taskOf(part: Part, draw: Draw, source: ExportSource): LmEvalTask {
  const { arm, round, seed } = draw;
  const isAnswer = part.rows[0]?.planned.kind === 'answer';
  return {
    name: part.name,
    alias: part.alias,
    output: isAnswer ? 'generate_until' : 'loglikelihood',
    shots: shotsOf(arm.setting, source.results.document),
    documents: part.rows.length,
    generation: isAnswer ? argumentsOf(decodingOf(arm.setting, seed)) : null,
    metrics: part.scorers.map(({ id, higherIsBetter }) => ({
      name: metricName(id),
      higherIsBetter,
    })),
    samples: {
      *[Symbol.iterator]() {
        for (const row of part.rows) {
          const sample = sampleOf(row, source);
          if (sample) yield sample;
        }
      },
    },
    metadata: {
      experiment: source.record.id,
      arm: arm.label,
      levels: arm.levels,
      round: round.number,
    },
  };
}

/**
 * Every arm under every seed as a run of lm-evaluation-harness: the seed is its few-shot seed, a turn or a
 * likelihood a task. What failed or is to come is left out, and missing from "effective" alone.
 */
export async function exportLmEval(source: ExportSource, rest: Rest): Promise<ExportFile[]> {
  const { record, results } = source;
  const draws = drawsOf(await systemsOf(results, rest));
  const files: ExportFile[] = [];
  for (const draw of draws) {
    const { id, precision, fingerprint } = draw.arm.model;
    const tasks = partsOf(draw, source).map((part) => taskOf(part, draw, source));
    const { device, app, engine } = madeWith(draw);
    const run = {
      model: draw.name,
      modelArguments: { pretrained: id, dtype: precision, revision: fingerprint },
      device,
      seed: draw.seed,
      startedAt: record.createdAt,
      endedAt: record.updatedAt,
      environment: `Incontext Lab ${app}, engine ${engine}`,
      tasks,
    };
    files.push(...(await lmEvalFiles(run, rest)));
  }
  return files;
}
