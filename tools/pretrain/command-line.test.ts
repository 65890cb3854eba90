import { describe, expect, it } from 'vitest';
import { readCommand, UsageError, usage } from './command-line.ts';
import { recipes } from './recipes/index.ts';

describe('readCommand', () => {
  it('does everything by default', () => {
    expect(readCommand([])).toEqual({ name: 'all', recipe: recipes[0], fresh: false });
    expect(readCommand(['--fresh', '--recipe', 'lab-base-2m'])).toMatchObject({ fresh: true });
  });

  it('reads the other commands', () => {
    expect(readCommand(['export'])).toEqual({ name: 'export', recipe: recipes[0] });
    expect(readCommand(['sample', '--count', '3', '--stage', 'long', '--family', 'x'])).toEqual({
      name: 'sample',
      stage: 'long',
      seed: 1,
      count: 3,
      family: 'x',
    });
    expect(readCommand(['stats'])).toEqual({ name: 'stats', seed: 1, count: 2000 });
    expect(readCommand(['sample', '--help'])).toEqual({ name: 'help' });
  });

  it.each([
    [['dance'], 'no command "dance"'],
    [['all'], 'no command "all"'],
    [['export', 'plot'], '"plot"'],
    [['--recipe', 'none'], '--recipe none'],
    [['--recipe'], '--recipe'],
    [['--speed', '3'], '--speed'],
    [['--count', '3'], '--count'],
    [['plot', '--fresh'], '"plot" has no option --fresh'],
    [['sample', '--count', '0'], '--count 0'],
    [['sample', '--count', '1.5'], '--count 1.5'],
    [['sample', '--seed', 'x'], '--seed x'],
    [['sample', '--stage', 'last'], '--stage last'],
  ])('refuses %j', (args, message) => {
    expect(() => readCommand(args)).toThrow(UsageError);
    expect(() => readCommand(args)).toThrow(message);
  });

  it('names every recipe in its help', () => {
    for (const { name } of recipes) expect(usage).toContain(name);
  });
});
