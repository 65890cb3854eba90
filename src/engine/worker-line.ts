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

/** The line to one worker, from its start to its end: calls out, answers in, and the end noticed. */
export class WorkerLine {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  readonly #watchdog: Watchdog;
  readonly #onEnd: (problem: Problem) => void;
  #nextId = 1;

  /** @param onEnd told once, when the worker is of no more use; pending calls have been rejected */
  constructor(worker: Worker, base: string, patience: Patience, onEnd: (problem: Problem) => void) {
    this.#worker = worker;
    this.#onEnd = onEnd;
    this.#watchdog = new Watchdog(
      () => this.#send({ call: 'ping' }),
      () => this.waiting > 0,
      () => this.#end(crashed('it does not answer any more')),
      patience,
    );
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => this.#hear(data));
    worker.addEventListener('messageerror', () =>
      this.#end(crashed('a message could not be read')),
    );
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#end(crashed(event.message || 'its script could not be started'));
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
      this.#send({ id, call, input } as CallRequest);
      if (signal?.aborted) cancel();
      else signal?.addEventListener('abort', cancel, { once: true });
    });
  }

  /** Ends the worker on purpose: pending calls are rejected, nobody is told of a crash. */
  close(problem: Problem): void {
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
    this.close(problem);
    this.#onEnd(problem);
  }
}

function crashed(why: string): Problem {
  return new Problem({
    code: 'worker-crashed',
    message: `The model’s worker crashed: ${why}.`,
    remedy: 'It has been started again. Stored runs are safe; run again what was under way.',
    detail: why,
  });
}
