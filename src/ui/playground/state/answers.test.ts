import { describe, expect, it } from 'vitest';
import { opened, until } from './test/opened.ts';

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
