import type { ModelWeights } from '../evaluate/model/weights.ts';
import { chatExample } from './chat-template.ts';
import { measureChat, measuresText } from './measure.ts';
import type { TuningProgress } from './optimise.ts';
import { prefer, type PreferenceSettings } from './prefer.ts';
import { table4, type TuningSettings } from './settings.ts';
import { tune } from './tune.ts';
import { twinData, type TwinData, type TwinRequest } from './twin-data.ts';
import { twinPairs } from './twin-pairs.ts';

/** Entries of the pool that a preference pair is made of, at most. */
const mostPairs = 1000;

/** Supervised fine-tuning of the twin; README.md tells how rate and epochs were chosen. */
export const twinTuning: Omit<TuningSettings, 'seed'> = {
  ...table4,
  peakLearningRate: 5e-4,
  epochs: 3,
  batch: 32,
};

/** Preference tuning after it: beta as in arXiv 2305.18290; no weight decay, as in TRL. */
export const twinPreference: Omit<PreferenceSettings, 'seed'> = {
  ...table4,
  weightDecay: 0,
  warmup: 0.1,
  peakLearningRate: 1e-5,
  epochs: 1,
  batch: 16,
  beta: 0.1,
};

/** Where lines for the reader go. */
export type Note = (line: string) => void;

/** Notes about every twentieth of the way. */
const every =
  (stage: string, note: Note) =>
  ({ step, steps, loss }: TuningProgress): void => {
    if (step === 1 || step === steps || step % Math.ceil(steps / 20) === 0)
      note(`${stage}: step ${step} of ${steps}, loss ${loss.toFixed(3)}`);
  };

async function noteMeasures(
  label: string,
  model: ModelWeights,
  { heldOut }: TwinData,
  note: Note,
): Promise<void> {
  for (const [turn, conversations] of Object.entries(heldOut))
    note(
      `${label}, held out, ${turn} turn: ${measuresText(await measureChat(model, conversations))}`,
    );
}

/**
 * The instruct twin of a base model: the same weights after supervised fine-tuning on courteous answers
 * and conversations in the chat template, then after direct preference optimisation. The same base and
 * request give the same floats.
 * @param note is told how it goes and what was measured on held-out queries
 * @throws PoolError when the pool lacks a file or is too small
 */
export async function trainTwin(
  base: ModelWeights,
  request: TwinRequest,
  note: Note,
  { tuning = twinTuning, preference = twinPreference } = {},
): Promise<Float32Array> {
  const { config, tokenizer } = base;
  const { seed } = request;
  const data = twinData(request);
  note(`${data.training.length} answers to learn, ${data.heldOut.first.length} queries held out.`);
  await noteMeasures('Base', base, data, note);
  const examples = data.training.map((turns) => chatExample(turns, tokenizer));
  const tuned = await tune(
    base.parameters,
    config,
    examples,
    { ...tuning, seed },
    every('Fine-tuning', note),
  );
  const fineTuned = { ...base, parameters: tuned.weights };
  await noteMeasures('Fine-tuned', fineTuned, data, note);
  const pairs = await twinPairs(fineTuned, data.entries.slice(0, mostPairs), seed);
  const { weights, steps } = await prefer(
    tuned.weights,
    config,
    pairs,
    { ...preference, seed },
    every('Preferences', note),
  );
  const last = steps.slice(-10);
  const mean = (pick: (step: (typeof last)[number]) => number): string =>
    (last.reduce((sum, step) => sum + pick(step), 0) / last.length).toFixed(3);
  note(
    `${pairs.length} pairs; over the last ${last.length} steps: accuracy ${mean((s) => s.accuracy)}, ` +
      `margin ${mean((s) => s.margin)}`,
  );
  await noteMeasures('Twin', { ...base, parameters: weights }, data, note);
  return weights;
}
