import { describe, expect, it } from 'vitest';
import { sampleRun } from '../../../domain/testing/sample-run.ts';
import { firstDivergence, type Replay } from '../../../experiments/replay.ts';
import { surroundings, verdictOf } from './verdict.ts';

function judge(recorded: number[], again: number[], stopReason = 'length', cancelled = false) {
  const run = sampleRun();
  run.generation.tokens = recorded;
  run.generation.stopReason = stopReason as 'length';
  const replay: Replay = {
    tokens: again,
    text: '',
    firstDivergence: firstDivergence(recorded, again),
    changed: [],
  };
  return verdictOf(run, replay, cancelled);
}

describe('verdictOf', () => {
  it('calls equal tokens identical', () => {
    expect(judge([1, 2], [1, 2])).toEqual({ kind: 'identical', tokens: 2 });
  });

  it('finds the first token that differs, a missing one too', () => {
    expect(judge([1, 2, 3], [1, 9, 3])).toEqual({ kind: 'divergent', position: 1 });
    expect(judge([1, 2, 3], [1, 2])).toEqual({ kind: 'divergent', position: 2 });
    expect(judge([1, 2], [1, 2, 3])).toEqual({ kind: 'divergent', position: 2 });
  });

  it('does not blame a replay for going on after a record that was stopped by hand', () => {
    expect(judge([1, 2], [1, 2, 3], 'cancelled')).toEqual({ kind: 'identical-so-far', tokens: 2 });
    expect(judge([1, 2], [1, 3], 'cancelled')).toEqual({ kind: 'divergent', position: 1 });
  });

  it('does not blame a replay for being stopped by hand', () => {
    expect(judge([1, 2, 3], [1, 2], 'length', true)).toEqual({ kind: 'cancelled', tokens: 2 });
    expect(judge([1, 2, 3], [1, 9], 'length', true)).toEqual({ kind: 'divergent', position: 1 });
  });
});

describe('surroundings', () => {
  it('shows what is shared before and what each has after', () => {
    expect(surroundings([1, 2, 3, 4, 5], [1, 2, 3, 8], 3, 2)).toEqual({
      cut: true,
      shared: [2, 3],
      expected: [4, 5],
      got: [8],
    });
    expect(surroundings([1], [2], 0)).toEqual({ cut: false, shared: [], expected: [1], got: [2] });
  });
});
