import type { CallName, Calls } from '../../workers/protocol.ts';
import { secondSeat } from '../domain/seats.ts';
import { Problem } from '../domain/problem.ts';
import type { CallOptions, Engine } from './engine.ts';
import { patience as usualPatience, type Patience } from './watchdog.ts';
import { WorkerLine } from './worker-line.ts';

/** Whether the worker's model has the machine for itself, or works beside another one's. */
export type Seat = 'first' | 'second';

export interface WorkerEngineOptions {
  seat?: Seat;
  /** Starts a worker that speaks workers/protocol.ts. */
  start?: () => Worker;
  patience?: Patience;
}

const startModelWorker = (seat: Seat) => () =>
  new Worker(new URL('../../workers/model.worker.ts', import.meta.url), {
    type: 'module',
    name: seat === 'second' ? secondSeat : 'model',
  });

/**
 * A model in a worker of this page; every load has a worker of its own, which gives all memory back when
 * it ends. The first one starts at once, so that its scripts are here when the first load asks for
 * them. One that crashes, hangs or loses its device with a model in it is replaced, and listeners
 * are told; a load that fails tells its caller only, so nothing is tried again for ever.
 */
export function createWorkerEngine({
  seat = 'first',
  start = startModelWorker(seat),
  patience = usualPatience,
}: WorkerEngineOptions = {}): Engine {
  const listeners = new Set<(problem: Problem) => void>();
  let line: WorkerLine | null = connect();
  /** The line has been asked to load; it can do so once. */
  let used = false;
  /** A model stands ready at the other end. */
  let loaded = false;

  function connect(): WorkerLine {
    const onEnd = (problem: Problem) => {
      const lost = loaded;
      hangUp(problem);
      if (!lost) return;
      line = connect();
      for (const listener of listeners) listener(problem);
    };
    const base = document.baseURI;
    return new WorkerLine({ worker: start(), name: 'model', base, patience, onEnd });
  }

  function hangUp(problem: Problem): void {
    line?.close(problem);
    line = null;
    used = loaded = false;
  }

  const call =
    <Name extends CallName>(name: Name) =>
    (input: Calls[Name]['input'], options?: CallOptions<Calls[Name]['event']>) =>
      (line ??= connect()).call(name, input, options);

  const load: Engine['load'] = async (input, { signal, onEvent } = {}) => {
    const gaveUp = given('Loading the model was given up.');
    if (signal?.aborted) throw gaveUp;
    if (used) hangUp(given('Another model takes its place.'));
    const mine = (line ??= connect());
    used = true;
    const giveUp = () => {
      if (line === mine) hangUp(gaveUp);
    };
    signal?.addEventListener('abort', giveUp, { once: true });
    try {
      const model = await mine.call('load', input, onEvent ? { onEvent } : {});
      loaded = true;
      return model;
    } finally {
      signal?.removeEventListener('abort', giveUp);
    }
  };

  return {
    load,
    tokenize: call('tokenize'),
    pieces: call('pieces'),
    decode: call('decode'),
    renderChat: call('renderChat'),
    score: call('score'),
    memory: call('memory'),
    generate: call('generate'),
    generateAll: call('generateAll'),
    inspect: call('inspect'),
    planTraining: call('planTraining'),
    train: call('train'),
    pauseTraining: call('pauseTraining'),
    resumeTraining: call('resumeTraining'),
    storedTrainings: call('storedTrainings'),
    discardTraining: call('discardTraining'),
    saveAdapter: call('saveAdapter'),
    readAdapter: call('readAdapter'),
    removeAdapter: call('removeAdapter'),
    listAdapters: call('listAdapters'),
    mergeAdapter: call('mergeAdapter'),
    onCrash: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    dispose: () => {
      listeners.clear();
      hangUp(given('The model was closed.'));
    },
  };
}

function given(message: string): Problem {
  return new Problem({
    code: 'cancelled',
    message,
    remedy: 'Run again when the model you want is loaded.',
  });
}
