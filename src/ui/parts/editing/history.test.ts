import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { History } from './history.ts';

describe('History', () => {
  it('joins typing in one field until a pause, another field or a seal', () => {
    const history = new History('');
    history.commit('a', 'Typing in Rules', 'rules', 0);
    history.commit('ab', 'Typing in Rules', 'rules', 500);
    history.commit('abc', 'Typing in Rules', 'rules', 1500);
    history.commit('abc d', 'Typing in Rules', 'rules', 2501);
    history.commit('abc d!', 'Typing in Query', 'query', 2600);
    history.seal();
    history.commit('abc d!!', 'Typing in Query', 'query', 2700);
    expect(history.undo()).toBe('Typing in Query');
    expect(history.present).toBe('abc d!');
    history.undo();
    expect(history.present).toBe('abc d');
    expect(history.undo()).toBe('Typing in Rules');
    expect(history.present).toBe('abc');
    history.undo();
    expect(history.present).toBe('');
    expect(history.undo()).toBeNull();
  });

  it('does not join an edit to what was undone', () => {
    const history = new History(0);
    history.commit(1, 'one', 'n', 0);
    history.undo();
    history.commit(2, 'two', 'n', 1);
    expect([history.undoLabel, history.redoLabel]).toEqual(['two', null]);
    history.undo();
    expect(history.present).toBe(0);
  });

  it('goes back to every state and forth again', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1 }), { maxLength: 40 }), (states) => {
        const history = new History(0);
        for (const state of states) history.commit(state, String(state));
        for (const state of [0, ...states].reverse().slice(1)) {
          history.undo();
          expect(history.present).toBe(state);
        }
        expect(history.undoLabel).toBeNull();
        for (const state of states) {
          expect(history.redo()).toBe(String(state));
          expect(history.present).toBe(state);
        }
        expect(history.redoLabel).toBeNull();
      }),
    );
  });

  it('forgets the oldest steps over its limit', () => {
    const history = new History(0, 3);
    for (let i = 1; i <= 10; i++) history.commit(i, 'count');
    while (history.undo() !== null);
    expect(history.present).toBe(7);
  });
});
