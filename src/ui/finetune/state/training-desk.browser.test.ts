import { describe, expect, it } from 'vitest';
import { until } from '../../playground/state/test/opened.ts';
import type { FineTune } from './fine-tune.svelte.ts';
import { point, setUp } from './test/lab.ts';

/** The place with a training of three demonstrations that has begun. */
async function begun(drafts?: Map<string, unknown>) {
  const lab = setUp(drafts);
  await lab.desk.open();
  lab.desk.edit('choosing', { material: { kind: 'recipe' } });
  await until(() => !lab.desk.preparing.busy);
  void lab.desk.start();
  await until(() => lab.engine.trainings.length === 1);
  return lab;
}

/** Gives the training's lock back, which the next test takes. */
async function ended({ training }: FineTune): Promise<void> {
  training.stop();
  await until(() => !training.busy);
}

describe('a training', () => {
  it('goes its way to an adapter that says what made it', async () => {
    const { desk, engine, all, said, drafts } = await begun();
    expect(desk.training.phase).toBe('starting');
    const { training } = engine;
    expect(training.request.probes).toHaveLength(1);
    training.begin();
    training.step(1);
    expect(desk.training.phase).toBe('training');
    const generation = { tokens: [], logProbabilities: [], stopString: null } as const;
    const timings = { queued: 0, prefill: 0, firstToken: 0, total: 0 };
    training.tell({
      kind: 'sample',
      step: 1,
      probe: 0,
      generation: {
        ...generation,
        tokens: [],
        logProbabilities: [],
        text: 'Hm.',
        stopReason: 'length',
        timings,
      },
    });
    expect(desk.training.course.samples).toEqual([{ step: 1, text: 'Hm.', stopReason: 'length' }]);
    training.end({ steps: [point(1)], validation: [] });
    await until(() => desk.training.phase === 'done');
    const [adapter] = all;
    expect(adapter?.name).toBe('3 demonstrations of the Playground');
    expect(adapter?.origin).toMatchObject({
      kind: 'trained',
      data: { rows: 3, label: '3 demonstrations of the Playground' },
      curve: { steps: [point(1)] },
    });
    expect(said.at(-1)).toContain('done');
    await until(() => engine.discarded.length === 1);
    const { set, samples } = await desk.training.trainings.result(adapter?.id ?? '');
    expect(set.examples).toHaveLength(3);
    expect(samples).toHaveLength(1);
    expect(drafts.get('trainings')).toEqual([]);
  });

  it('is held up and goes on', async () => {
    const { desk, engine } = await begun();
    engine.training.begin();
    engine.training.step(1);
    await desk.training.pause();
    expect(desk.training.phase).toBe('pausing');
    engine.training.tell({ kind: 'paused', step: 1 });
    expect(desk.training.phase).toBe('paused');
    await desk.training.resume();
    engine.training.tell({ kind: 'resumed', step: 1 });
    expect(desk.training.phase).toBe('training');
    expect(engine.steering).toEqual(['pause', 'resume']);
    await ended(desk);
  });

  it('that was stopped goes on under the same id, also in another page', async () => {
    const { desk, engine, drafts } = await begun();
    engine.training.begin();
    engine.training.step(1);
    desk.training.stop();
    await until(() => desk.training.phase === 'stopped');
    expect(desk.training.problem).toBeNull();
    const { id } = engine.training.request;
    const next = setUp(drafts);
    next.engine.stored = [{ id, step: 1, steps: 12, bytes: 1 }];
    await next.desk.open();
    const [left] = next.desk.training.left;
    expect(left).toMatchObject({ step: 1, steps: 12 });
    if (left) void next.desk.training.goOn(left.kept);
    await until(() => next.engine.trainings.length === 1);
    expect(next.engine.training.request).toEqual(engine.training.request);
    next.engine.training.begin({ steps: [point(1)], validation: [] });
    expect(next.desk.training.course.done).toBe(1);
    expect(next.said).toContain('The training goes on after step 1 of 36.');
    await ended(next.desk);
  });

  it('of another base is not gone on with', async () => {
    const { desk, model, told } = await begun();
    desk.training.stop();
    await until(() => desk.training.phase === 'stopped');
    const { kept } = desk.training;
    if (!kept || !model.loaded) throw new Error('a training was expected');
    const identity = { ...model.loaded.identity, fingerprint: 'other' };
    model.loaded = { ...model.loaded, identity };
    await desk.training.goOn(kept);
    expect(told.at(-1)).toContain('not the model that is loaded');
    expect(desk.training.phase).toBe('stopped');
  });

  it('whose model is lost goes on when it is back, but not for ever', async () => {
    const { desk, engine, model } = await begun();
    const { loaded } = model;
    for (let tried = 1; tried <= 3; tried++) {
      model.loaded = null;
      engine.training.fail('worker-crashed');
      await until(() => desk.training.phase !== 'starting');
      if (tried === 3) break;
      expect(desk.training.phase).toBe('interrupted');
      model.loaded = loaded;
      desk.modelChanged();
      await until(() => engine.trainings.length === tried + 1);
    }
    expect(desk.training.phase).toBe('failed');
    expect(desk.training.problem?.code).toBe('worker-crashed');
  });

  it('that came to no number names the examples of its step', async () => {
    const { desk, engine } = await begun();
    engine.training.begin();
    engine.training.tell({ kind: 'diverged', step: 1, rows: [0, 2] });
    engine.training.fail('training-diverged');
    await until(() => desk.training.phase === 'failed');
    const { course, problem, kept } = desk.training;
    if (!problem || !kept) throw new Error('a problem was expected');
    expect(course.explain(problem, kept.places)).toBe(
      'Step 1 came to no finite number. It read: Demonstration 1, Demonstration 3.',
    );
  });

  it('is discarded with all that was kept of it', async () => {
    const { desk, engine, drafts } = await begun();
    desk.training.stop();
    await until(() => desk.training.phase === 'stopped');
    const { kept } = desk.training;
    if (!kept) throw new Error('a training was expected');
    await desk.training.discard(kept);
    expect(desk.training.phase).toBe('none');
    expect(engine.discarded).toEqual([kept.id]);
    expect(drafts.get('trainings')).toEqual([]);
  });
});
