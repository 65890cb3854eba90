import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Watchdog } from './watchdog.ts';

const patience = { interval: 100, idle: 3, busy: 10 };
let pings = 0;
let silences = 0;
let busy = false;
let dog: Watchdog;

beforeEach(() => {
  vi.useFakeTimers();
  [pings, silences, busy] = [0, 0, false];
  dog = new Watchdog(
    () => (pings += 1),
    () => busy,
    () => (silences += 1),
    patience,
  );
});
afterEach(() => {
  dog.stop();
  vi.useRealTimers();
});

describe('Watchdog', () => {
  it('is content while there are signs of life', () => {
    for (let i = 0; i < 50; i++) {
      vi.advanceTimersByTime(100);
      dog.heard();
    }
    expect([pings, silences]).toEqual([50, 0]);
  });

  it('tells once when an idle worker stays silent', () => {
    vi.advanceTimersByTime(300);
    expect(silences).toBe(0);
    vi.advanceTimersByTime(2000);
    expect([pings, silences]).toEqual([3, 1]);
  });

  it('waits longer for a worker at work', () => {
    busy = true;
    vi.advanceTimersByTime(1000);
    expect(silences).toBe(0);
    vi.advanceTimersByTime(100);
    expect(silences).toBe(1);
  });

  it('does not take a sleeping machine for a silent worker', () => {
    vi.advanceTimersByTime(200);
    vi.setSystemTime(Date.now() + 3_600_000);
    vi.advanceTimersByTime(100);
    expect(silences).toBe(0);
    dog.heard();
    vi.advanceTimersByTime(300);
    expect(silences).toBe(0);
  });
});
