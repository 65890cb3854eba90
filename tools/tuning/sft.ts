import { layouts } from '../../src/domain/template.ts';
import { readWeights } from '../evaluate/model/open.ts';
import type { ModelWeights } from '../evaluate/model/weights.ts';
import type { Tokenizer } from '../pretrain/tokenizer/index.ts';
import type { Example } from './example.ts';
import type { TuningProgress } from './optimise.ts';
import { table4, type TuningSettings } from './settings.ts';
import { tune } from './tune.ts';

/** A demonstration as the live prompt would show it: its answer already in the draw's style. */
export interface ShownDemonstration {
  readonly query: string;
  readonly answer: string;
}

/** How demonstrations become training examples. */
export interface DemonstrationTuning extends Partial<TuningSettings> {
  /** The live layout without rules. */
  readonly format: 'urial-fenced';
  readonly seed: number;
}

/** Few demonstrations are seen more often, so that the weights get as far as they have to. */
const leastSteps = 36;

/**
 * Settings for `count` demonstrations. Table 4 of arXiv 2405.19874 gives what does not depend on size;
 * see README.md for how the rest was chosen on held-out demonstrations.
 */
export function demonstrationSettings(count: number): Omit<TuningSettings, 'seed'> {
  const batch = count < 10 ? 2 : 4;
  const epochs = Math.max(6, Math.ceil(leastSteps / Math.ceil(Math.max(1, count) / batch)));
  return { ...table4, peakLearningRate: 2e-4, epochs, batch };
}

/**
 * The example of a demonstration: the prompt as the model is asked live, and the answer with its closing
 * fence, after which the text ends.
 */
export function demonstrationExample(
  { query, answer }: ShownDemonstration,
  tokenizer: Tokenizer,
): Example {
  const { open, close } = layouts['urial-fenced'];
  return {
    prompt: [tokenizer.endOfText, ...tokenizer.encode(open(query))],
    completion: [...tokenizer.encode(close(answer).trimEnd()), tokenizer.endOfText],
  };
}

/**
 * Fine-tunes a model on demonstrations, to be asked without any: the other arm of in-context learning
 * against fine-tuning on the same N examples. The same arguments give the same floats.
 * @param model as `readWeights` gives it; it is not changed
 * @returns the flat parameter vector
 */
export async function tuneOnDemonstrations(
  model: ModelWeights,
  demonstrations: readonly ShownDemonstration[],
  { format: _, ...wished }: DemonstrationTuning,
  watch?: (progress: TuningProgress) => void,
): Promise<Float32Array> {
  const examples = demonstrations.map((shown) => demonstrationExample(shown, model.tokenizer));
  const settings = { ...demonstrationSettings(examples.length), ...wished };
  return (await tune(model.parameters, model.config, examples, settings, watch)).weights;
}

/** `tuneOnDemonstrations` of the model in a folder. Throws where there is no model. */
export const sftOnDemonstrations = (
  modelFolder: string,
  demonstrations: readonly ShownDemonstration[],
  tuning: DemonstrationTuning,
): Promise<Float32Array> => tuneOnDemonstrations(readWeights(modelFolder), demonstrations, tuning);
