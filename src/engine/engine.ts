import type { Calls } from '../../workers/protocol.ts';
import type { Problem } from '../domain/problem.ts';

/** What a call may be given beside its input. */
export interface CallOptions<Event> {
  onEvent?: (event: Event) => void;
  /** Aborting ends a generation within one step, as stop reason "cancelled"; a load at once, with a Problem. */
  signal?: AbortSignal;
}

type Call<Name extends keyof Calls> = (
  input: Calls[Name]['input'],
  options?: CallOptions<Calls[Name]['event']>,
) => Promise<Calls[Name]['output']>;

/** A model as the page sees it: here in a worker, later also behind an address. Calls reject with a Problem. */
export interface Engine {
  /** Takes the place of the model before; calls still at work on that one reject as "cancelled". */
  load: Call<'load'>;
  tokenize: Call<'tokenize'>;
  pieces: Call<'pieces'>;
  decode: Call<'decode'>;
  renderChat: Call<'renderChat'>;
  score: Call<'score'>;
  memory: Call<'memory'>;
  generate: Call<'generate'>;
  generateAll: Call<'generateAll'>;
  inspect: Call<'inspect'>;
  planTraining: Call<'planTraining'>;
  /** Trains beside whatever else is at work. Asked for again under the same id it goes on from its checkpoint. */
  train: Call<'train'>;
  pauseTraining: Call<'pauseTraining'>;
  resumeTraining: Call<'resumeTraining'>;
  storedTrainings: Call<'storedTrainings'>;
  discardTraining: Call<'discardTraining'>;
  saveAdapter: Call<'saveAdapter'>;
  readAdapter: Call<'readAdapter'>;
  removeAdapter: Call<'removeAdapter'>;
  listAdapters: Call<'listAdapters'>;
  mergeAdapter: Call<'mergeAdapter'>;
  /**
   * Tells when a loaded model is gone, by a crash or with its device: pending calls have been rejected,
   * a fresh worker stands ready to load. (A load that fails tells its caller only.) Returns the undo.
   */
  onCrash(listener: (problem: Problem) => void): () => void;
  dispose(): void;
}
