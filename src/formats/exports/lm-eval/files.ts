import { sha256 } from '../../../domain/hash.ts';
import { jsonFile, jsonLines, type ExportFile, type Rest } from '../file.ts';
import { filter, folderOf, resultsOf, type Tally } from './results.ts';
import type { LmEvalRun, LmEvalSample, LmEvalTask } from './task.ts';

/** Python's `isoformat` of a moment, with "-" for ":" (evaluation_tracker.py, `date_id`). */
const dateId = (date: string): string =>
  `${new Date(date).toISOString().slice(0, -1)}000`.replaceAll(':', '-');

/** As the harness writes responses: everything a text, Python's words for truth. */
const written = (response: LmEvalSample['response']): string | string[] =>
  typeof response === 'string' ? response : [String(response[0]), response[1] ? 'True' : 'False'];

interface Line {
  readonly hashes: string;
  readonly line: object;
}

async function lineOf(sample: LmEvalSample): Promise<Line> {
  const { id, doc, target, prompt, continuation, response, filtered, metrics } = sample;
  const hashes = {
    // two spaces of indentation, as Python writes it: anyone can check it
    doc_hash: await sha256(JSON.stringify(doc, null, 2)),
    prompt_hash: await sha256(prompt),
    target_hash: await sha256(target),
  };
  return {
    hashes: hashes.doc_hash + hashes.prompt_hash + hashes.target_hash,
    line: {
      doc_id: id,
      doc,
      target,
      arguments: { gen_args_0: { arg_0: prompt, arg_1: continuation } },
      resps: [[written(response)]],
      filtered_resps: [written(filtered)],
      filter,
      metrics: Object.keys(metrics),
      ...hashes,
      ...metrics,
    },
  };
}

async function samplesFile(
  name: string,
  { samples }: LmEvalTask,
  rest: Rest,
): Promise<{ file: ExportFile; tally: Tally }> {
  let hashes = '';
  const scores: LmEvalSample['metrics'][] = [];
  async function* lines(): AsyncGenerator<object> {
    for (const sample of samples) {
      const made = await lineOf(sample);
      hashes += made.hashes;
      scores.push(sample.metrics);
      yield made.line;
    }
  }
  const file = await jsonLines(name, lines(), rest);
  return { file, tally: { hash: await sha256(hashes), scores } };
}

/**
 * A run's folder as `lm_eval --output_path DIR --log_samples` leaves it: results_<date>.json, and
 * samples_<task>_<date>.jsonl for each task (EleutherAI/lm-evaluation-harness, loggers/evaluation_tracker.py).
 */
export async function lmEvalFiles(run: LmEvalRun, rest: Rest): Promise<ExportFile[]> {
  const date = dateId(run.endedAt);
  const folder = folderOf(run.model);
  const files: ExportFile[] = [];
  const tallies: Tally[] = [];
  for (const task of run.tasks) {
    const name = `${folder}/samples_${task.name}_${date}.jsonl`;
    const { file, tally } = await samplesFile(name, task, rest);
    tallies.push(tally);
    files.push(file);
  }
  return [jsonFile(`${folder}/results_${date}.json`, resultsOf(run, tallies)), ...files];
}
