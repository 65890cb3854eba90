import { describe, expect, it } from 'vitest';
import type { Generation, StopReason } from '../../../domain/run.ts';
import { duration, ending, pace } from './words.ts';

const ended = (stopReason: StopReason, stopString: string | null = null): Generation => ({
  tokens: [1, 2, 3],
  logProbabilities: [0, 0, 0],
  text: '',
  stopReason,
  stopString,
  timings: { queued: 0, prefill: 0, firstToken: 0, total: 0 },
});

describe('words about an answer', () => {
  it('say why it ended', () => {
    expect(ending(ended('stop-string', '\nQ:'))).toBe('Ended before “\\nQ:”');
    expect(ending(ended('length'))).toBe('Cut after 3 new tokens');
  });

  it('say how fast it came', () => {
    expect(pace(1, null, 85.4)).toBe('1 token · first after 85 ms');
    expect(pace(23, 41.2, 1240)).toBe('23 tokens · 41 tokens/s · first after 1.24 s');
    expect(duration(999.4)).toBe('999 ms');
  });
});
