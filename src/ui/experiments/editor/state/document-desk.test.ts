import { beforeEach, describe, expect, it, vi } from 'vitest';
import { documentOf } from '../../../../experiments/gallery/gallery.ts';
import { shelf } from '../../../../experiments/testing/world.ts';
import { addFactor, removeLevel, renameFactor } from '../edits/factors.ts';
import { DocumentDesk } from './document-desk.svelte.ts';

const e1 = documentOf('E1', 'quick');

let drafts: Map<string, unknown>;
let told: string[];
let undoing: (() => void) | undefined;

/** A desk over what an earlier one kept. */
function newDesk(): DocumentDesk {
  return new DocumentDesk({
    drafts: Promise.resolve({
      readDraft: (name: string) => Promise.resolve(structuredClone(drafts.get(name))),
      writeDraft: (name: string, value: unknown) =>
        Promise.resolve(void drafts.set(name, structuredClone(value))),
    }),
    shelf: shelf(),
    notices: {
      problem: (thrown) => void told.push(String(thrown)),
      news: (message, action) => {
        told.push(message);
        undoing = action?.run;
      },
    },
  });
}

beforeEach(() => {
  drafts = new Map();
  told = [];
  undoing = undefined;
});

describe('a document on the desk', () => {
  it('takes the place of another, which an undo brings back', async () => {
    const desk = newDesk();
    await desk.begin(e1);
    expect([desk.document, desk.editor.undoable, told]).toEqual([e1, null, []]);
    await desk.begin(documentOf('E4', 'quick'));
    expect(told[0]).toContain('“Questions and answers that do not match” is in the editor');
    undoing?.();
    expect(desk.document).toEqual(e1);
  });

  it('says how many cells it asks for, and why it cannot be counted', async () => {
    const desk = newDesk();
    await desk.begin(e1);
    await vi.waitFor(() => expect(desk.count?.cells).toBe(400));
    desk.edit('seeds', (d) => ({ ...d, seeds: Array.from({ length: 100 }, (_, i) => i) }));
    desk.edit('all', (d) => ({ ...d, questions: { bench: 'lab-80', split: 'test', part: 'all' } }));
    const levels = Array.from({ length: 3 }, (_, i) => ({ label: String(i), set: {} }));
    desk.edit('factor', addFactor({ name: 'x', levels }));
    await vi.waitFor(() => expect(desk.countProblem?.message).toMatch(/asks for 240,000 cells/));
    expect(desk.count).toBeNull();
    desk.editor.undo();
    await vi.waitFor(() => expect(desk.count?.cells).toBe(5 * 80 * 2 * 100));
  });

  it('is left alone by an edit that makes no document', async () => {
    const desk = newDesk();
    await desk.begin(e1);
    expect(desk.edit('renaming', renameFactor(0, 'turn'))).toMatch(/has a meaning of its own/);
    expect([desk.document, desk.editor.undoable]).toEqual([e1, null]);
  });

  it('loses the contrasts whose level goes, says so, and gets all back', async () => {
    const desk = newDesk();
    await desk.begin(e1);
    expect(desk.edit('removing Base', removeLevel(0, 0))).toBeNull();
    expect(told).toEqual([
      '1 contrast named what is gone and went with it: “Base + URIAL − base”.',
    ]);
    undoing?.();
    expect(desk.document).toEqual(e1);
  });
});

describe('typed JSON', () => {
  it('is one history with the form’s edits', async () => {
    const desk = newDesk();
    await desk.begin(e1);
    desk.edit('title', (d) => ({ ...d, title: 'Mine' }));
    desk.type(desk.text.slice(0, -1));
    expect([desk.fault?.line, desk.document.title]).toEqual([desk.text.split('\n').length, 'Mine']);
    // an edit in the form takes the text's place
    desk.edit('title', (d) => ({ ...d, title: 'Ours' }));
    expect([desk.fault, desk.text.includes('"Ours"')]).toEqual([null, true]);
    desk.editor.undo();
    expect(desk.fault).not.toBeNull();
    desk.editor.undo();
    desk.editor.undo();
    expect([desk.document.title, desk.fault]).toEqual([e1.title, null]);
  });
});

describe('the draft', () => {
  it('is there for the next visit, faults and all', async () => {
    const desk = newDesk();
    await desk.begin(e1);
    desk.type('{ "title": ');
    desk.flush();
    await vi.waitFor(() => expect(drafts.size).toBe(1));
    const next = newDesk();
    await next.open();
    expect([next.begun, next.text, next.document]).toEqual([true, '{ "title": ', e1]);
  });

  it('is gone once the document has become an experiment', async () => {
    const desk = newDesk();
    await desk.begin(e1);
    desk.clear();
    expect(desk.begun).toBe(false);
    await vi.waitFor(() => expect([...drafts.values()]).toEqual([null]));
    const next = newDesk();
    await next.open();
    expect([next.begun, next.document.title]).toEqual([false, 'My experiment']);
  });
});
