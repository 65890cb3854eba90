import type { MuonSettings } from '../../../src/onnx/optimizer/muon.ts';
import type { StageName } from '../corpus/index.ts';
import type { StartName } from '../training/starts.ts';
import type { LlamaConfig } from '../../../src/onnx/llama/config.ts';

/** A stretch of the run with its own documents and its own row length. */
export interface Stage {
  readonly name: string;
  readonly corpus: StageName;
  /** Tokens in a row; a row holds as many whole documents as fit. */
  readonly length: number;
  /** Rows in a step. */
  readonly batch: number;
  /** Tokens to train on; the last step may go a little beyond. */
  readonly tokens: number;
  /** How many times a token that its context determines counts in the loss; others count once. */
  readonly emphasis: number;
}

/** The shape of the decoder; the vocabulary's size comes from the tokenizer. */
export type Architecture = Omit<LlamaConfig, 'vocabSize'>;

/** AdamW (Loshchilov & Hutter 2019), with Muon for the layers' matrices, under one cosine over the run. */
export interface Optimizer {
  /** Without it AdamW moves everything. */
  readonly muon?: MuonSettings;
  readonly peakLearningRate: number;
  /** Learning rate at the end, as a fraction of the peak. */
  readonly finalFraction: number;
  /** Tokens over which the learning rate rises from 0 to its peak. */
  readonly warmupTokens: number;
  /** Gradients are scaled down to this global L2 norm. */
  readonly clipNorm: number;
  readonly weightDecay: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

/**
 * Everything that determines a pre-trained model: one recipe, one result.
 * (Not to be confused with the domain's Recipe, which is what stands before a question.)
 */
export interface PretrainingRecipe {
  /** Also the folder under public/models. */
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly licence: string;
  readonly seed: number;
  readonly tokenizer: {
    readonly vocabularySize: number;
    /** Documents the merges are learnt from. */
    readonly documents: number;
  };
  readonly architecture: Architecture;
  /** Random parameters, or ones whose first layers already copy (`inductionStart`). */
  readonly start: StartName;
  readonly stages: readonly Stage[];
  readonly optimizer: Optimizer;
  readonly validation: {
    readonly everySteps: number;
    readonly batch: number;
    /** Longer validation documents are cut here. */
    readonly length: number;
  };
}
