/** How lm-evaluation-harness asks for an answer (its `generation_kwargs`). */
export interface GenerationArguments {
  readonly until: readonly string[];
  readonly max_gen_toks: number;
  readonly do_sample: boolean;
  readonly temperature: number;
  readonly top_p?: number;
  readonly top_k?: number;
  readonly min_p?: number;
  readonly repetition_penalty?: number;
  readonly presence_penalty?: number;
  readonly frequency_penalty?: number;
}

/** One document of a task with what came of it. */
export interface LmEvalSample {
  /** Its place in the data set, from 0; those without an answer are left out. */
  readonly id: number;
  readonly doc: Readonly<Record<string, string | number>>;
  readonly target: string;
  /** The whole prompt, and how it is continued: decoding, or the text that was judged. */
  readonly prompt: string;
  readonly continuation: GenerationArguments | string;
  /** As the model gave it, and after cleaning; of a likelihood [ln p, whether it is the greedy one]. */
  readonly response: string | readonly [number, boolean];
  readonly filtered: string | readonly [number, boolean];
  /** By metric; a metric without a number is not there. */
  readonly metrics: Readonly<Record<string, number>>;
}

export interface LmEvalMetric {
  readonly name: string;
  /** Null where neither is better. */
  readonly higherIsBetter: boolean | null;
}

/** A task: one turn of all questions, or all texts of a likelihood scorer. */
export interface LmEvalTask {
  /** Letters, digits and "_". */
  readonly name: string;
  readonly alias: string;
  readonly output: 'generate_until' | 'loglikelihood';
  readonly shots: number;
  /** Documents in all, with an answer or without. */
  readonly documents: number;
  readonly generation: GenerationArguments | null;
  readonly metrics: readonly LmEvalMetric[];
  /** Those with an answer; gone through more than once, so prompts need not all be held. */
  readonly samples: Iterable<LmEvalSample>;
  /** What else is known of the task. */
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** One run of the harness: a model, with a seed, on tasks. */
export interface LmEvalRun {
  /** Also the folder: the harness makes one for each model. */
  readonly model: string;
  readonly modelArguments: Readonly<Record<string, string>>;
  readonly device: string | null;
  readonly seed: number;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly endedAt: string;
  /** What it was run with, in a sentence. */
  readonly environment: string;
  readonly tasks: readonly LmEvalTask[];
}

/** Fields of a sample, which no metric may take the place of. */
const taken = /^(doc|doc_id|target|arguments|resps|filtered_resps|filter|metrics|.*_hash)$/;

/** A metric's name: the harness cuts keys of results at their first comma. */
export function metricName(id: string): string {
  const name = id.replaceAll(',', ';');
  return taken.test(name) ? `score/${name}` : name;
}
