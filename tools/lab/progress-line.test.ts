import { describe, expect, it } from 'vitest';
import type { RunProgress } from '../../src/experiments/run/progress.ts';
import { inWords, ProgressLine, progressText } from './progress-line.ts';

const progress = (more: Partial<RunProgress> = {}): RunProgress => ({
  stage: 'running',
  round: 0,
  purpose: 'all',
  total: 300,
  done: 40,
  failed: 2,
  tokensPerSecond: 312.4,
  left: 185_000,
  subject: 'URIAL',
  ...more,
});

describe('progressText', () => {
  it('says stage, cells, failures, pace and what is left', () => {
    expect(progressText(progress())).toBe(
      'running, 42/300 cells, 2 failed, 312 tokens/s, 3 min 5 s left',
    );
  });

  it('says which training it is, and how far', () => {
    const training = { number: 2, of: 12, step: 7, steps: 36, loss: 1.314 };
    const stage = { stage: 'training', subject: 'IFT · 10, seed 2', failed: 0 } as const;
    expect(progressText(progress({ ...stage, training }))).toBe(
      'training IFT · 10, seed 2, 2 of 12, step 7/36, loss 1.31, 40/300 cells, 3 min 5 s left',
    );
    const ready = { ...training, step: 0, steps: 0, loss: null };
    expect(progressText(progress({ ...stage, training: ready, left: null }))).toBe(
      'training IFT · 10, seed 2, 2 of 12, 40/300 cells',
    );
  });

  it('names what is loaded, and the round of a search', () => {
    expect(progressText(progress({ stage: 'loading', subject: 'model.onnx', failed: 0 }))).toBe(
      'loading model.onnx, 40/300 cells',
    );
    const round = {
      round: 1,
      purpose: 'search',
      total: 0,
      tokensPerSecond: null,
      left: null,
    } as const;
    expect(progressText(progress({ ...round, stage: 'planning', failed: 0 }))).toBe(
      'planning (round 2, search)',
    );
    expect(progressText(progress({ ...round, stage: 'finished', failed: 0 }))).toBe('finished');
  });

  it.each([
    [400, '0 s'],
    [59_600, '1 min 0 s'],
    [3_600_000, '1 h 0 min'],
    [8_000_000, '2 h 13 min'],
  ])('says %d ms as %s', (time, words) => expect(inWords(time)).toBe(words));
});

/** What a stream of this kind is told. */
function told(isTTY: boolean, work: (line: ProgressLine) => void): string {
  let text = '';
  work(new ProgressLine({ isTTY, columns: 30, write: (part: string) => ((text += part), true) }));
  return text;
}

describe('ProgressLine', () => {
  it('writes a line at once where the stage changes, and not for every cell', () => {
    const text = told(false, (line) => {
      line.tell(progress({ done: 1 }));
      line.tell(progress({ done: 2 }));
      line.tell(progress({ stage: 'finished', done: 3 }));
      line.end();
    });
    expect(text.split('\n')).toEqual([
      'running, 3/300 cells, 2 failed, 312 tokens/s, 3 min 5 s left',
      'finished, 5/300 cells, 2 failed',
      '',
    ]);
  });

  it('rewrites one line of a terminal, no longer than that is wide', () => {
    const text = told(true, (line) => {
      line.tell(progress());
      line.tell(progress({ stage: 'planning' }));
      line.tell(progress({ stage: 'stopped' }));
      line.note('Stopped.');
    });
    expect(text.split('\r\x1b[2K')).toEqual([
      '',
      'running, 42/300 cells, 2 fail',
      'planning, 42/300 cells, 2 fai\nStopped.\n',
    ]);
  });
});
