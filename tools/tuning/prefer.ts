import type { LlamaConfig } from '../../src/onnx/llama/config.ts';
import { buildPreferenceStep } from '../../src/onnx/llama/preference.ts';
import { Random } from '../pretrain/corpus/random.ts';
import { floats, integers } from '../pretrain/training/runtime.ts';
import { epochBatches } from './batches.ts';
import { completionScores } from './completion-scores.ts';
import { exampleFeeds, rowLength, type Example, type PreferencePair } from './example.ts';
import { optimise, type TuningProgress } from './optimise.ts';
import { checkSettings, type TuningSettings } from './settings.ts';

export interface PreferenceSettings extends TuningSettings {
  /** How close the model stays to where it started; 0.1 in the paper and in TRL. */
  readonly beta: number;
}

/** What one step of preference tuning tells, before its update: means over the batch's pairs. */
export interface PreferenceStep {
  readonly loss: number;
  /** Reward of the chosen answer minus that of the rejected one, beta included. */
  readonly margin: number;
  /** Share of pairs with a positive margin. */
  readonly accuracy: number;
}

/** Parameters after preference tuning, and its steps. */
export interface Preferred {
  readonly weights: Float32Array;
  readonly steps: readonly PreferenceStep[];
}

const chosenOf = ({ prompt, chosen }: PreferencePair): Example => ({ prompt, completion: chosen });
const rejectedOf = ({ prompt, rejected }: PreferencePair): Example => ({
  prompt,
  completion: rejected,
});

/**
 * Direct preference optimisation (arXiv 2305.18290) of all parameters. The reference is the model as
 * given; its log-probabilities are worked out once, before the first step.
 * @param weights the flat parameter vector to start from; it is not changed
 * @throws RangeError on settings that make no sense and on pairs that are too long or incomplete
 */
export async function prefer(
  weights: Float32Array,
  config: LlamaConfig,
  pairs: readonly PreferencePair[],
  settings: PreferenceSettings,
  watch?: (progress: TuningProgress) => void,
): Promise<Preferred> {
  checkSettings(settings);
  if (!(settings.beta > 0 && Number.isFinite(settings.beta)))
    throw new RangeError(`Tuning settings: beta cannot be ${settings.beta}.`);
  for (const [i, { prompt, chosen, rejected }] of pairs.entries())
    if (prompt.length === 0 || chosen.length === 0 || rejected.length === 0)
      throw new RangeError(`Pair ${i + 1} needs a prompt and two answers.`);
  const examples = [...pairs.map(chosenOf), ...pairs.map(rejectedOf)];
  const reference = await completionScores(weights, config, examples);
  const { beta, epochs, batch, seed } = settings;
  const most = Math.min(batch, pairs.length);
  const random = new Random(`preference/${seed}`);
  const sizes = pairs.map((p) => Math.max(rowLength(chosenOf(p)), rowLength(rejectedOf(p))));
  return optimise<keyof PreferenceStep>(
    weights,
    {
      batches: Array.from({ length: epochs }, () => epochBatches(sizes, most, random)).flat(),
      build: (length) =>
        buildPreferenceStep(config, { ...settings, pairs: most, length, beta }).bytes,
      feeds: ({ members, length }) => pairFeeds(pairs, reference, members, most, length),
      measured: ['loss', 'margin', 'accuracy'],
    },
    settings,
    watch,
  );
}

/** Inputs of `buildPreferenceStep` for some pairs; the batch is filled up with absent ones. */
function pairFeeds(
  pairs: readonly PreferencePair[],
  reference: Float64Array,
  members: readonly number[],
  most: number,
  length: number,
) {
  const half = (side: (pair: PreferencePair) => Example) =>
    exampleFeeds(
      members.map((member) => side(pairs[member] as PreferencePair)),
      most,
      length,
    );
  const [chosen, rejected] = [half(chosenOf), half(rejectedOf)];
  const rows = 2 * most;
  const whole = (part: 'ids' | 'labels') =>
    BigInt64Array.from([...chosen[part], ...rejected[part]]);
  const known = new Float32Array(rows);
  for (const [i, member] of members.entries()) {
    known[i] = reference[member] as number;
    known[most + i] = reference[pairs.length + member] as number;
  }
  return {
    ids: integers(whole('ids'), [rows, length]),
    labels: integers(whole('labels'), [rows * length, 1]),
    weights: floats(Float32Array.from([...chosen.weights, ...rejected.weights]), [
      rows * length,
      1,
    ]),
    reference: floats(known, [rows]),
    present: floats(
      Float32Array.from({ length: most }, (_, i) => (i < members.length ? 1 : 0)),
      [most],
    ),
  };
}
