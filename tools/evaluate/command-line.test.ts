import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { readCommand } from './command-line.ts';

describe('readCommand', () => {
  it('has defaults', () => {
    expect(readCommand([])).toMatchObject({
      name: 'table',
      weights: expect.stringMatching(/^public\/models\/lab-base-/) as string,
      split: 'test',
      quick: false,
      draws: 5,
    });
    expect(readCommand(['--probe', '--weights', 'x', '--count', '7'])).toMatchObject({
      name: 'probe',
      weights: 'x',
      count: 7,
    });
  });

  it.each([
    [['--draws', '0'], '--draws 0: a whole number of at least 1 belongs here.'],
    [['--split', 'train'], '--split train: it is dev or test.'],
    [['--probe', '--quick'], '--quick goes without --probe.'],
    [['--show', '1'], '--show goes with --probe.'],
    [['--weights', 'a', '--model', 'b'], 'Either --weights or --model, not both.'],
    [['--fast'], "Unknown option '--fast'."],
  ])('refuses %j', (args, message) => {
    expect(() => readCommand(args)).toThrow(message);
  });
});

describe('the program', { timeout: 60_000 }, () => {
  const program = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'tools/evaluate/main.ts', ...args], {
      encoding: 'utf8',
      timeout: 50_000,
    });

  it('asks a model and ends by itself', () => {
    const asked = ['--model', 'lab-base-2m', '--only', 'recall arrow 4', '--count', '2'];
    const { status, stdout } = program('--probe', ...asked);
    expect(stdout).toMatch(/^lab-base-2m, 2 questions each.*\nrecall arrow 4 +\d+ % \[.*\n$/);
    expect(status).toBe(0);
  });

  it('ends with code 2 on bad arguments, and with 1 and a sentence where no model is', () => {
    const bad = program('--draws', 'many');
    expect(bad.stderr).toBe(
      '--draws many: a whole number of at least 1 belongs here. Try: npm run eval-model -- --help\n',
    );
    expect(bad.status).toBe(2);
    const missing = program('--probe', '--weights', 'public/models/none');
    expect(missing.stderr).toBe('public/models/none is not there.\n');
    expect(missing.status).toBe(1);
  });
});
