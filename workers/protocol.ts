import type { Decoding } from '../src/domain/decoding.ts';
import type {
  DecodingPath,
  DeviceChoice,
  DeviceReport,
  ModelIdentity,
  Precision,
} from '../src/domain/model.ts';
import type { ProblemReport } from '../src/domain/problem.ts';
import type { ChatMessage } from '../src/domain/prompt.ts';
import type { Generation } from '../src/domain/run.ts';

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
 * `cancel` names the call to stop: a generation then ends as "cancelled", a scoring fails; `ping` asks for a sign of life.
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
