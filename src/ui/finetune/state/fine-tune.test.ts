import { describe, expect, it } from 'vitest';
import { until } from '../../playground/state/test/opened.ts';
import { setUp } from './test/lab.ts';

/** The place with three demonstrations of the Playground, and nothing under way. */
async function opened(drafts?: Map<string, unknown>) {
  const lab = setUp(drafts);
  await lab.desk.open();
  lab.desk.edit('choosing', { material: { kind: 'recipe' } });
  await until(() => !lab.desk.preparing.busy);
  return lab;
}

describe('the draft', () => {
  it('becomes rows, settings and a plan under the model', async () => {
    const { desk } = await opened();
    const { ready, plan, gathered } = desk.preparing;
    expect(gathered?.label).toBe('3 demonstrations of the Playground');
    expect(ready?.rows.rows.training).toHaveLength(3);
    expect(ready?.settings).toMatchObject({ method: 'sft', batch: 2, template: 'urial-fenced' });
    expect(plan?.stepsPerEpoch).toBe(2);
  });

  it('leaves an example out, changes a setting, and goes back', async () => {
    const { desk } = await opened();
    desk.edit('leaving out', { leftOut: ['Demonstration 2'] });
    desk.set('epochs', 3);
    await until(() => !desk.preparing.busy);
    expect(desk.preparing.ready?.rows.places.training).toEqual([
      'Demonstration 1',
      'Demonstration 3',
    ]);
    expect(desk.preparing.settings?.epochs).toBe(3);
    desk.editor.undo();
    expect(desk.draft.changes).toEqual({});
    expect(desk.draft.leftOut).toEqual(['Demonstration 2']);
  });

  it('that sets the preset’s own value has changed nothing', async () => {
    const { desk } = await opened();
    const preset = desk.preparing.settings?.learningRate ?? 0;
    desk.set('learningRate', 1);
    expect(desk.draft.changes).toEqual({ learningRate: 1 });
    desk.set('learningRate', preset);
    expect(desk.draft.changes).toEqual({});
  });

  it('of bad data says why, and another source mends it', async () => {
    const { desk } = await opened();
    desk.edit('pasting', { material: { kind: 'data', name: 'Pasted text', text: 'nothing here' } });
    await until(() => !desk.preparing.busy);
    expect(desk.preparing.gatherProblem?.message).toContain('Pasted text: line 1');
    expect(desk.preparing.ready).toBeNull();
    desk.edit('pasting', {
      material: { kind: 'data', name: 'Pasted text', text: 'Q: a\nA: b\nQ: c\nA:\n' },
    });
    await until(() => !desk.preparing.busy);
    const { gathered, ready } = desk.preparing;
    const named = [...(gathered?.problems ?? []), ...(ready?.rows.problems ?? [])];
    expect(named.map(({ place }) => place)).toEqual(['Line 3']);
    expect(ready?.rows.places.training).toEqual(['Line 1']);
  });

  it('waits for a model, and follows it', async () => {
    const { desk, model } = await opened();
    model.loaded = null;
    desk.modelChanged();
    await until(() => !desk.preparing.busy);
    expect(desk.preparing.ready).toBeNull();
    expect(desk.preparing.gathered).not.toBeNull();
  });

  it('is there again in the next page', async () => {
    const { desk, drafts } = await opened();
    desk.edit('naming', { name: 'Mine' });
    desk.flush();
    await until(() => JSON.stringify(drafts.get('finetune')).includes('Mine'));
    const next = setUp(drafts);
    await next.desk.open();
    expect(next.desk.draft.name).toBe('Mine');
  });
});
