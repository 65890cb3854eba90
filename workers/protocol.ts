import type { Decoding } from '../src/domain/decoding.ts';
import type {
  DecodingPath,
  DeviceChoice,
  DeviceKind,
  DeviceReport,
  ModelIdentity,
  Precision,
} from '../src/domain/model.ts';
import type { ProblemReport } from '../src/domain/problem.ts';
import type { ChatMessage } from '../src/domain/prompt.ts';
import type { Generation } from '../src/domain/run.ts';
import type { Adapter } from '../src/domain/training/adapter.ts';
import type { TrainingCurve, TrainingStep, ValidationPoint } from '../src/domain/training/curve.ts';
import type { TrainingPlan } from '../src/domain/training/plan.ts';
import type { TrainingRows } from '../src/domain/training/rows.ts';
import type { TrainingSettings } from '../src/domain/training/settings.ts';

/** Part of every run's key: raise it when the same spec may give other tokens than before. */
export const engineVersion = '1';

export interface LoadRequest {
  /** Folder name under models/. */
  model: string;
  precision: Precision;
  device: DeviceChoice;
  /** How prompts are to be continued; left out: as suits the device. */
  path?: DecodingPath['kind'] | undefined;
}

/** Loading, step by step; `loaded` and `total` are bytes (total 0: unknown). */
export interface LoadProgress {
  stage: 'download' | 'verify' | 'session' | 'self-test';
  /** The file or device at work. */
  subject: string;
  loaded: number;
  total: number;
}

/** A model that is ready. */
export interface LoadedModel {
  identity: ModelIdentity;
  device: DeviceReport;
  /** Positions, prompt and answer together, in tokens. */
  contextLength: number;
  vocabularySize: number;
  /** Tokens that end an answer. */
  endTokens: number[];
  /** Whether the tokenizer brings a chat template. */
  hasChatTemplate: boolean;
  /** From asking to ready, in milliseconds. */
  loadTime: number;
}

/** One prompt to continue. */
export interface GenerationJob {
  promptTokens: number[];
  decoding: Decoding;
  /** Draws depend on (decoding.seed, key, step) alone. */
  key: string;
  /** Left out: the base alone. Else an adapter's id, or liveAdapter(id) for one in training. */
  adapter?: string | undefined;
}

/** One step of a generation as it happens. */
export interface TokenEvent {
  /** From 0. */
  step: number;
  token: number;
  /** Natural log-probability under the untouched logits. */
  logProbability: number;
  /** Text that became certain with this step: never part of a stop string or of a half character. */
  text: string;
}

/** How one of many jobs ended, by its number. */
export type JobEvent =
  { job: number; generation: Generation } | { job: number; problem: ProblemReport };

/** What is known of a model before it is loaded. */
export interface ModelFacts {
  identity: ModelIdentity;
  /** Positions, prompt and answer together, in tokens. */
  contextLength: number;
}

/** One text to be judged token by token, as the model would have continued the prompt. */
export interface ScoringJob {
  promptTokens: number[];
  /** What follows the prompt: the tokens that are judged. */
  tokens: number[];
  /** As of a generation. */
  adapter?: string | undefined;
}

/** What a model thinks of each token of a text, under the untouched logits; natural logarithms. */
export interface TextScore {
  logProbabilities: number[];
  /** How many tokens were more probable. */
  ranks: number[];
  /** Of the distribution that the token came from, in nats. */
  entropies: number[];
  /** The most probable tokens at each place, best first. */
  alternatives: { token: number; logProbability: number }[][];
}

/** Bytes of keys and values: what a model holds for the runs that it works on and the prompts it keeps. */
export interface MemoryUse {
  /** What one token takes in one row. */
  perPosition: number;
  /** What may be held. */
  allowed: number;
  /** What the rows at work may come to take, by estimate. */
  expected: number;
  /** What is held now, and the most that was held since the model was loaded; counted. */
  held: number;
  most: number;
}

/** How jobs name the adapter of a training that is under way: its weights as they are at that moment. */
export const liveAdapter = (training: string): string => `training:${training}`;

