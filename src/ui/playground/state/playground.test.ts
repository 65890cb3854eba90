import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setUp } from './test/desk.ts';
import { opened, until } from './test/opened.ts';

// Only timers are by hand: promises and hashes go on as they do.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const wait = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe('a first visit', () => {
  it('asks both arms by itself, as soon as there is a model, and stores what they say', async () => {
    const lab = setUp();
    const model = lab.model.loaded;
    lab.model.loaded = null;
    await lab.playground.open();
    expect(lab.playground.asking.running).toBe(true);
    expect(lab.engine.asked).toHaveLength(0);
    lab.model.loaded = model;
    lab.playground.modelChanged();
    await until(() => lab.engine.asked.length === 2);
    lab.engine.asked.forEach((generation) => {
      generation.say('Hello');
      generation.end();
    });
    await until(() => lab.runs.length === 2);
    expect(new Set(lab.runs.map((run) => run.batch)).size).toBe(1);
    expect(lab.playground.asking.running).toBe(false);
  });

  it('is followed by a second that finds all as it was, and asks nothing', async () => {
    const first = await opened();
    first.type('Changed?');
    await wait(1000);
    const second = setUp(first.drafts.get('playground'));
    second.runs.push(...first.runs);
    await second.playground.open();
    expect(second.playground.editor.draft.query).toBe('Changed?');
    expect(second.playground.editor.undoable).toBeNull();
    expect(second.playground.answers.of(first.base.id).text).toBe('one');
    expect(second.playground.asking.freshness(first.base)).toBe('stale');
    expect(second.engine.asked).toHaveLength(0);
  });

  it('begins with a starter, and says so, where what was kept cannot be read', async () => {
    const { told, playground } = setUp({ schema: 1, draft: { query: 7 } });
    void playground.open();
    await until(() => playground.ready);
    expect(told[0]).toContain('could not be read');
    expect(playground.editor.draft.recipe.demonstrations).toHaveLength(3);
  });
});

describe('an edit', () => {
  it('makes answers old at once, and only those that it reaches', async () => {
    const { editor, asking, base, shown } = await opened();
    expect([asking.freshness(base), asking.freshness(shown)]).toEqual(['fresh', 'fresh']);
    editor.edit('typing', (d) => ({ ...d, recipe: { ...d.recipe, rules: 'Other.' } }));
    expect([asking.freshness(base), asking.freshness(shown)]).toEqual(['fresh', 'stale']);
    editor.undo();
    expect(asking.freshness(shown)).toBe('fresh');
  });

  it('runs nothing by itself unless live', async () => {
    const { engine, type } = await opened();
    type('Changed?');
    await wait(2000);
    expect(engine.asked).toHaveLength(2);
  });
});

describe('live', () => {
  it('asks once typing pauses, and only the arms that changed', async () => {
    const { asking, editor, engine, type } = await opened();
    asking.setLive(true);
    for (const query of ['W', 'Wh', 'Why?']) {
      type(query);
      await wait(300);
    }
    expect(engine.asked).toHaveLength(2);
    await wait(100);
    await until(() => engine.asked.length === 4);
    expect(engine.asked[2]?.prompt).toBe('Why?');
    engine.asked.slice(2).forEach((generation) => generation.end());
    editor.edit('typing', (d) => ({ ...d, recipe: { ...d.recipe, rules: 'Other.' } }));
    await wait(400);
    await until(() => engine.asked.length === 5);
    expect(engine.last.prompt).toContain('Other.');
  });

  it('cancels older runs with the edit, and lets nothing of theirs through', async () => {
    const { asking, answers, engine, base, type, runs } = await opened();
    asking.setLive(true);
    type('Old?');
    await wait(400);
    await until(() => engine.asked.length === 4);
    const old = engine.asked[2];
    old?.say('An old');
    expect(answers.of(base.id).text).toBe('An old');
    type('New?');
    expect(old?.aborted).toBe(true);
    old?.say(' answer');
    await wait(400);
    await until(() => engine.asked.length === 6);
    expect(asking.freshness(base)).toBe('stale');
    old?.say(' again');
    expect(answers.of(base.id).text).toBe('An old');
    engine.asked[4]?.say('A new one');
    expect(answers.of(base.id).text).toBe('A new one');
    expect(asking.freshness(base)).toBe('fresh');
    engine.asked[4]?.end();
    await until(() => runs.length === 3);
    expect(runs[2]?.turns).toEqual([{ query: 'New?', answer: 'A new one' }]);
  });
});

describe('a saved run', () => {
  it('comes back to the desk with its answer, and goes with an undo', async () => {
    const { playground, asking, editor, shown, runs, type } = await opened();
    const before = editor.draft;
    type('Other?');
    await playground.openRun(runs[1]?.id ?? '');
    expect(editor.draft).toEqual(before);
    expect(asking.freshness(shown)).toBe('fresh');
    editor.undo();
    expect(editor.draft.query).toBe('Other?');
  });

  it('is missed by name', async () => {
    const { playground, told } = await opened();
    await playground.openRun('nowhere');
    expect(told.at(-1)).toContain('nowhere');
  });

  it('is rated', async () => {
    const { keeping, answers, base, runs } = await opened();
    await keeping.rate(answers.of(base.id), 8);
    expect(runs[0]?.rating).toBe(8);
    expect(answers.of(base.id).run?.rating).toBe(8);
  });
});
