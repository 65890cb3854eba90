import type { LlamaConfig } from '../../src/onnx/llama/config.ts';
import { buildTrainingStep } from '../../src/onnx/llama/training.ts';
import { Random } from '../pretrain/corpus/random.ts';
import { floats, integers } from '../pretrain/training/runtime.ts';
import { epochBatches } from './batches.ts';
import { exampleFeeds, rowLength, type Example } from './example.ts';
import { optimise, type TuningProgress } from './optimise.ts';
import { checkSettings, type TuningSettings } from './settings.ts';

/** Tuned parameters, and the loss of every step before its update. */
export interface Tuned {
  readonly weights: Float32Array;
  /** Mean negative log-probability of a completion's token, nats. */
  readonly losses: readonly number[];
}

/**
 * Supervised fine-tuning of all parameters: the loss is the mean negative log-probability of the
 * completions' tokens in a batch; prompts and padding are left out (TRL's SFT on completions only).
 * @param weights the flat parameter vector to start from; it is not changed
 * @throws RangeError on settings that make no sense and on examples that are too long or empty
 */
export async function tune(
  weights: Float32Array,
  config: LlamaConfig,
  examples: readonly Example[],
  settings: TuningSettings,
  watch?: (progress: TuningProgress) => void,
): Promise<Tuned> {
  checkSettings(settings);
  for (const [i, { prompt, completion }] of examples.entries())
    if (prompt.length === 0 || completion.length === 0)
      throw new RangeError(`Example ${i + 1} needs a prompt and a completion.`);
  const { epochs, batch, seed } = settings;
  const rows = Math.min(batch, examples.length);
  const random = new Random(`tuning/${seed}`);
  const sizes = examples.map(rowLength);
  const { weights: tuned, steps } = await optimise(
    weights,
    {
      batches: Array.from({ length: epochs }, () => epochBatches(sizes, rows, random)).flat(),
      build: (length) => buildTrainingStep(config, { ...settings, batch: rows, length }).bytes,
      feeds: ({ members, length }) => {
        const chosen = members.map((member) => examples[member] as Example);
        const feeds = exampleFeeds(chosen, rows, length);
        return {
          ids: integers(feeds.ids, [rows, length]),
          labels: integers(feeds.labels, [rows * length, 1]),
          weights: floats(feeds.weights, [rows * length, 1]),
        };
      },
      measured: ['loss'],
    },
    settings,
    watch,
  );
  return { weights: tuned, losses: steps.map(({ loss }) => loss) };
}
