import { uniform } from '../../domain/draw.ts';

/** Waits. @throws the signal's reason where it is aborted meanwhile */
export function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

/** How often a request is tried, and how long the waits between are. */
export interface Persistence {
  /** Attempts in all. */
  readonly attempts: number;
  /** Milliseconds: the first wait, which doubles every time, and the longest. */
  readonly first: number;
  readonly most: number;
}

export const persistence: Persistence = { attempts: 6, first: 500, most: 30_000 };

/** A server that wants longer than this is not waited for, in milliseconds. */
export const longestWish = 120_000;

/**
 * Milliseconds before the next attempt: doubling, and half of it drawn, so that requests that failed
 * together do not come back together.
 * @param key what is tried
 * @param attempt how many have failed, from 1
 */
export function backoff({ first, most }: Persistence, key: string, attempt: number): number {
  const whole = Math.min(most, first * 2 ** (attempt - 1));
  return whole * (0.5 + 0.5 * uniform(0, key, attempt));
}
