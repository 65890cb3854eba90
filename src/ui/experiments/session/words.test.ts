import { expect, it } from 'vitest';
import { aboutCount, aboutTime, stageSentence, stateWord, tallySentence } from './words.ts';

it('says times as roughly as they are known', () => {
  const seconds = [1, 12, 54, 60, 61, 3599, 3600, 7801];
  expect(seconds.map((s) => aboutTime(1000 * s))).toEqual([
    'a few seconds',
    'about 15 s',
    'about 55 s',
    'about 1 min',
    'about 2 min',
    'about 1 h',
    'about 1 h',
    'about 2 h 20 min',
  ]);
});

it('rounds counts to two digits', () => {
  expect([0, 7, 86, 123, 4567, 38_400].map(aboutCount)).toEqual(
    [0, 7, 86, 120, 4600, 38_000].map((n) => n.toLocaleString()),
  );
});

it('counts cells', () => {
  expect(tallySentence({ total: 1, done: 0, failed: 0 })).toBe('0 of 1 cell done');
  expect(tallySentence({ total: 9, done: 5, failed: 2 })).toBe('5 of 9 cells done, 2 failed');
});

it('says how an experiment stands', () => {
  const word = (state: 'running' | 'stopped' | 'finished', begun = true, cutOff = false) =>
    stateWord({ state }, begun, cutOff);
  expect(word('stopped', false)).toBe('Not started');
  expect(word('stopped')).toBe('Paused');
  expect(word('running')).toBe('Running');
  expect(word('running', true, true)).toBe('Cut off');
  expect(word('finished')).toBe('Finished');
});

it('says what a run is at, and in which round of a search', () => {
  const base = {
    total: 0,
    done: 0,
    failed: 0,
    tokensPerSecond: null,
    left: null,
    subject: 'URIAL',
  };
  expect(stageSentence({ ...base, stage: 'running', round: 0, purpose: 'all' })).toBe(
    'Asking: URIAL',
  );
  expect(stageSentence({ ...base, stage: 'running', round: 1, purpose: 'search' })).toBe(
    'Asking: URIAL · round 2',
  );
  expect(stageSentence({ ...base, stage: 'planning', round: 2, purpose: 'check' })).toBe(
    'Planning · check on unseen questions',
  );
});
