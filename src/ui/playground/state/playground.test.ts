import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setUp } from './test/desk.ts';

// Only timers are by hand: promises and hashes go on as they do.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const until = (condition: () => boolean) =>
  vi.waitFor(() => {
    if (!condition()) throw new Error('not yet');
  });
const wait = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

/** A playground after its first visit's run, which answered "one" and "two". */
async function opened(contextLength?: number) {
  const lab = setUp(undefined, contextLength);
  const opening = lab.playground.open();
  await until(() => lab.engine.asked.length === 2);
  ['one', 'two'].forEach((text, i) => {
    lab.engine.asked[i]?.say(text);
    lab.engine.asked[i]?.end();
  });
  await opening;
  await until(() => lab.runs.length === 2);
  const { editor, answers } = lab.playground;
  const [base, shown] = editor.draft.arms;
  if (!base || !shown) throw new Error('two arms expected');
  const type = (query: string) => editor.edit('typing', (d) => ({ ...d, query }), 'query');
  return { ...lab, ...lab.playground, base, shown, answers, type };
}

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

describe('run and stop', () => {
  it('replaces a run under way', async () => {
    const { playground, answers, engine, base, runs } = await opened();
    void playground.run();
    await until(() => engine.asked.length === 4);
    void playground.run();
    await until(() => engine.asked.length === 6);
    expect(engine.asked.slice(2).map((generation) => generation.aborted)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    engine.asked.slice(4).forEach((generation) => generation.end());
    await until(() => runs.length === 4);
    expect(answers.of(base.id).busy).toBe(false);
  });

  it('lets the later of two presses win, though both prepare at once', async () => {
    const { playground, engine, runs, type } = await opened();
    type('First?');
    const first = playground.run();
    type('Second?');
    const second = playground.run();
    const open = () => engine.asked.slice(2).filter((generation) => !generation.aborted);
    await until(() => open().length === 2 && open()[0]?.prompt === 'Second?');
    open().forEach((generation) => generation.end());
    await Promise.all([first, second]);
    await until(() => runs.length === 4);
    expect(runs.slice(2).map((run) => run.turns[0]?.query)).toEqual(['Second?', 'Second?']);
  });

  it('keeps the old answer until the first token, and what was said when stopped; stores neither', async () => {
    const { playground, answers, asking, engine, base, shown, runs } = await opened();
    void playground.run();
    await until(() => engine.asked.length === 4);
    expect(answers.of(base.id)).toMatchObject({ text: 'one', waiting: 'prompt' });
    engine.asked[2]?.say('On');
    asking.stop();
    await until(() => !asking.running);
    expect(answers.of(base.id)).toMatchObject({ text: 'On', busy: false });
    expect(answers.of(base.id).generation?.stopReason).toBe('cancelled');
    expect(answers.of(shown.id)).toMatchObject({ text: 'two', busy: false });
    expect(runs).toHaveLength(2);
  });

  it('stops what is only being prepared', async () => {
    const { playground, asking, engine } = await opened();
    const running = playground.run();
    asking.stop();
    await running;
    expect(engine.asked).toHaveLength(2);
  });

  it('refuses a prompt over the context, and changes nothing', async () => {
    const { playground, answers, editor, engine, base, told, type } = await opened(600);
    void playground.run();
    await until(() => engine.asked.length === 4);
    engine.asked[2]?.say('Still');
    type('x'.repeat(700));
    const { draft } = editor;
    await playground.run();
    expect(told.at(-1)).toContain('700 tokens');
    expect(engine.asked).toHaveLength(4);
    expect(engine.asked[2]?.aborted).toBe(false);
    engine.asked[2]?.say(' here');
    expect(answers.of(base.id).text).toBe('Still here');
    expect(editor.draft).toBe(draft);
  });

  it('does not run while a field holds no value', async () => {
    const { playground, asking, engine, told } = await opened();
    asking.invalid.set('Temperature', 'This is not a number.');
    await playground.run();
    expect(told.at(-1)).toBe('Temperature: This is not a number.');
    expect(engine.asked).toHaveLength(2);
  });

  it('keeps the answer on screen where it could not be stored', async () => {
    const { playground, answers, engine, base, runs, told, disk } = await opened();
    disk.full = true;
    void playground.run();
    await until(() => engine.asked.length === 4);
    engine.asked[2]?.say('Unsaved');
    engine.asked[2]?.end();
    await until(() => answers.of(base.id).stored === 'failed');
    expect(told).toContain('full');
    expect(answers.of(base.id).text).toBe('Unsaved');
    disk.full = false;
    await answers.save(answers.of(base.id));
    expect(answers.of(base.id).stored).toBe('yes');
    expect(runs).toHaveLength(3);
  });
});

describe('a second turn', () => {
  it('follows each arm’s own first answer, which is not asked for again', async () => {
    const { playground, answers, asking, editor, engine, base, runs } = await opened();
    editor.edit('asking on', (d) => ({ ...d, secondQuery: 'Shorter?' }));
    expect(asking.freshness(base)).toBe('first-turn');
    void playground.run();
    await until(() => engine.asked.length === 4);
    expect(engine.asked[3]?.prompt).toMatch(/two\n```\n\n# Query:\n```\nShorter\?\n```/);
    engine.asked[2]?.say('1');
    engine.asked[2]?.end();
    await until(() => runs.length === 3);
    expect(runs[2]?.turns.map((turn) => turn.answer)).toEqual(['one', '1']);
    expect(answers.of(base.id).asked?.first?.answer).toBe('one');
  });

  it('asks the first turn anew where that has changed', async () => {
    const { playground, editor, engine, base, answers, runs } = await opened();
    editor.edit('asking on', (d) => ({ ...d, secondQuery: 'And?', query: 'New?' }));
    void playground.run();
    await until(() => engine.asked.length === 4);
    expect(engine.asked[2]?.prompt).toBe('New?');
    engine.asked[2]?.say('First');
    engine.asked[2]?.end();
    await until(() => engine.asked.length === 5);
    expect(engine.last.prompt).toBe('New?First\n\nAnd?');
    engine.last.say('Second');
    engine.last.end();
    await until(() => runs.length === 4);
    expect(answers.of(base.id).text).toBe('Second');
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