/** Rows of a training as far as a plan needs them: tokens of each text, dpo's pairs as chosen and rejected in turn. */
export interface TrainingLengths {
  training: number[];
  validation: number[];
}

/**
 * A training, under a name that its checkpoints go by too: asked for again after a reload, a crash or a
 * cancel, it goes on from the last of them, and comes to the same adapter.
 */
export interface TrainingRequest {
  /** The training's identity: letters, digits, dashes. One checkpoint is kept under it. */
  id: string;
  settings: TrainingSettings;
  rows: TrainingRows;
  /** Where it runs; "auto" times a step on each device. */
  device: DeviceChoice;
  /** Steps between two looks at the held-out rows; 0: at the start and the end only. */
  validateEvery: number;
  /** Prompts continued with the adapter as it is, before the first step, then every so many, and at the end; 0: these two. */
  probes: GenerationJob[];
  probeEvery: number;
}

/** A training as it goes on. */
export type TrainingEvent =
  /** Before the first step: `done` steps lie behind it, with their curve, where a checkpoint was found. */
  | { kind: 'begun'; plan: TrainingPlan; done: number; curve: TrainingCurve; seconds: number }
  /** Where it runs, why, and the seconds of a step on each device that was timed. */
  | {
      kind: 'device';
      device: DeviceKind;
      reason: string;
      timed: { device: DeviceKind; seconds: number }[];
    }
  /** `seconds` of all steps so far, pauses left out. */
  | { kind: 'step'; point: TrainingStep; seconds: number }
  | { kind: 'validation'; point: ValidationPoint }
  /** What a probe, by its number, came to after so many steps. */
  | { kind: 'sample'; step: number; probe: number; generation: Generation }
  /** What has been learnt up to this step is on the disk. */
  | { kind: 'checkpoint'; step: number; bytes: number }
  /** It could not be written; the training goes on. */
  | { kind: 'unsaved'; step: number; problem: ProblemReport }
  | { kind: 'paused'; step: number }
  | { kind: 'resumed'; step: number }
  /** A step's session broke: it goes on from this step, whose curve points are told again. */
  | { kind: 'rewound'; step: number; reason: string }
  /** A step came to no finite number: the rows (from 0) that it read. The training then fails. */
  | { kind: 'diverged'; step: number; rows: number[] };

/** An adapter's file, which lies in the browser's private files under adapters/. */
export interface AdapterFile {
  /** SHA-256 of its bytes: an id that names exactly these weights. */
  id: string;
  bytes: number;
  weights: Adapter['weights'];
}

/** What adapter_config.json says of an adapter's scale, by its own names; its file does not hold it. */
export interface AdapterScaling {
  r: number;
  lora_alpha: number;
  use_rslora?: boolean | undefined;
  rank_pattern?: Record<string, number> | undefined;
  alpha_pattern?: Record<string, number> | undefined;
}

/** What a training came to. */
export interface Trained {
  file: AdapterFile;
  curve: TrainingCurve;
  device: DeviceKind;
  /** Of steps, pauses left out. */
  seconds: number;
}

/** A training that was left in the middle. */
export interface StoredTraining {
  id: string;
  step: number;
  steps: number;
  bytes: number;
}

