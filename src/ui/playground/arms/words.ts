import type { Generation } from '../../../domain/run.ts';
import { escaped } from '../knobs/escapes.ts';

/** A duration for people: "85 ms", "1.24 s". */
export function duration(milliseconds: number): string {
  return milliseconds < 1000
    ? `${Math.round(milliseconds)} ms`
    : `${(milliseconds / 1000).toFixed(2)} s`;
}

/** "1 token", "23 tokens". */
export function tokens(count: number): string {
  return `${count} ${count === 1 ? 'token' : 'tokens'}`;
}

/** Why an answer ended, in words. */
export function ending({ stopReason, stopString, tokens }: Generation): string {
  switch (stopReason) {
    case 'end-token':
      return 'The model ended its answer';
    case 'stop-string':
      return `Ended before “${escaped(stopString ?? '')}”`;
    case 'length':
      return `Cut after ${tokens.length} new tokens`;
    case 'context':
      return 'Cut: the context is full';
    case 'cancelled':
      return 'Stopped by you; not saved';
  }
}

/** "23 tokens, 41 tokens/s, first after 120 ms", as far as it is known. */
export function pace(count: number, rate: number | null, firstToken: number | null): string {
  return [
    tokens(count),
    rate !== null && rate > 0 && `${rate.toFixed(rate < 10 ? 1 : 0)} tokens/s`,
    firstToken !== null && `first after ${duration(firstToken)}`,
  ]
    .filter((part) => part !== false)
    .join(' · ');
}
