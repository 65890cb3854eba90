import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import fc from 'fast-check';
import { problemOf } from '../../domain/testing/problem-of.ts';
import { Gate } from './gate.ts';
import { KeyRing } from './keys.ts';
import { redacted, tells } from './redact.ts';
import { EventReader } from './sse.ts';
import { retryAfter } from './trouble.ts';
import { backoff } from './wait.ts';

describe('redacted', () => {
  const key = fc.stringMatching(/^[!-~]{6,40}$/);

  it('leaves no stretch of a key of six characters, wherever it stands', () => {
    fc.assert(
      fc.property(key, fc.string(), fc.string(), (secret, before, after) => {
        const clean = redacted(`${before}${secret.toUpperCase()}${after}${secret}`, secret);
        for (let at = 0; at + 6 <= secret.length; at++)
          if (!'•••'.includes(secret.slice(at, at + 6)))
            expect(clean.toLowerCase()).not.toContain(secret.slice(at, at + 6).toLowerCase());
      }),
    );
  });

  it('takes out parts that a server quotes, and leaves the rest', () => {
    expect(redacted('Bad key sk-abcdef**********.', 'sk-abcdef-0123456789')).toBe(
      'Bad key •••**********.',
    );
    expect(redacted('It is abc.', 'abc')).toBe('It is •••.');
    expect(redacted('It is ab.', 'abcdefgh')).toBe('It is ab.');
    expect(redacted('nothing', null)).toBe('nothing');
    expect(tells('fine', 'abcdefgh')).toBe(false);
  });
});

describe('KeyRing', () => {
  it('gives a key to its own origin, and to nobody who lists or writes it', () => {
    const ring = new KeyRing();
    ring.set('https://a.example/v1', ' secret-key ');
    expect(ring.of('https://a.example/other')).toBe('secret-key');
    expect(ring.of('https://a.example:8443/v1')).toBeNull();
    expect(JSON.stringify(ring)).toBe('{}');
    expect(Object.values(ring)).toEqual([]);
    expect(() => structuredClone({ ring })).not.toThrow();
    expect(JSON.stringify(structuredClone({ ring }))).not.toContain('secret');
    ring.set('https://a.example/v1', '');
    expect(ring.has('https://a.example/v1')).toBe(false);
  });

  it('refuses what no header takes, without repeating it', async () => {
    const ring = new KeyRing();
    for (const bad of ['two words', 'line\nbreak', 'ключ']) {
      const problem = await problemOf(
        Promise.resolve().then(() => ring.set('https://a.example/v1', bad)),
      );
      expect(problem.message).not.toContain(bad);
    }
  });
});

describe('EventReader', () => {
  it('reads the same events however the stream is cut, and whatever ends its lines', () => {
    const text = ': hello\n\nevent: piece\ndata: {"a":1}\ndata: 2\n\ndata:x\n\n\ndata: lost';
    const wanted = [
      { event: 'piece', data: '{"a":1}\n2' },
      { event: '', data: 'x' },
    ];
    fc.assert(
      fc.property(
        fc.array(fc.nat(text.length + 20), { maxLength: 20 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        (cuts, end) => {
          const stream = text.replaceAll('\n', end);
          const reader = new EventReader();
          const places = [0, ...cuts.sort((a, b) => a - b), stream.length];
          const read = places.slice(1).flatMap((to, i) => reader.read(stream.slice(places[i], to)));
          expect(read).toEqual(wanted);
        },
      ),
    );
  });
});

describe('waiting', () => {
  it('reads Retry-After in seconds and as a date', () => {
    const now = Date.parse('2026-01-01T00:00:00Z');
    expect(retryAfter('7', now)).toBe(7000);
    expect(retryAfter('Thu, 01 Jan 2026 00:00:09 GMT', now)).toBe(9000);
    expect(retryAfter('Wed, 31 Dec 2025 00:00:00 GMT', now)).toBe(0);
    expect(retryAfter('soon', now)).toBeNull();
    expect(retryAfter(null, now)).toBeNull();
  });

  it('doubles, drawn within half, up to the most; the same for the same request', () => {
    const persistence = { attempts: 9, first: 100, most: 1000 };
    for (let attempt = 1; attempt < 9; attempt++) {
      const whole = Math.min(1000, 100 * 2 ** (attempt - 1));
      const waits = ['a', 'b', 'c'].map((key) => backoff(persistence, key, attempt));
      for (const wait of waits) {
        expect(wait).toBeGreaterThanOrEqual(whole / 2);
        expect(wait).toBeLessThan(whole);
      }
      expect(new Set(waits).size).toBe(3);
      expect(backoff(persistence, 'a', attempt)).toBe(waits[0]);
    }
  });
});

describe('Gate', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('lets so many begin within any minute, and no more', async () => {
    const gate = new Gate({ concurrency: 100, requestsPerMinute: 3 });
    const begun: number[] = [];
    for (let i = 0; i < 8; i++)
      void gate.enter().then(() => {
        begun.push(performance.now());
        gate.leave();
      });
    await vi.advanceTimersByTimeAsync(200_000);
    expect(begun).toHaveLength(8);
    for (let i = 3; i < 8; i++)
      expect((begun[i] as number) - (begun[i - 3] as number)).toBeGreaterThanOrEqual(60_000);
  });

  it('lets nobody in while a server asks to wait', async () => {
    const gate = new Gate({ concurrency: 2, requestsPerMinute: null });
    const start = performance.now();
    gate.close(5000);
    const entered = gate.enter().then(() => performance.now());
    await vi.advanceTimersByTimeAsync(10_000);
    expect((await entered) - start).toBeGreaterThanOrEqual(5000);
  });
});