/** Everything the page may ask of the worker: what goes in, what is told on the way, what comes out. */
export interface Calls {
  load: { input: LoadRequest; event: LoadProgress; output: LoadedModel };
  /** Texts to token ids, as prompts: with the start token where the tokenizer adds one. */
  tokenize: { input: { texts: string[] }; event: never; output: number[][] };
  /** Token ids to the text of each token by itself, for display. */
  pieces: { input: { tokens: number[] }; event: never; output: string[] };
  /** Lists of token ids to their texts, special tokens left out. */
  decode: { input: { lists: number[][] }; event: never; output: string[] };
  /** A chat in the model's own template, open for the answer; closed behind the last where `open` is false. */
  renderChat: {
    input: { messages: ChatMessage[]; open?: boolean | undefined };
    event: never;
    output: string;
  };
  /** Texts under prompts, in the order given; told is how many tokens are done. */
  score: {
    input: { jobs: ScoringJob[]; alternatives: number };
    event: { done: number; total: number };
    output: TextScore[];
  };
  /** Null where runs go one by one: each then holds its own prompt only. */
  memory: { input: Record<string, never>; event: never; output: MemoryUse | null };
  generate: { input: GenerationJob; event: TokenEvent; output: Generation };
  /**
   * Many prompts, planned together; each is told as soon as it is done. Where nothing else is at work, what
   * comes out depends on the list alone, to the last bit. A cancel leaves out what is not done.
   */
  generateAll: { input: { jobs: GenerationJob[] }; event: JobEvent; output: null };
  /** What a training would be and take, with the model that is loaded. */
  planTraining: {
    input: { settings: TrainingSettings; lengths: TrainingLengths };
    event: never;
    output: TrainingPlan;
  };
  /**
   * Trains, or goes on with what was left. One at a time. A cancel fails it as "cancelled" after a last
   * checkpoint; generations go on beside it.
   */
  train: { input: TrainingRequest; event: TrainingEvent; output: Trained };
  /** A training waits after the step at work, until it is resumed. Nothing happens where none is under way. */
  pauseTraining: { input: { id: string }; event: never; output: null };
  resumeTraining: { input: { id: string }; event: never; output: null };
  /** Trainings that have a checkpoint, finished ones left out. Needs no model. */
  storedTrainings: { input: Record<string, never>; event: never; output: StoredTraining[] };
  /** Removes a training's checkpoint. Needs no model. */
  discardTraining: { input: { id: string }; event: never; output: null };
  /**
   * Takes in an adapter's file (PEFT's adapter_model.safetensors), checked against the model that is loaded. The one
   * that is kept says its scale itself, so that its id names all of what it does.
   */
  saveAdapter: {
    input: { bytes: Uint8Array<ArrayBuffer>; scaling: AdapterScaling };
    event: never;
    output: AdapterFile;
  };
  /** An adapter's file: safetensors with PEFT's names (all weights: the decoder's own). Needs no model. */
  readAdapter: { input: { id: string }; event: never; output: Uint8Array<ArrayBuffer> };
  /** Needs no model. One that is not there is no fault. */
  removeAdapter: { input: { id: string }; event: never; output: null };
  /** Ids of all adapters whose files are here. Needs no model. */
  listAdapters: { input: Record<string, never>; event: never; output: string[] };
  /** The loaded model's decoder with an adapter added to its weights, as ONNX; 4-bit layers become fp32 or stay. */
  mergeAdapter: {
    input: { id: string; layers: 'fp32' | 'as-they-are' };
    event: never;
    output: Uint8Array<ArrayBuffer>;
  };
  /** What a model is and has room for, without loading it. */
  inspect: { input: Pick<LoadRequest, 'model' | 'precision'>; event: never; output: ModelFacts };
}
export type CallName = keyof Calls;

/** A call as it crosses to the worker. */
export type CallRequest = {
  [C in CallName]: { id: number; call: C; input: Calls[C]['input'] };
}[CallName];

/**
 * Page to worker. `open` comes first and gives the page's own address, beside which models/ lies.
 * A worker loads one model in its life; to load another, or to give a load up, the page ends it.
 * `cancel` names the call to stop: a generation then ends as "cancelled", a scoring or a training fails; `ping` asks for a sign of life.
 */
export type Request =
  CallRequest | { call: 'open'; base: string } | { call: 'cancel'; id: number } | { call: 'ping' };

/**
 * Worker to page: to a call any number of events, then one result or one failure. `alive` answers a
 * ping. `retired` says that the worker can do nothing more (its device was lost, its runtime broke)
 * and should be replaced.
 */
export type Reply =
  | { id: number; kind: 'event'; event: Calls[CallName]['event'] }
  | { id: number; kind: 'result'; output: Calls[CallName]['output'] }
  | { id: number; kind: 'failure'; problem: ProblemReport }
  | { kind: 'alive' }
  | { kind: 'retired'; problem: ProblemReport };
