import type { RunProgress, TrainingProgress } from '../../src/experiments/run/progress.ts';

/** Milliseconds between two lines where nothing can be rewritten, and between two rewritings. */
const pace = { line: 5000, rewriting: 100 };

/** Milliseconds in words: "42 s", "3 min 5 s", "2 h 10 min". */
export function inWords(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** "2 of 12, step 7/36, loss 1.31" */
function trainingText({ number, of, step, steps, loss }: TrainingProgress): string {
  const far = steps > 0 ? `, step ${step}/${steps}` : '';
  return `${number} of ${of}${far}${loss === null ? '' : `, loss ${loss.toFixed(2)}`}`;
}

/** How far a run is, in a line. */
export function progressText(progress: RunProgress): string {
  const { stage, round, purpose, total, done, failed, tokensPerSecond, left, subject } = progress;
  const { training } = progress;
  const searching = purpose !== 'all' && stage !== 'finished';
  const where = searching ? ` (round ${round + 1}, ${purpose})` : '';
  const what =
    (stage === 'loading' || stage === 'training') && subject !== '' ? `${stage} ${subject}` : stage;
  const parts = [
    `${what}${where}`,
    ...(training ? [trainingText(training)] : []),
    ...(total > 0 ? [`${done + failed}/${total} cells`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(stage === 'running' && tokensPerSecond !== null
      ? [`${Math.round(tokensPerSecond)} tokens/s`]
      : []),
    ...((stage === 'running' || stage === 'training') && left !== null
      ? [`${inWords(left)} left`]
      : []),
  ];
  return parts.join(', ');
}

/** One line on a terminal, rewritten; elsewhere a line whenever the stage changes, and every few seconds. */
export class ProgressLine {
  readonly #out: Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'columns'>;
  #last = { time: -Infinity, stage: '' };
  #shown = false;

  constructor(out: Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'columns'>) {
    this.#out = out;
  }

  tell(progress: RunProgress): void {
    // why it stopped is told by whoever stopped it
    if (progress.stage === 'stopped') return;
    const now = performance.now();
    const wait = this.#out.isTTY ? pace.rewriting : pace.line;
    if (progress.stage === this.#last.stage && now - this.#last.time < wait) return;
    this.#last = { time: now, stage: progress.stage };
    const text = progressText(progress);
    if (!this.#out.isTTY) return void this.#out.write(`${text}\n`);
    this.#out.write(`\r\x1b[2K${text.slice(0, (this.#out.columns || 80) - 1)}`);
    this.#shown = true;
  }

  /** A line of its own. */
  note(line: string): void {
    this.end();
    this.#out.write(`${line}\n`);
  }

  /** Leaves what the line shows where it is. */
  end(): void {
    if (this.#shown) this.#out.write('\n');
    this.#shown = false;
  }
}
