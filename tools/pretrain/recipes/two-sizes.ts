import type { Architecture, PretrainingRecipe } from './recipe.ts';

/** What a size differs in; everything else is the same, so that two models compare sizes and nothing else. */
interface Size extends Pick<PretrainingRecipe, 'name' | 'label' | 'description'> {
  readonly shape: Pick<Architecture, 'hiddenSize' | 'layers' | 'heads' | 'intermediateSize'>;
}

/** The one recipe of the bundled base models, in a size. */
export const labBase = ({ name, label, description, shape }: Size): PretrainingRecipe => ({
  name,
  label,
  description,
  licence: 'MIT',
  seed: 1,
  tokenizer: { vocabularySize: 3072, documents: 12_000 },
  architecture: {
    ...shape,
    kvHeads: shape.heads,
    normEpsilon: 1e-5,
    ropeTheta: 100_000,
    tiedHead: true,
    contextLength: 2048,
  },
  // Found on pairs of words: after 0.4 M tokens, 96 % recalled; from a random start 5 % after 0.6 M.
  start: 'induction',
  // Carrying the question into the answer first; then reading off the context, in documents long enough
  // to ask again; then everything; then rows
  // as long as a prompt with two dozen demonstrations. What stands earlier in a document is what a
  // model must learn to read off: it counts more.
  stages: [
    { name: 'echo', corpus: 'echo', length: 256, batch: 8, tokens: 1_200_000, emphasis: 8 },
    {
      name: 'induction',
      corpus: 'induction',
      length: 512,
      batch: 8,
      tokens: 2_000_000,
      emphasis: 8,
    },
    { name: 'general', corpus: 'general', length: 512, batch: 8, tokens: 7_000_000, emphasis: 4 },
    { name: 'long', corpus: 'long', length: 1408, batch: 4, tokens: 5_000_000, emphasis: 4 },
  ],
  optimizer: {
    peakLearningRate: 3e-3,
    finalFraction: 0.03,
    warmupTokens: 100_000,
    clipNorm: 1,
    weightDecay: 0.1,
    beta1: 0.9,
    beta2: 0.95,
    epsilon: 1e-8,
    // 0.02 for the layers' matrices. After 0.6 M tokens the loss was 4.2, with AdamW alone 5.0.
    muon: { rate: 20 / 3, momentum: 0.95, weightDecay: 0.02 },
  },
  validation: { everySteps: 250, batch: 8, length: 512 },
});
