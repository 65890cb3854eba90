/**
 * One thing after the other. Two sessions must never run at once (onnxruntime-web hangs the worker), so
 * everything that touches a session goes through one queue. Who asks again goes to the end, so jobs
 * that take one turn per step share the device step by step.
 */
export class TurnQueue {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs `turn` when all before it are done, failed or not; messages are let in first. */
  take<Result>(turn: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(macrotask).then(turn);
    this.#last = result.catch(() => undefined);
    return result;
  }
}

const { port1, port2 } = new MessageChannel();
/** In Node, where an open port keeps the process alive, it has to do so only while somebody waits. */
const port: MessagePort & { ref?: () => void; unref?: () => void } = port1;
const waiting: (() => void)[] = [];
port.onmessage = () => {
  waiting.shift()?.();
  if (waiting.length === 0) port.unref?.();
};
port.unref?.();

/** Resolves in a later task: what waits in the event queue, such as a cancel, is seen before. */
export function macrotask(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    port.ref?.();
    port2.postMessage(null);
  });
}
