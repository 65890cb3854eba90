import { expect, it } from 'vitest';
import { alone } from './alone.ts';

it('lets one train at a time, and the next when that one is done', async () => {
  let finish: (value: string) => void = () => undefined;
  const first = alone('one', () => new Promise<string>((resolve) => (finish = resolve)));
  const other = alone('two', () => Promise.resolve('beside it'));
  await expect(other).resolves.toBe('beside it');
  const again = () => Promise.resolve('again');
  await expect(alone('one', again, { tries: 2, pause: 1 })).rejects.toMatchObject({
    code: 'bad-input',
    message: 'This training is under way in another tab.',
  });
  const waiting = alone('one', again);
  finish('done');
  await expect(waiting).resolves.toBe('again');
  await expect(first).resolves.toBe('done');
  await expect(alone('one', () => Promise.reject(new RangeError('failed')))).rejects.toThrow(
    RangeError,
  );
  await expect(alone('one', () => Promise.resolve('again'))).resolves.toBe('again');
});
