import type { TemplateId } from '../recipe.ts';
import type { TrainingSettings } from './settings.ts';

export const presetIds = ['paper', 'lora-small', 'classroom'] as const;
export type PresetId = (typeof presetIds)[number];

/** What a preset has to know of the work at hand. */
export interface PresetFor {
  readonly method: TrainingSettings['method'];
  /** Examples, those held out included. */
  readonly examples: number;
  /** Of the base, in tokens. */
  readonly contextLength: number;
  readonly template: TemplateId;
  readonly seed: number;
  /** Projections of the base as PEFT names them; left out: those of Llama-like decoders. */
  readonly modules?: readonly string[];
}

export interface TrainingPreset {
  readonly id: PresetId;
  readonly label: string;
  /** One sentence for the reader. */
  readonly about: string;
}

export const trainingPresets: readonly TrainingPreset[] = [
  {
    id: 'paper',
    label: 'Paper, Table 4',
    about:
      'Fine-tuning as arXiv 2405.19874 has it for 7 billion parameters: all weights, at a rate that hardly moves a small model.',
  },
  {
    id: 'lora-small',
    label: 'LoRA, small model',
    about: 'Low-rank factors beside every projection, at the higher rates that small models need.',
  },
  {
    id: 'classroom',
    label: 'Classroom, one minute',
    about: 'A dozen demonstrations and the bundled model: a visible change in about a minute.',
  },
];

/** The projections of Llama-like decoders, as PEFT names them. */
export const everyProjection: readonly string[] = [
  'q_proj',
  'k_proj',
  'v_proj',
  'o_proj',
  'gate_proj',
  'up_proj',
  'down_proj',
];

/** AdamW's numbers as PyTorch has them, clipping as Hugging Face has it, warm-up and decay of Table 4. */
const shared = {
  schema: 1,
  answersOnly: false,
  schedule: 'cosine',
  warmup: 0.03,
  weightDecay: 0.01,
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-8,
  clipNorm: 1,
  beta: 0.1,
} as const;

const factors = (
  rank: number,
  { modules = everyProjection }: PresetFor,
): TrainingSettings['trained'] => ({
  kind: 'adapter',
  rank,
  alpha: 2 * rank,
  modules: [...modules],
});

/**
 * Table 4 of arXiv 2405.19874: batch 2 at N = 3, 8 from 10 to 300, 128 from 1000; 6 epochs, then 15; 2e-6
 * for Mistral 7B (4e-6 for Llama 3.1 8B); 2048 tokens. Between the sizes of the table the smaller one's hold.
 */
function tableFour(examples: number) {
  const many = examples >= 1000;
  return {
    batch: examples < 10 ? 2 : many ? 128 : 8,
    epochs: many ? 15 : 6,
  };
}

/** Steps within which the classroom's training stays, and what few demonstrations need to show (tools/tuning). */
const classroomSteps = { least: 36, most: 120 };

function classroom(examples: number) {
  const batch = examples < 10 ? 2 : 4;
  const perEpoch = Math.max(1, Math.ceil(examples / batch));
  const { least, most } = classroomSteps;
  return {
    batch,
    epochs: Math.min(Math.max(6, Math.ceil(least / perEpoch)), Math.max(1, most / perEpoch)),
  };
}

/** A preset's settings for some work. For dpo the rates are TRL's: 1e-6, with factors 1e-5. */
export function presetSettings(id: PresetId, work: PresetFor): TrainingSettings {
  const { method, examples, contextLength, template, seed } = work;
  const maxLength = (wanted: number) => Math.max(1, Math.min(wanted, contextLength));
  const dpo = method === 'dpo';
  const common = { ...shared, method, template, seed };
  switch (id) {
    case 'paper':
      return {
        ...common,
        ...tableFour(examples),
        trained: { kind: 'all' },
        learningRate: dpo ? 1e-6 : 2e-6,
        maxLength: maxLength(2048),
        validation: 0,
      };
    case 'lora-small':
      return {
        ...common,
        trained: factors(8, work),
        batch: Math.min(8, Math.max(1, examples)),
        epochs: dpo ? 1 : 3,
        learningRate: dpo ? 1e-5 : 2e-4,
        maxLength: maxLength(1024),
        validation: examples >= 20 ? 0.1 : 0,
      };
    case 'classroom':
      return {
        ...common,
        ...classroom(examples),
        trained: factors(8, work),
        learningRate: dpo ? 1e-4 : 2e-3,
        maxLength: maxLength(256),
        validation: examples >= 8 ? 0.1 : 0,
      };
  }
}
