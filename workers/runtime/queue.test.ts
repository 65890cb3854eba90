import { describe, expect, it } from 'vitest';
import { TurnQueue } from './queue.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('TurnQueue', () => {
  it('never runs two turns at once, and keeps their order', async () => {
    const queue = new TurnQueue();
    const log: string[] = [];
    const turn = (name: string, ms: number) =>
      queue.take(async () => {
        log.push(`${name} starts`);
        await pause(ms);
        log.push(`${name} ends`);
        return name;
      });
    expect(await Promise.all([turn('a', 8), turn('b', 1), turn('c', 3)])).toEqual(['a', 'b', 'c']);
    expect(log).toEqual(['a', 'b', 'c'].flatMap((name) => [`${name} starts`, `${name} ends`]));
  });

  it('goes on after a turn that failed', async () => {
    const queue = new TurnQueue();
    const failed = queue.take(() => Promise.reject(new Error('no')));
    const next = queue.take(() => Promise.resolve('yes'));
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });

  it('shares turns round-robin between those who ask again', async () => {
    const queue = new TurnQueue();
    const order: string[] = [];
    const steps = async (name: string) => {
      for (let i = 0; i < 3; i++) await queue.take(async () => void order.push(name));
    };
    await Promise.all([steps('a'), steps('b'), steps('c')]);
    expect(order.join('')).toBe('abcabcabc');
  });
});
