import { jsonAround, jsonList, type ExportFile, type Rest } from '../file.ts';
import { safeName } from '../names.ts';
import type { InspectRun, InspectSample } from './log.ts';
import { Tally } from './totals.ts';

const evalOf = (run: InspectRun) => ({
  run_id: run.runId,
  created: run.startedAt,
  task: run.task,
  task_id: run.taskId,
  task_version: 0,
  task_display_name: run.displayName,
  task_attribs: {},
  task_args: run.taskArguments,
  dataset: {
    name: run.dataset.name,
    samples: run.dataset.ids.length,
    sample_ids: run.dataset.ids,
    shuffled: false,
  },
  model: run.model,
  model_generate_config: {},
  model_args: run.modelArguments,
  config: { epochs: run.epochs, epochs_reducer: ['mean'], fail_on_error: false, log_samples: true },
  packages: run.packages,
  metadata: run.metadata,
});

/** Inspect's own order of a sample's fields; an error is one of a program, of which there is no trace here. */
const sampleOf = ({ error, ...sample }: InspectSample): object => ({
  ...sample,
  store: {},
  events: [],
  ...(error !== undefined && {
    error: { message: error, traceback: error, traceback_ansi: error },
  }),
  attachments: {},
});

/** `{timestamp}_{task}_{id}.json`: Inspect splits at "_" (inspect_ai/log/_file.py). */
const nameOf = ({ startedAt, displayName, taskId }: InspectRun): string => {
  const time = new Date(startedAt).toISOString().slice(0, 19).replaceAll(':', '-');
  const task = safeName(displayName).replaceAll(/[_\s]+/g, '-');
  return `${time}+00-00_${task}_${taskId}.json`;
};

/**
 * A log as Inspect writes it with `--log-format json` (UKGovernmentBEIS/inspect_ai, log/_log.py): version 2, its
 * fields in the order that Inspect's readers of headers go by.
 */
export async function inspectFile(run: InspectRun, rest: Rest): Promise<ExportFile> {
  const tally = new Tally(run);
  function* samples(): Generator<object> {
    for (const sample of run.samples) {
      tally.add(sample);
      yield sampleOf(sample);
    }
  }
  const list = await jsonList(samples(), rest);
  const { results, usage } = tally.totals(run.planned);
  const head = {
    version: 2,
    status: run.status,
    eval: evalOf(run),
    plan: { name: 'plan', steps: run.steps, config: run.generate },
    results,
    stats: { started_at: run.startedAt, completed_at: run.endedAt, model_usage: usage },
  };
  return {
    name: nameOf(run),
    type: 'application/json',
    pieces: [...jsonAround(head, ['samples', list], {}), '\n'],
  };
}
