/** Seconds as a person reads them: "42 s", "12 min", "1 h 05 min". */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

/** What a progress line tells. */
export interface Progress {
  readonly step: number;
  readonly steps: number;
  readonly stage: string;
  readonly loss: number;
  readonly learningRate: number;
  readonly tokensPerSecond: number;
  readonly secondsLeft: number;
}

/** One line: where the run is, how it goes, how long it will take. */
export function progressLine(p: Progress): string {
  const percent = Math.floor((100 * p.step) / p.steps);
  return [
    `step ${p.step}/${p.steps} (${percent} %)`,
    p.stage,
    `loss ${p.loss.toFixed(3)}`,
    `learning rate ${p.learningRate.toExponential(2)}`,
    `${Math.round(p.tokensPerSecond).toLocaleString('en-US')} tokens/s`,
    `${duration(p.secondsLeft)} left`,
  ].join(' | ');
}

/** Where lines go: `process.stderr`, or a collector in a test. */
export interface LineSink {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Prints progress: one line rewritten in place on a terminal, else a plain line now and then. */
export class ProgressPrinter {
  private readonly sink: LineSink;
  private readonly now: () => number;
  private last = -Infinity;
  private open = false;

  constructor(sink: LineSink, now: () => number = () => performance.now()) {
    this.sink = sink;
    this.now = now;
  }

  /** Shows the newest progress; most calls print nothing. */
  update(progress: Progress): void {
    const gap = this.sink.isTTY ? 250 : 20_000;
    const time = this.now();
    if (time - this.last < gap) return;
    this.last = time;
    const line = progressLine(progress);
    this.sink.write(this.sink.isTTY ? `\r\u001b[2K${line}` : `${line}\n`);
    this.open = Boolean(this.sink.isTTY);
  }

  /** Prints a line that stays. */
  note(line: string): void {
    this.sink.write(`${this.open ? '\r\u001b[2K' : ''}${line}\n`);
    this.open = false;
  }
}

/** Speed over the last `window` steps, so that a pause or a slower stage soon shows. */
export class Speed {
  private readonly window: number;
  private readonly steps: { tokens: number; seconds: number }[] = [];

  constructor(window = 20) {
    this.window = window;
  }

  /** Adds a step and returns tokens per second. */
  add(tokens: number, seconds: number): number {
    this.steps.push({ tokens, seconds });
    if (this.steps.length > this.window) this.steps.shift();
    const sum = (pick: (s: { tokens: number; seconds: number }) => number) =>
      this.steps.reduce((total, s) => total + pick(s), 0);
    return (
      sum((s) => s.tokens) /
      Math.max(
        1e-9,
        sum((s) => s.seconds),
      )
    );
  }
}
