import { afterEach, expect, it, vi } from 'vitest';
import { RunLock } from './run-lock.svelte.ts';

const locks: RunLock[] = [];
const lockOf = (id: string, onFreed = () => {}) => {
  const lock = new RunLock(id, onFreed);
  locks.push(lock);
  return lock;
};
afterEach(() => locks.splice(0).forEach((lock) => lock.close()));

/** Work that goes on until it is told to end. */
function work() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { go: () => ended, end: () => end() };
}

it('is held by one at a time; the other sees it, and hears when it is free', async () => {
  const id = crypto.randomUUID();
  const freed = vi.fn();
  const [first, second] = [lockOf(id), lockOf(id, freed)];
  const { go, end } = work();
  const held = first.hold(go);
  await vi.waitFor(() => expect(first.holder).toBe('here'));
  await second.look();
  expect(second.holder).toBe('elsewhere');
  expect(await second.hold(() => Promise.reject(new Error('must not run')))).toBe(false);
  end();
  expect(await held).toBe(true);
  expect(first.holder).toBe('nobody');
  await vi.waitFor(() => expect(freed).toHaveBeenCalled());
  expect(second.holder).toBe('nobody');
  expect(await second.hold(() => Promise.resolve())).toBe(true);
});

it('waits for a tab that is just closing, as long as it may', async () => {
  const id = crypto.randomUUID();
  const [first, second] = [lockOf(id), lockOf(id)];
  const { go, end } = work();
  const held = first.hold(go);
  await vi.waitFor(() => expect(first.holder).toBe('here'));
  const patient = second.hold(() => Promise.resolve(), 30_000);
  end();
  expect(await patient).toBe(true);
  await held;
});

it('is free again when the work fails', async () => {
  const lock = lockOf(crypto.randomUUID());
  await expect(lock.hold(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(lock.holder).toBe('nobody');
  expect(await lock.hold(() => Promise.resolve())).toBe(true);
});
