import type { CallOptions, Engine } from '../../../../engine/engine.ts';
import type { Generation, StopReason } from '../../../../domain/run.ts';
import type { GenerationJob, LoadedModel, TokenEvent } from '../../../../../workers/protocol.ts';

const noHand = () => Promise.reject(new Error('No hand trains.'));

/** One generation that a test drives by hand. */
export class HandGeneration {
  readonly job: GenerationJob;
  readonly result: Promise<Generation>;
  readonly #options: CallOptions<TokenEvent>;
  #settle: (generation: Generation) => void = () => undefined;
  #text = '';
  #step = 0;

  constructor(job: GenerationJob, options: CallOptions<TokenEvent>) {
    this.job = job;
    this.#options = options;
    this.result = new Promise((resolve) => (this.#settle = resolve));
    options.signal?.addEventListener('abort', () => this.end('cancelled'));
  }

  get prompt(): string {
    return String.fromCodePoint(...this.job.promptTokens);
  }

  get aborted(): boolean {
    return this.#options.signal?.aborted ?? false;
  }

  /** Tells of a token, whether or not anyone still wants it. */
  say(text: string): void {
    this.#text += text;
    this.#options.onEvent?.({ step: this.#step++, token: 1, logProbability: -1, text });
  }

  end(stopReason: StopReason = 'end-token'): void {
    const tokens = Array.from({ length: this.#step }, () => 1);
    this.#settle({
      tokens,
      logProbabilities: tokens.map(() => -1),
      text: this.#text,
      stopReason,
      stopString: null,
      timings: { queued: 0, prefill: 1, firstToken: 2, total: 3 },
    });
  }
}

/**
 * An engine whose generations a test drives, to look at who is asked when. It knows nothing of tokens
 * (a code point is one): what a model does is tested in a real browser, end to end.
 */
export class HandEngine implements Engine {
  readonly asked: HandGeneration[] = [];

  tokenize: Engine['tokenize'] = async ({ texts }) =>
    texts.map((text) => Array.from(text, (c) => c.codePointAt(0) ?? 0));
  pieces: Engine['pieces'] = async ({ tokens }) => tokens.map((t) => String.fromCodePoint(t));
  decode: Engine['decode'] = async ({ lists }) =>
    lists.map((tokens) => String.fromCodePoint(...tokens));
  score: Engine['score'] = () => Promise.reject(new Error('No hand scores texts.'));
  generate: Engine['generate'] = (job, options = {}) => {
    const generation = new HandGeneration(job, options);
    this.asked.push(generation);
    return generation.result;
  };
  generateAll: Engine['generateAll'] = () => Promise.reject(new Error('No hand answers many.'));
  inspect: Engine['inspect'] = async () => ({ ...handModel() });
  renderChat: Engine['renderChat'] = async ({ messages }) => JSON.stringify(messages);
  memory: Engine['memory'] = async () => null;
  load: Engine['load'] = async () => handModel();
  planTraining: Engine['planTraining'] = noHand;
  train: Engine['train'] = noHand;
  pauseTraining: Engine['pauseTraining'] = noHand;
  resumeTraining: Engine['resumeTraining'] = noHand;
  storedTrainings: Engine['storedTrainings'] = async () => [];
  discardTraining: Engine['discardTraining'] = noHand;
  saveAdapter: Engine['saveAdapter'] = noHand;
  readAdapter: Engine['readAdapter'] = noHand;
  removeAdapter: Engine['removeAdapter'] = noHand;
  listAdapters: Engine['listAdapters'] = async () => [];
  mergeAdapter: Engine['mergeAdapter'] = noHand;
  onCrash = () => () => undefined;
  dispose = () => undefined;

  /** The latest generation; fails where there is none. */
  get last(): HandGeneration {
    const last = this.asked.at(-1);
    if (!last) throw new Error('Nothing has been asked.');
    return last;
  }
}

export function handModel(contextLength = 2000): LoadedModel {
  return {
    identity: { id: 'hand', label: 'Hand', precision: 'fp32', fingerprint: 'f', files: [] },
    device: {
      kind: 'wasm',
      requested: 'wasm',
      adapter: null,
      threads: 1,
      reason: 'test',
      selfTest: { passed: true, maxDifference: null, tolerance: 0 },
    },
    contextLength,
    vocabularySize: 1,
    endTokens: [],
    hasChatTemplate: false,
    loadTime: 0,
  };
}
