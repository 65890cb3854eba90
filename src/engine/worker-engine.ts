import type { CallName, Calls } from '../../workers/protocol.ts';
import { Problem } from '../domain/problem.ts';
import type { CallOptions, Engine } from './engine.ts';
import { patience as usualPatience, type Patience } from './watchdog.ts';
import { WorkerLine } from './worker-line.ts';

export interface WorkerEngineOptions {
  /** Starts a worker that speaks workers/protocol.ts. */
  start?: () => Worker;
  patience?: Patience;
}

const startModelWorker = () =>
  new Worker(new URL('../../workers/model.worker.ts', import.meta.url), {
    type: 'module',
    name: 'model',
  });

/**
 * A model in a worker of this page. The worker starts at once, so that its scripts are here when the
 * first load asks for them. One that crashes, hangs or loses its device is replaced: at once where
 * a model was loaded in it (listeners are told), else with the next call.
 */
export function createWorkerEngine({
  start = startModelWorker,
  patience = usualPatience,
}: WorkerEngineOptions = {}): Engine {
  const listeners = new Set<(problem: Problem) => void>();
  /** Whether a model stands ready in the worker, which its end would take away. */
  let loaded = false;
  let line: WorkerLine | null = connect();

  function connect(): WorkerLine {
    return new WorkerLine(start(), document.baseURI, patience, (problem) => {
      line = null;
      // a call that failed has told by itself; a worker that never works is not started for ever
      if (!loaded) return;
      loaded = false;
      line = connect();
      for (const listener of listeners) listener(problem);
    });
  }

  const call =
    <Name extends CallName>(name: Name) =>
    (input: Calls[Name]['input'], options?: CallOptions<Calls[Name]['event']>) =>
      (line ??= connect()).call(name, input, options);
  const load = call('load');

  return {
    load: async (input, options) => {
      loaded = false;
      const model = await load(input, options);
      loaded = true;
      return model;
    },
    tokenize: call('tokenize'),
    pieces: call('pieces'),
    renderChat: call('renderChat'),
    generate: call('generate'),
    onCrash: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    dispose: () => {
      listeners.clear();
      line?.close(
        new Problem({
          code: 'cancelled',
          message: 'The model was closed.',
          remedy: 'Open the page again.',
        }),
      );
    },
  };
}
