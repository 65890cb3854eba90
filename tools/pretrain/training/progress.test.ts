import { describe, expect, it } from 'vitest';
import { duration, ProgressPrinter, Speed, type Progress } from './progress.ts';

const progress: Progress = {
  step: 500,
  steps: 2000,
  stage: 'general',
  loss: 1.23456,
  learningRate: 0.003,
  tokensPerSecond: 9870.4,
  secondsLeft: 700,
};
const line =
  'step 500/2000 (25 %) | general | loss 1.235 | learning rate 3.00e-3 | 9,870 tokens/s | 12 min left';

const collector = (isTTY: boolean) => {
  const written: string[] = [];
  return { written, isTTY, write: (text: string) => written.push(text) };
};

describe('ProgressPrinter', () => {
  it('writes plain lines, not too many, where there is no terminal', () => {
    const sink = collector(false);
    let time = 0;
    const printer = new ProgressPrinter(sink, () => time);
    for (; time < 60_000; time += 1000) printer.update(progress);
    printer.note('done');
    expect(sink.written).toEqual([`${line}\n`, `${line}\n`, `${line}\n`, 'done\n']);
  });

  it('rewrites one line on a terminal, and clears it for a note', () => {
    const sink = collector(true);
    const printer = new ProgressPrinter(sink, () => 0);
    printer.update(progress);
    printer.note('saved');
    printer.note('again');
    expect(sink.written).toEqual([`\r\u001b[2K${line}`, '\r\u001b[2Ksaved\n', 'again\n']);
  });
});

describe('duration', () => {
  it.each([
    [0.4, '0 s'],
    [89, '89 s'],
    [100, '2 min'],
    [3600, '60 min'],
    [7500, '2 h 05 min'],
  ])('%d seconds read "%s"', (seconds, text) => expect(duration(seconds)).toBe(text));
});

describe('Speed', () => {
  it('looks at the last steps only', () => {
    const speed = new Speed(2);
    expect(speed.add(100, 1)).toBe(100);
    speed.add(300, 1);
    expect(speed.add(500, 1)).toBe(400);
  });
});
