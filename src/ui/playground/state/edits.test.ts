import { describe, expect, it } from 'vitest';
import { firstDraft } from './draft.ts';
import * as edits from './edits.ts';

const draft = firstDraft();
const ids = (of: typeof draft) => of.recipe.demonstrations.map((d) => d.id);
const [one = '', two = '', three = ''] = ids(draft);

describe('edits of demonstrations', () => {
  it('move, duplicate, remove and put back', () => {
    expect(ids(edits.moveDemonstration(0, 2)(draft))).toEqual([two, three, one]);
    expect(edits.moveDemonstration(0, -1)(draft)).toBe(draft);
    const doubled = edits.duplicateDemonstration(two)(
      edits.setDemonstration(two, { enabled: false })(draft),
    );
    expect(doubled.recipe.demonstrations).toHaveLength(4);
    const [original, copy] = doubled.recipe.demonstrations.slice(1, 3);
    expect({ ...copy, id: '' }).toEqual({ ...original, id: '' });
    expect(copy?.id).not.toBe(two);
    const removed = draft.recipe.demonstrations[1];
    const without = edits.removeDemonstration(two)(draft);
    expect(ids(without)).toEqual([one, three]);
    expect(removed && edits.addDemonstration(removed, 1)(without)).toEqual(draft);
  });

  it('switch several off at once', () => {
    const off = edits.switchOff([one, three])(draft);
    expect(off.recipe.demonstrations.map((d) => d.enabled)).toEqual([false, true, false]);
  });

  it('leave the draft they began with as it was', () => {
    const before = JSON.stringify(draft);
    edits.setDemonstration(one, { answer: 'other' })(draft);
    edits.addArm()(draft);
    expect(JSON.stringify(draft)).toBe(before);
  });
});

describe('edits of arms', () => {
  it('add a copy with a free label, and remove', () => {
    const more = edits.addArm('base')(edits.addArm('base')(draft));
    expect(more.arms.map((arm) => arm.label)).toEqual([
      'Base',
      'Base 3',
      'Base 2',
      'Base + demonstrations',
    ]);
    expect(new Set(more.arms.map((arm) => arm.id)).size).toBe(4);
    expect(
      edits
        .removeArm('base')(draft)
        .arms.map((arm) => arm.id),
    ).toEqual(['base-demonstrations']);
  });
});
