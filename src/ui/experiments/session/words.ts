import type { ExperimentRecord } from '../../../domain/experiment.ts';
import type { RunProgress } from '../../../experiments/run/progress.ts';
import { counted } from '../../parts/format.ts';

/** A time nobody knows exactly: "about 40 s", "about 4 min", "about 2 h 10 min". */
export function aboutTime(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 5) return 'a few seconds';
  if (seconds < 55) return `about ${Math.ceil(seconds / 5) * 5} s`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return `about ${minutes} min`;
  const tens = Math.ceil(minutes / 10) * 10;
  const [hours, rest] = [Math.floor(tens / 60), tens % 60];
  return `about ${hours} h${rest === 0 ? '' : ` ${rest} min`}`;
}

/** A count nobody knows exactly, with two digits that matter: "1,200", "38,000". */
export function aboutCount(count: number): string {
  const digits = Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1);
  const step = 10 ** digits;
  return (Math.round(count / step) * step).toLocaleString();
}

/** What has become of a run, in counts. */
export interface Tally {
  readonly total: number;
  readonly done: number;
  readonly failed: number;
}

/** "40 of 64 cells done, 2 failed" */
export function tallySentence({ total, done, failed }: Tally): string {
  const wrong = failed === 0 ? '' : `, ${failed.toLocaleString()} failed`;
  return `${done.toLocaleString()} of ${counted(total, 'cell')} done${wrong}`;
}

/** How an experiment stands, in a word or two. */
export function stateWord(
  record: Pick<ExperimentRecord, 'state'>,
  begun: boolean,
  cutOff: boolean,
): string {
  if (cutOff) return 'Cut off';
  if (record.state === 'running') return 'Running';
  if (record.state === 'finished') return 'Finished';
  return begun ? 'Paused' : 'Not started';
}

/** What a run is at, in words. */
export function stageSentence(progress: RunProgress): string {
  const { stage, subject, round, purpose, training } = progress;
  const where = purpose === 'all' ? '' : ` · ${roundName(round, purpose)}`;
  switch (stage) {
    case 'planning':
      return `Planning${where}`;
    case 'loading':
      return `Opening the model: ${subject}${where}`;
    case 'training':
      return `${trainingWords(training)}: ${subject}${where}`;
    case 'running':
      return `Asking: ${subject}${where}`;
    case 'judging':
      return `Judging: ${subject}${where}`;
    case 'finished':
      return 'Finished';
    case 'stopped':
      return 'Stopped';
  }
}

/** "Training 2 of 12, step 7 of 36" */
function trainingWords(training: RunProgress['training']): string {
  if (!training) return 'Training';
  const { number, of, step, steps } = training;
  const far = steps === 0 ? '' : `, step ${step.toLocaleString()} of ${steps.toLocaleString()}`;
  return `Training ${number} of ${of}${far}`;
}

/** "round 2", or the check that a search ends with. */
export const roundName = (round: number, purpose: RunProgress['purpose']): string =>
  purpose === 'check' ? 'check on unseen questions' : `round ${round + 1}`;
