import { describe, expect, it } from 'vitest';
import { Turnstile } from './turnstile.ts';

const later = () => new Promise((resolve) => setTimeout(resolve, 1));

describe('Turnstile', () => {
  it('lets everybody of a name in together, and others after them, in the order of their names', async () => {
    const seen: string[] = [];
    const turnstile = new Turnstile(async (name) => {
      seen.push(`prepare ${name}`);
      return name;
    });
    let [inside, most] = [0, 0];
    const visit = (name: string, who: string) =>
      turnstile.within(name, async (room) => {
        expect(room).toBe(name);
        seen.push(who);
        most = Math.max(most, ++inside);
        await later();
        inside -= 1;
      });
    await Promise.all([
      visit('base', '1'),
      visit('base', '2'),
      visit('a', '3'),
      visit('base', '4'),
      visit('a', '5'),
    ]);
    expect(seen).toEqual(['prepare base', '1', '2', '4', 'prepare a', '3', '5']);
    expect(most).toBe(3);
  });

  it('keeps nobody waiting behind those who come again and again', async () => {
    const order: string[] = [];
    const turnstile = new Turnstile((name) => Promise.resolve(name));
    const [, leaveFirst] = await turnstile.enter('base');
    const other = turnstile.enter('a').then(([, leave]) => {
      order.push('a');
      leave();
    });
    const again = turnstile.enter('base').then(([, leave]) => {
      order.push('base');
      leave();
    });
    await later();
    expect(order).toEqual([]);
    leaveFirst();
    await Promise.all([other, again]);
    expect(order).toEqual(['a', 'base']);
  });

  it('prepares anew when all had left, and tells a failure to those whose it is', async () => {
    let prepared = 0;
    const turnstile = new Turnstile(async (name) => {
      prepared += 1;
      if (name === 'broken') throw new Error('no such weights');
      return name;
    });
    await turnstile.within('a', later);
    await turnstile.within('a', later);
    expect(prepared).toBe(2);
    const broken = [turnstile.enter('broken'), turnstile.enter('broken')];
    const fine = turnstile.within('a', () => Promise.resolve('done'));
    for (const each of broken) await expect(each).rejects.toThrow('no such weights');
    expect(await fine).toBe('done');
  });
});
