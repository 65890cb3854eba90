import { unixSeconds } from '../file.ts';
import type { LmEvalRun, LmEvalSample, LmEvalTask } from './task.ts';

/** The harness's one filter where a task names none. */
export const filter = 'none';

/** Mean and its standard error, sd (n - 1) / √n; "N/A" as in the harness where there is but one value. */
function aggregated(values: readonly number[]): { mean: number; stderr: number | 'N/A' } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  if (values.length < 2) return { mean, stderr: 'N/A' };
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, stderr: Math.sqrt(squares / (values.length - 1) / values.length) };
}

/** What a task's documents came to. */
export interface Tally {
  /** Of all samples that were written, by digests. */
  readonly hash: string;
  /** Each sample's numbers, by metric. */
  readonly scores: readonly LmEvalSample['metrics'][];
}

function resultOf({ name, alias, metrics }: LmEvalTask, { scores }: Tally): object {
  const found = metrics
    .map((metric) => [metric.name, scores.flatMap((score) => score[metric.name] ?? [])] as const)
    // no mean of nothing: a metric that no document has is left out
    .filter(([, values]) => values.length > 0);
  return {
    name,
    alias,
    sample_len: scores.length,
    ...Object.fromEntries(
      found.flatMap(([metric, values]) => {
        const { mean, stderr } = aggregated(values);
        return [
          [`${metric},${filter}`, mean],
          [`${metric}_stderr,${filter}`, stderr],
        ];
      }),
    ),
    // metrics may have fewer values than there are answers: what could not be judged is no 0
    sample_count: Object.fromEntries(
      found.map(([metric, values]) => [`${metric},${filter}`, values.length]),
    ),
  };
}

const configOf = ({ name, alias, output, shots, generation, metrics, metadata }: LmEvalTask) => ({
  task: name,
  task_alias: alias,
  dataset_path: 'json',
  dataset_name: null,
  test_split: 'test',
  doc_to_text: '{{prompt}}',
  doc_to_target: '{{target}}',
  unsafe_code: false,
  description: '',
  target_delimiter: '',
  fewshot_delimiter: '\n\n',
  num_fewshot: shots,
  metric_list: metrics.map((metric) => ({
    metric: metric.name,
    aggregation: 'mean',
    ...(metric.higherIsBetter !== null && { higher_is_better: metric.higherIsBetter }),
  })),
  output_type: output,
  ...(generation && { generation_kwargs: generation }),
  repeats: 1,
  should_decontaminate: false,
  metadata: { version: 1, ...metadata },
});

const betterOf = ({ metrics }: LmEvalTask): Record<string, boolean> =>
  Object.fromEntries(
    metrics.flatMap(({ name, higherIsBetter }) =>
      higherIsBetter === null ? [] : [[name, higherIsBetter]],
    ),
  );

/** The harness's rule for names of folders (lm_eval/utils.py, `sanitize_model_name`). */
export const folderOf = (model: string): string => model.replace(/["<>:/|\\?*[\]]+/g, '__');

/**
 * results_<date>.json of a run (EleutherAI/lm-evaluation-harness, evaluator.py and evaluation_tracker.py).
 * @param tallies of the tasks, in their order
 */
export function resultsOf(run: LmEvalRun, tallies: readonly Tally[]): object {
  const { tasks, model, modelArguments, seed } = run;
  const byTask = <Value>(of: (task: LmEvalTask, tally: Tally) => Value): Record<string, Value> =>
    Object.fromEntries(tasks.map((task, i) => [task.name, of(task, tallies[i] as Tally)]));
  return {
    results: byTask(resultOf),
    group_subtasks: byTask(() => []),
    configs: byTask(configOf),
    versions: byTask(() => 1),
    'n-shot': byTask(({ shots }) => shots),
    higher_is_better: byTask(betterOf),
    'n-samples': byTask(({ documents }, { scores }) => ({
      original: documents,
      effective: scores.length,
    })),
    config: {
      model: 'incontext-lab',
      model_args: modelArguments,
      batch_size: null,
      batch_sizes: [],
      device: run.device,
      use_cache: null,
      limit: null,
      bootstrap_iters: 0,
      gen_kwargs: null,
      random_seed: seed,
      numpy_seed: seed,
      torch_seed: seed,
      fewshot_seed: seed,
    },
    git_hash: null,
    date: unixSeconds(run.startedAt),
    pretty_env_info: run.environment,
    transformers_version: 'N/A',
    lm_eval_version: 'N/A',
    upper_git_hash: null,
    task_hashes: byTask((_, { hash }) => hash),
    model_source: 'incontext-lab',
    model_name: model,
    model_name_sanitized: folderOf(model),
    system_instruction: null,
    system_instruction_sha: null,
    fewshot_as_multiturn: false,
    chat_template: null,
    chat_template_sha: null,
    start_time: unixSeconds(run.startedAt),
    end_time: unixSeconds(run.endedAt),
    total_evaluation_time_seconds: String(unixSeconds(run.endedAt) - unixSeconds(run.startedAt)),
  };
}
