import { beforeEach, describe, expect, it } from 'vitest';
import { isHeld, whileHolding } from './locks.ts';

let name: string;
beforeEach(() => {
  name = `test-${crypto.randomUUID()}`;
});

const busy = { onBusy: () => 'busy' };

/** A promise and what ends it. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

describe('whileHolding', () => {
  it('does the work once at a time, and says to others that it is being done', async () => {
    const { opened, open } = gate();
    const first = whileHolding(name, () => opened.then(() => 'done'), busy);
    await expect.poll(() => isHeld(name)).toBe(true);
    expect(await whileHolding(name, async () => 'done twice', busy)).toBe('busy');
    expect(await whileHolding(`${name} too`, async () => 'done', busy)).toBe('done');
    open();
    expect(await first).toBe('done');
    expect(await isHeld(name)).toBe(false);
    expect(await whileHolding(name, async () => 'done again', busy)).toBe('done again');
  });

  it('lets go when the work fails', async () => {
    const failing = whileHolding(name, () => Promise.reject(new Error('stumbled')), busy);
    await expect(failing).rejects.toThrow('stumbled');
    expect(await isHeld(name)).toBe(false);
  });

  it('lets go when its tab is closed in the middle', async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const elsewhere = frame.contentWindow?.navigator.locks;
    void elsewhere?.request(name, () => new Promise(() => undefined)).catch(() => undefined);
    await expect.poll(() => isHeld(name)).toBe(true);
    expect(await whileHolding(name, async () => 'done', busy)).toBe('busy');
    frame.remove();
    await expect.poll(() => isHeld(name)).toBe(false);
    expect(await whileHolding(name, async () => 'done', busy)).toBe('done');
  });
});
