import type { PretrainingRecipe } from './recipe.ts';

/** The first bundled base model: about forty minutes on two free cores, an hour on busy ones. */
export const labBase2m: PretrainingRecipe = {
  name: 'lab-base-2m',
  label: 'Lab base 2M',
  description:
    'A small base language model, pre-trained from nothing on a corpus that a program writes. ' +
    'It continues text; it answers well only when demonstrations or fine-tuning show it how.',
  licence: 'MIT',
  seed: 1,
  tokenizer: { vocabularySize: 2048, documents: 8000 },
  architecture: {
    hiddenSize: 192,
    layers: 4,
    heads: 4,
    kvHeads: 4,
    intermediateSize: 512,
    normEpsilon: 1e-5,
    ropeTheta: 10_000,
    tiedHead: true,
    contextLength: 2048,
  },
  // Copying first: in-context learning appears early on short rows, then has to be kept. Steps
  // grow with the stages, as the noise that a gradient can bear shrinks (arXiv 1812.06162).
  stages: [
    { name: 'induction', corpus: 'induction', length: 256, batch: 8, tokens: 3_000_000 },
    { name: 'general', corpus: 'general', length: 384, batch: 8, tokens: 7_000_000 },
    { name: 'long', corpus: 'long', length: 1024, batch: 4, tokens: 6_000_000 },
  ],
  optimizer: {
    peakLearningRate: 3e-3,
    finalFraction: 0.05,
    warmupTokens: 400_000,
    clipNorm: 1,
    weightDecay: 0.1,
    beta1: 0.9,
    beta2: 0.95,
    epsilon: 1e-8,
  },
  validation: { everySteps: 250, batch: 8, length: 448 },
};
