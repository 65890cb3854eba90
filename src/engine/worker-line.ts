import type { CallName, CallRequest, Calls, Reply, Request } from '../../workers/protocol.ts';
import { Problem } from '../domain/problem.ts';
import type { CallOptions } from './engine.ts';
import { Watchdog, type Patience } from './watchdog.ts';

type Output = Calls[CallName]['output'];
type Event = Calls[CallName]['event'];

interface Pending {
  resolve: (output: Output) => void;
  reject: (problem: Problem) => void;
  onEvent: ((event: Event) => void) | undefined;
  forget: () => void;
}

/** What a line needs. */
export interface Line {
  worker: Worker;
  /** The worker's name, for readers. */
  name: string;
  /** The page's own address. */
  base: string;
  patience: Patience;
  /** Told once, when the worker is of no more use; pending calls have been rejected. */
  onEnd: (problem: Problem) => void;
}

/** The line to one worker, from its start to its end: calls out, answers in, and the end noticed. */
export class WorkerLine {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  readonly #watchdog: Watchdog;
  readonly #onEnd: (problem: Problem) => void;
  #nextId = 1;
  #closed = false;

  constructor({ worker, name, base, patience, onEnd }: Line) {
    this.#worker = worker;
    this.#onEnd = onEnd;
    const crashed = (why: string) => this.#end(crash(name, why));
    this.#watchdog = new Watchdog(
      () => this.#send({ call: 'ping' }),
      () => this.waiting > 0,
      () => crashed('it does not answer any more'),
      patience,
    );
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => this.#hear(data));
    worker.addEventListener('messageerror', () => crashed('a message could not be read'));
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      crashed(event.message || 'its script could not be started');
    });
    this.#send({ call: 'open', base });
  }

  /** Calls without an answer yet. */
  get waiting(): number {
    return this.#pending.size;
  }

  /** Asks; rejects with a Problem. */
  call<Name extends CallName>(
    call: Name,
    input: Calls[Name]['input'],
    { onEvent, signal }: CallOptions<Calls[Name]['event']> = {},
  ): Promise<Calls[Name]['output']> {
    const id = this.#nextId++;
    const cancel = () => this.#send({ call: 'cancel', id });
    return new Promise((resolve, reject) => {
      const forget = () => signal?.removeEventListener('abort', cancel);
      // an id belongs to one call, so what comes back under it is that call's
      const tellEvent = onEvent as Pending['onEvent'];
      this.#pending.set(id, { resolve, reject, onEvent: tellEvent, forget } as Pending);
      try {
        this.#send({ id, call, input } as CallRequest);
      } catch (thrown) {
        this.#pending.delete(id); // something in the input cannot cross to a worker
        reject(Problem.from(thrown));
        return;
      }
      if (signal?.aborted) cancel();
      else signal?.addEventListener('abort', cancel, { once: true });
    });
  }

  /** Ends the worker on purpose: pending calls are rejected, nobody is told of a crash. */
  close(problem: Problem): void {
    this.#closed = true;
    this.#watchdog.stop();
    this.#worker.terminate();
    for (const { reject, forget } of this.#pending.values()) {
      forget();
      reject(problem);
    }
    this.#pending.clear();
  }

  #send(request: Request): void {
    this.#worker.postMessage(request);
  }

  #hear(reply: Reply): void {
    if (this.#closed) return;
    this.#watchdog.heard();
    if (reply.kind === 'alive') return;
    if (reply.kind === 'retired') return this.#end(new Problem(reply.problem));
    const pending = this.#pending.get(reply.id);
    if (!pending) return;
    if (reply.kind === 'event') return pending.onEvent?.(reply.event);
    this.#pending.delete(reply.id);
    pending.forget();
    if (reply.kind === 'result') pending.resolve(reply.output);
    else pending.reject(new Problem(reply.problem));
  }

  #end(problem: Problem): void {
    if (this.#closed) return;
    this.close(problem);
    this.#onEnd(problem);
  }
}

function crash(name: string, why: string): Problem {
  return new Problem({
    code: 'worker-crashed',
    message: `The worker “${name}” crashed: ${why}.`,
    remedy: 'It has been started again. Stored runs are safe; run again what was under way.',
    detail: why,
  });
}
