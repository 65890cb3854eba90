import { describe, expect, it } from 'vitest';
import { readTwinCommand } from './command-line.ts';

describe('readTwinCommand', () => {
  it('takes a bundled name or a folder, and defaults', () => {
    expect(readTwinCommand(['--base', 'lab-base-2m', '--out', 'x/twin'])).toEqual({
      help: false,
      base: 'public/models/lab-base-2m',
      out: 'x/twin',
      request: { examples: 3000, seed: 1, pool: 'public/lab-80' },
      precisions: ['fp32', 'q4'],
    });
    const command = readTwinCommand(['--base', './here', '--out', 'x', '--only', 'q4']);
    expect(command).toMatchObject({ base: './here', precisions: ['q4'] });
  });

  it.each([
    [['--out', 'x'], '--base'],
    [['--base', 'x'], '--out'],
    [['--base', 'x', '--out', 'y', '--only', 'q8'], 'q8'],
    [['--base', 'x', '--out', 'y', '--seed', '-1'], '--seed'],
    [['--base', 'x', '--out', 'y', '--examples', '0'], '--examples 0'],
    [['--wrong'], '--wrong'],
  ])('tells what is wrong with %j', (args, told) => {
    expect(() => readTwinCommand(args)).toThrow(told);
  });

  it('needs nothing else to print its help', () => {
    expect(readTwinCommand(['--help']).help).toBe(true);
  });
});
